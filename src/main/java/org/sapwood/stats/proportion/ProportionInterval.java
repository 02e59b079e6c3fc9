package org.sapwood.stats.proportion;

/**
 * The confidence intervals for one binomial proportion. Two-sided with equal nominal tails unless said otherwise;
 * z is the critical value, p = x / n, α = 1 − level.
 */
public enum ProportionInterval {
    /** p ± z √(p(1 − p) / n). Not cut at 0 and 1; of width zero when x is 0 or n. */
    WALD,
    /** Wald with 1 / (2n) added on either side. Not cut at 0 and 1. */
    WALD_CONTINUITY_CORRECTED,
    /** Inversion of the score test (Wilson 1927). */
    WILSON,
    /** Inversion of the score test with continuity correction (Newcombe 1998). */
    WILSON_CONTINUITY_CORRECTED,
    /** Inversion of the two one-sided exact tests (Clopper and Pearson 1934). */
    CLOPPER_PEARSON,
    /** Wald around (x + z²/2) / (n + z²) (Agresti and Coull 1998). Not cut at 0 and 1. */
    AGRESTI_COULL,
    /** Equal-tailed posterior interval under the Beta(½, ½) prior; 0 when x = 0 and 1 when x = n (Brown et al. 2001). */
    JEFFREYS,
    /** Clopper–Pearson with half the probability of the observed count. */
    MID_P,
    /** Inversion of Blaker's acceptability; the hull when the accepted set has gaps (Blaker 2000). */
    BLAKER,
    /** Anscombe's variance stabilising transformation with (x + ⅜) / (n + ¾). */
    ARCSINE,
    /** All p whose log-likelihood lies within z²/2 of the maximum. */
    LIKELIHOOD_RATIO,
    /** Wald on the logit scale; does not exist when x is 0 or n. */
    LOGIT
}
