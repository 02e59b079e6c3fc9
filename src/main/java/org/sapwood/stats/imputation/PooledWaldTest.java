package org.sapwood.stats.imputation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.sapwood.stats.PValue;

/**
 * A joint test of k coefficients from m imputed datasets.
 *
 * @param f the statistic
 * @param numerator k
 * @param denominator its degrees of freedom
 * @param relativeIncrease average relative increase in variance due to missing values
 * @param pValue upper tail
 */
public record PooledWaldTest(double f, double numerator, double denominator, double relativeIncrease, PValue pValue) {

    private static PooledWaldTest of(double f, int k, double df, double r) {
        double p;
        if (f <= 0) {
            p = 1;
        } else if (Double.isInfinite(df)) {
            // Equal estimates: no variance between imputations, so kF is chi-square with k degrees of freedom.
            p = ChiSquaredDistribution.of(k).survivalProbability(k * f);
        } else {
            p = FDistribution.of(k, df).survivalProbability(f);
        }
        return new PooledWaldTest(f, k, df, r, PValue.of(p));
    }

    private static int imputations(double[][] estimates, double[][][] covariances) {
        int m = estimates.length;
        if (m < 2 || covariances.length != m) {
            throw new IllegalArgumentException("expected at least 2 imputations and a covariance matrix of each, found "
                    + m + " and " + covariances.length);
        }
        return m;
    }

    /**
     * D₁ of Li, Raghunathan and Rubin (1991), from estimates and covariance matrices.
     *
     * @param estimates m × k
     * @param covariances m matrices k × k, positive definite
     * @param nullValue the value of every coefficient under the hypothesis
     * @return the test
     */
    public static PooledWaldTest fromMoments(double[][] estimates, double[][][] covariances, double nullValue) {
        int m = imputations(estimates, covariances);
        int k = estimates[0].length;
        RealVector mean = new ArrayRealVector(k);
        RealMatrix within = new Array2DRowRealMatrix(k, k);
        for (int i = 0; i < m; i++) {
            mean = mean.add(new ArrayRealVector(estimates[i]));
            within = within.add(new Array2DRowRealMatrix(covariances[i]));
        }
        mean = mean.mapDivide(m);
        within = within.scalarMultiply(1.0 / m);
        RealMatrix between = new Array2DRowRealMatrix(k, k);
        for (double[] estimate : estimates) {
            RealVector d = new ArrayRealVector(estimate).subtract(mean);
            between = between.add(d.outerProduct(d));
        }
        between = between.scalarMultiply(1.0 / (m - 1));
        DecompositionSolver solver = new CholeskyDecomposition(within).getSolver();
        double r = (1 + 1.0 / m) * solver.solve(between).getTrace() / k;
        RealVector d = mean.mapSubtract(nullValue);
        double f = d.dotProduct(solver.solve(d)) / (k * (1 + r));
        double t = k * (m - 1.0);
        double inner = 1 + (1 - 2 / t) / r;
        double outer = 1 + 1 / r;
        double df = t > 4 ? 4 + (t - 4) * inner * inner : t * (1 + 1.0 / k) * outer * outer / 2;
        return of(f, k, df, r);
    }

    /**
     * D₂ of Li, Meng, Raghunathan and Rubin (1991), from the m Wald statistics alone.
     *
     * @param estimates m × k
     * @param covariances m matrices k × k, positive definite
     * @param nullValue the value of every coefficient under the hypothesis
     * @return the test
     */
    public static PooledWaldTest fromStatistics(double[][] estimates, double[][][] covariances, double nullValue) {
        int m = imputations(estimates, covariances);
        int k = estimates[0].length;
        double[] roots = new double[m];
        double sum = 0;
        double rootSum = 0;
        for (int i = 0; i < m; i++) {
            RealVector d = new ArrayRealVector(estimates[i]).mapSubtract(nullValue);
            double wald = d.dotProduct(new CholeskyDecomposition(new Array2DRowRealMatrix(covariances[i]))
                    .getSolver()
                    .solve(d));
            roots[i] = Math.sqrt(wald);
            sum += wald;
            rootSum += roots[i];
        }
        double variance = 0;
        for (double root : roots) {
            variance += (root - rootSum / m) * (root - rootSum / m);
        }
        double r = (1 + 1.0 / m) * variance / (m - 1);
        double f = (sum / m / k - (m + 1.0) / (m - 1) * r) / (1 + r);
        double outer = 1 + 1 / r;
        double df = StrictMath.pow(k, -3.0 / m) * (m - 1) * outer * outer;
        return of(f, k, df, r);
    }
}
