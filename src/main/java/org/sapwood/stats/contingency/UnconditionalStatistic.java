package org.sapwood.stats.contingency;

/** By what an unconditional test orders the tables of two binomial groups. */
public enum UnconditionalStatistic {
    /** z with the pooled variance (Barnard's test as usually computed; Suissa and Shuster 1985). */
    Z_POOLED,
    /** z with separate variances; infinite when there is a difference without variance. */
    Z_UNPOOLED,
    /** The p-value of Fisher's test, two-sided by minimum likelihood (Boschloo 1970). */
    BOSCHLOO
}
