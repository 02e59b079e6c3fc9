package org.sapwood.stats.proportion;

/**
 * The confidence intervals for the difference p₁ − p₂ of two independent proportions; z is the critical value, d the
 * observed difference.
 */
public enum RiskDifferenceInterval {
    /** d ± z √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂). Not cut at −1 and 1. */
    WALD,
    /** Wald with (1/n₁ + 1/n₂)/2 added on either side. Not cut at −1 and 1. */
    WALD_CONTINUITY_CORRECTED,
    /** Square-and-add of the two Wilson intervals (Newcombe 1998, method 10). */
    NEWCOMBE,
    /** Square-and-add of the two continuity corrected Wilson intervals (Newcombe 1998, method 11). */
    NEWCOMBE_CONTINUITY_CORRECTED,
    /** Inversion of the score test with variance factor n/(n − 1) (Miettinen and Nurminen 1985). */
    MIETTINEN_NURMINEN,
    /** Inversion of the score test (Mee 1984). */
    MEE,
    /** Wald after adding one event and one non-event to each group (Agresti and Caffo 2000). */
    AGRESTI_CAFFO,
    /** d ± (1/(2 min(n₁, n₂)) + z √(p₁(1 − p₁)/(n₁ − 1) + p₂(1 − p₂)/(n₂ − 1))) (Hauck and Anderson 1986). */
    HAUCK_ANDERSON,
    /** Beal's interval with the Jeffreys estimate of the mean proportion (Beal 1987; Radhakrishna et al. 1992). */
    JEFFREYS_PERKS,
    /** Inversion of the skewness corrected score test with variance factor n/(n − 1) (Laud 2017). */
    SKEWNESS_CORRECTED_SCORE
}
