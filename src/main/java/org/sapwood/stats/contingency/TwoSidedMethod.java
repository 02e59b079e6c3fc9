package org.sapwood.stats.contingency;

/** How a two-sided exact p-value is made of one tail and the other. */
public enum TwoSidedMethod {
    /** The sum over all outcomes that are not more likely than the observed one. */
    MINIMUM_LIKELIHOOD,
    /** Twice the smaller one-sided p-value, at most 1. */
    CENTRAL,
    /** The smaller tail plus the largest opposite tail that is not larger (Blaker 2000). */
    BLAKER
}
