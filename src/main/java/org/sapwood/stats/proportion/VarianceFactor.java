package org.sapwood.stats.proportion;

/** What a score variance of two groups is multiplied with; n is the size of both groups together. */
public enum VarianceFactor {
    /** n / (n − 1), as Miettinen and Nurminen. */
    N_OVER_N_MINUS_1,
    /** Nothing, as Mee, Farrington and Manning, Koopman. */
    NONE;

    double of(double n) {
        return this == N_OVER_N_MINUS_1 ? n / (n - 1) : 1;
    }
}
