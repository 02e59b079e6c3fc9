package org.sapwood.stats.mixed;

/** Which covariance matrix of the coefficients standard errors are taken from. */
public enum CoefficientCovariance {
    /** The inverse of X'V⁻¹X at the estimated covariance. */
    MODEL,
    /** Kenward and Roger (1997) with second derivatives, in this package's own covariance parameters. */
    KENWARD_ROGER,
    /** Kenward and Roger without second derivatives; does not depend on the parameterisation. */
    KENWARD_ROGER_LINEAR,
    /** The sandwich of Liang and Zeger (1986), CR0. */
    EMPIRICAL,
    /** The sandwich with leave-one-subject-out residuals, CR3. */
    EMPIRICAL_JACKKNIFE,
    /** The sandwich of Bell and McCaffrey (2002), CR2, unbiased when the working covariance is right. */
    EMPIRICAL_BIAS_REDUCED;

    boolean isEmpirical() {
        return this == EMPIRICAL || this == EMPIRICAL_JACKKNIFE || this == EMPIRICAL_BIAS_REDUCED;
    }

    boolean isKenwardRoger() {
        return this == KENWARD_ROGER || this == KENWARD_ROGER_LINEAR;
    }
}
