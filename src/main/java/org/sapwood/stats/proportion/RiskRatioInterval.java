package org.sapwood.stats.proportion;

/** The confidence intervals for the ratio p₁/p₂ of two independent proportions. */
public enum RiskRatioInterval {
    /** Wald on the log scale (Katz et al. 1978); needs events in both groups. */
    KATZ_LOG,
    /** Katz after adding ½ to events and sizes (Walter 1975; Pettigrew et al. 1986). */
    ADJUSTED_LOG,
    /** Inversion of the score test (Koopman 1984). */
    KOOPMAN,
    /** Inversion of the score test with variance factor n/(n − 1) (Miettinen and Nurminen 1985). */
    MIETTINEN_NURMINEN,
    /** All ratios whose profile log-likelihood lies within z²/2 of the maximum. */
    LIKELIHOOD_RATIO
}
