package org.sapwood.stats.mixed;

/** A covariance matrix Σ(θ) of the measurements of one subject, with its first and second derivatives. */
interface CovarianceFunction {

    /** {@return the number of parameters, the length of θ} */
    int parameters();

    /**
     * Whether the matrix of every subject is a submatrix of one matrix over all slots, so that it need be formed once.
     */
    boolean isShared();

    /**
     * Evaluates Σ and its first derivatives.
     *
     * @param theta the parameters
     * @param slots which occasions (or distinct coordinates), in order
     * @return the matrix and its derivatives there
     */
    CovarianceJet at(double[] theta, int[] slots);

    /**
     * Starting values.
     *
     * @param moments residual covariances over all slots, row by row; NaN where no subject has both
     * @param slots how many
     * @return a θ with positive definite Σ(θ)
     */
    double[] start(double[] moments, int slots);
}
