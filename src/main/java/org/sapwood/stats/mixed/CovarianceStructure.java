package org.sapwood.stats.mixed;

/**
 * The form of the covariance matrix of one subject's measurements. With m occasions, σ a standard deviation and ρ a
 * correlation; "homogeneous" has one σ, "heterogeneous" one per occasion.
 */
public enum CovarianceStructure {
    /** m(m+1)/2 free variances and covariances. */
    UNSTRUCTURED,
    /** One σ; one correlation per distance between occasions: m parameters. */
    TOEPLITZ_HOMOGENEOUS,
    /** m σ's; one correlation per distance between occasions: 2m − 1 parameters. */
    TOEPLITZ_HETEROGENEOUS,
    /** One σ; correlation ρ to the power of the distance: 2 parameters. */
    AR1_HOMOGENEOUS,
    /** m σ's; correlation ρ to the power of the distance: m + 1 parameters. */
    AR1_HETEROGENEOUS,
    /** One σ; one common correlation: 2 parameters. */
    COMPOUND_SYMMETRY_HOMOGENEOUS,
    /** m σ's; one common correlation: m + 1 parameters. */
    COMPOUND_SYMMETRY_HETEROGENEOUS,
    /** One σ; the correlation of two occasions is the product of the neighbouring correlations between: m parameters. */
    ANTE_DEPENDENCE_HOMOGENEOUS,
    /** m σ's; the correlation of two occasions is the product of the neighbouring ones between: 2m − 1 parameters. */
    ANTE_DEPENDENCE_HETEROGENEOUS,
    /** One variance; correlation ρ to the power of the difference in measurement times: 2 parameters. */
    SPATIAL_EXPONENTIAL;

    /** {@return whether measurement times are needed instead of numbered occasions} */
    public boolean needsTimes() {
        return this == SPATIAL_EXPONENTIAL;
    }

    /**
     * The covariance as a function of its parameters.
     *
     * @param occasions number of distinct occasions m, at least 1
     * @param times the distinct times, by slot; used by spatial structures only
     */
    CovarianceFunction function(int occasions, double[] times) {
        if (this == SPATIAL_EXPONENTIAL) {
            return new SpatialExponentialCovariance(times);
        }
        if (this == UNSTRUCTURED || occasions == 1) {
            return new UnstructuredCovariance(occasions);
        }
        CorrelationForm form = switch (this) {
            case TOEPLITZ_HOMOGENEOUS, TOEPLITZ_HETEROGENEOUS -> CorrelationForm.TOEPLITZ;
            case AR1_HOMOGENEOUS, AR1_HETEROGENEOUS -> CorrelationForm.AUTOREGRESSIVE;
            case COMPOUND_SYMMETRY_HOMOGENEOUS, COMPOUND_SYMMETRY_HETEROGENEOUS -> CorrelationForm.COMMON;
            default -> CorrelationForm.ANTE_DEPENDENT;
        };
        return new ScaledCorrelation(occasions, form, isHeterogeneous());
    }

    private boolean isHeterogeneous() {
        return switch (this) {
            case UNSTRUCTURED,
                    TOEPLITZ_HETEROGENEOUS,
                    AR1_HETEROGENEOUS,
                    COMPOUND_SYMMETRY_HETEROGENEOUS,
                    ANTE_DEPENDENCE_HETEROGENEOUS -> true;
            default -> false;
        };
    }
}
