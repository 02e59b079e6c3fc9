package org.sapwood.stats.proportion;

/** The asymptotic confidence intervals for the odds ratio of two independent proportions. */
public enum OddsRatioInterval {
    /** Wald on the log scale (Woolf 1955); needs all four cells. */
    WOOLF,
    /** Woolf after adding ½ to every cell (Gart 1966). */
    GART_ADJUSTED,
    /** Inversion of the score test with variance factor n/(n − 1) (Miettinen and Nurminen 1985). */
    MIETTINEN_NURMINEN,
    /** Inversion of the score test (Cornfield 1956, without correction). */
    SCORE,
    /** All odds ratios whose profile log-likelihood lies within z²/2 of the maximum. */
    LIKELIHOOD_RATIO
}
