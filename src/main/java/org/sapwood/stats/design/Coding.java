package org.sapwood.stats.design;

/** How the levels of a factor become columns. */
public enum Coding {
    /** One indicator per level but the first, the reference. */
    REFERENCE,
    /** Deviations from the mean of the levels: the last level is −1 in every column. Used for type III tests. */
    SUM_TO_ZERO
}
