package org.sapwood.stats.mixed;

/**
 * Everything about a repeated-measures model apart from the data and the design.
 *
 * @param ladder covariance structures, tried in order
 * @param estimation which likelihood is maximised
 * @param degreesOfFreedom of contrasts
 * @param coefficientCovariance that standard errors are taken from
 */
public record MmrmSpecification(
        CovarianceLadder ladder,
        Estimation estimation,
        DegreesOfFreedom degreesOfFreedom,
        CoefficientCovariance coefficientCovariance) {

    public MmrmSpecification {
        boolean kenwardRoger = degreesOfFreedom == DegreesOfFreedom.KENWARD_ROGER;
        if (kenwardRoger != coefficientCovariance.isKenwardRoger()) {
            throw new IllegalArgumentException(
                    "Kenward-Roger degrees of freedom and coefficient covariance go together, found " + degreesOfFreedom
                            + " with " + coefficientCovariance);
        }
        if (kenwardRoger && estimation != Estimation.REML) {
            throw new IllegalArgumentException("Kenward-Roger needs REML, found " + estimation);
        }
    }

    /**
     * REML, Satterthwaite, model-based standard errors.
     *
     * @param ladder covariance structures, tried in order
     * @return the specification
     */
    public static MmrmSpecification satterthwaite(CovarianceLadder ladder) {
        return new MmrmSpecification(
                ladder, Estimation.REML, DegreesOfFreedom.SATTERTHWAITE, CoefficientCovariance.MODEL);
    }

    /**
     * REML and Kenward–Roger without second derivatives, as SAS prints for structures linear in its parameters.
     *
     * @param ladder covariance structures, tried in order
     * @return the specification
     */
    public static MmrmSpecification kenwardRoger(CovarianceLadder ladder) {
        return new MmrmSpecification(
                ladder, Estimation.REML, DegreesOfFreedom.KENWARD_ROGER, CoefficientCovariance.KENWARD_ROGER_LINEAR);
    }
}
