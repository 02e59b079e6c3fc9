package org.sapwood.stats.mixed;

import org.jspecify.annotations.Nullable;

/**
 * Newton's method on −2ℓ with the exact Hessian. Where the Hessian is not positive definite its eigenvalues are replaced
 * by their absolute values; steps are halved until −2ℓ falls. Ends when the Newton decrement d'H⁻¹d, the fall still to be
 * expected, is below 1e-19, or below 1e-12 and no longer shrinking.
 */
final class Newton {
    private static final int MOST_ITERATIONS = 200;
    private static final double DECREMENT = 1e-19;
    private static final double QUADRATIC = 1e-8;
    private static final double LONGEST_STEP = 3;

    private Newton() {}

    /**
     * Where the search ended.
     *
     * @param point the last point, or null when there was none at all
     * @param slope its derivatives
     * @param inverseHessian H⁻¹ there, or null when H is not positive definite
     * @param iterations Newton steps taken
     * @param converged whether the decrement became small at a positive definite Hessian
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(
            MarginalLikelihood.@Nullable Point point,
            MarginalLikelihood.@Nullable Slope slope,
            double @Nullable [] inverseHessian,
            int iterations,
            boolean converged) {}

    static Result minimise(MarginalLikelihood likelihood, double[] start) {
        int n = start.length;
        MarginalLikelihood.Point point = likelihood.at(start);
        if (point == null) {
            return new Result(null, null, null, 0, false);
        }
        MarginalLikelihood.Slope slope = likelihood.slope(point);
        double before = Double.POSITIVE_INFINITY;
        int iteration = 0;
        while (true) {
            double[] gradient = slope.gradient();
            double[] inverse = inverse(slope.hessian(), n);
            double[] step = inverse != null
                    ? Dense.multiplyVector(inverse, gradient)
                    : modifiedStep(slope.hessian(), gradient, n);
            double decrement = Dense.dot(step, gradient);
            if (inverse != null && (decrement < DECREMENT || (decrement < 1e-12 && decrement > 0.25 * before))) {
                return new Result(point, slope, inverse, iteration, true);
            }
            if (iteration == MOST_ITERATIONS || Double.isNaN(decrement)) {
                return new Result(point, slope, inverse, iteration, false);
            }
            before = inverse != null ? decrement : Double.POSITIVE_INFINITY;
            MarginalLikelihood.Point next = lineSearch(likelihood, point, step, decrement, inverse != null);
            if (next == null) {
                return new Result(point, slope, inverse, iteration, inverse != null && decrement < 1e-9);
            }
            point = next;
            slope = likelihood.slope(point);
            iteration++;
        }
    }

    private static MarginalLikelihood.@Nullable Point lineSearch(
            MarginalLikelihood likelihood,
            MarginalLikelihood.Point from,
            double[] step,
            double decrement,
            boolean definite) {
        boolean quadratic = definite && decrement < QUADRATIC;
        double length = Math.min(1, LONGEST_STEP / Math.max(1e-300, Dense.largest(step)));
        for (int halving = 0; halving < 40; halving++, length /= 2) {
            double[] theta = from.theta().clone();
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= length * step[i];
            }
            MarginalLikelihood.Point next = likelihood.at(theta);
            // close to the optimum differences of −2ℓ are rounding only, so the full step is trusted
            if (next != null
                    && (next.value() <= from.value() - 1e-4 * length * decrement
                            || (quadratic && next.value() <= from.value() + 1e-7 + 1e-10 * Math.abs(from.value())))) {
                return next;
            }
        }
        return null;
    }

    /** {@return the inverse of a positive definite matrix, or null} */
    static double @Nullable [] inverse(double[] matrix, int n) {
        double[] factor = matrix.clone();
        if (Double.isNaN(Dense.cholesky(factor, n))) {
            return null;
        }
        return Dense.crossLower(Dense.invertLower(factor, n), n);
    }

    private static double[] modifiedStep(double[] hessian, double[] gradient, int n) {
        SymmetricEigen eigen = SymmetricEigen.of(hessian, n);
        double largest = Dense.largest(eigen.values());
        double[] step = new double[n];
        for (int k = 0; k < n; k++) {
            double[] v = eigen.vectors()[k];
            double lambda = Math.max(Math.abs(eigen.values()[k]), 1e-6 * Math.max(largest, 1e-300));
            double share = Dense.dot(v, gradient) / lambda;
            for (int i = 0; i < n; i++) {
                step[i] += share * v[i];
            }
        }
        return step;
    }
}
