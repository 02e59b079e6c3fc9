package org.sapwood.stats.mixed;

/** The value of a covariance function at one θ together with its derivatives; matrices are row by row. */
interface CovarianceJet {

    /** {@return Σ} */
    double[] value();

    /** {@return ∂Σ/∂θ_k for every k} */
    double[][] first();

    /**
     * Writes ∂²Σ/∂θ_k∂θ_l.
     *
     * @param k first parameter
     * @param l second parameter, at most k
     * @param out receives the matrix
     * @return false when the matrix is zero and {@code out} was left alone
     */
    boolean second(int k, int l, double[] out);
}
