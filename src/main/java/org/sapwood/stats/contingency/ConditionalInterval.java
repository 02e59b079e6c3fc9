package org.sapwood.stats.contingency;

/** The exact conditional confidence intervals for an odds ratio. */
public enum ConditionalInterval {
    /** Two one-sided tests at α/2 each (Cornfield 1956; Gart 1970). */
    CENTRAL,
    /** The same with half the probability of the observed table. */
    MID_P,
    /** Inversion of Fisher's two-sided test; the hull when the accepted set has gaps (Fay 2010). */
    MINIMUM_LIKELIHOOD,
    /** The upper limit only, at α. */
    LESS,
    /** The lower limit only, at α. */
    GREATER
}
