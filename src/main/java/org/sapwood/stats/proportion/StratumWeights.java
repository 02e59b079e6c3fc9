package org.sapwood.stats.proportion;

/** How the strata of a stratified score interval are weighted. */
public enum StratumWeights {
    /** n₁n₂/(n₁ + n₂), the same for every difference. */
    MANTEL_HAENSZEL,
    /** Weights that depend on the restricted estimates, by iteration (Miettinen and Nurminen 1985). */
    MIETTINEN_NURMINEN_ITERATIVE,
    /** The inverse of the restricted variance of the stratum, without variance factor (Laud 2017). */
    INVERSE_VARIANCE_AT_NULL
}
