package org.sapwood.stats.mixed;

/** How the denominator degrees of freedom of a contrast are found. */
public enum DegreesOfFreedom {
    /** Matches the variance of the estimated contrast variance (Satterthwaite; Fai and Cornelius for several rows). */
    SATTERTHWAITE,
    /** Kenward and Roger (1997): matches the first two moments of the scaled F statistic. Needs REML. */
    KENWARD_ROGER,
    /** Subjects minus coefficients constant within subjects, or observations minus subjects minus the others. */
    BETWEEN_WITHIN,
    /** Observations minus the rank of the design. */
    RESIDUAL
}
