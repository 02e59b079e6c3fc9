package org.sapwood.stats.normality;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.TailProbability;

/**
 * The Shapiro-Wilk test of normality by Royston (1995, AS R94). {@code W = (Σ a_i x_(i))² / SS} with antisymmetric
 * weights a near the expected normal order statistics, the outer ones by polynomials in {@code 1/√n}; the p-value comes
 * from a normalising transformation of {@code 1 − W}, exactly for three observations.
 *
 * @param w in (0, 1]
 * @param pValue small when the sample is far from normal
 */
public record ShapiroWilk(double w, PValue pValue) {
    private static final double[] OUTERMOST = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] SECOND = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] SMALL_BOUND = {-2.273, 0.459};
    private static final double[] SMALL_MEAN = {0.544, -0.39978, 0.025054, -6.714e-4};
    private static final double[] SMALL_LOG_DEVIATION = {1.3822, -0.77857, 0.062767, -0.0020322};
    private static final double[] LARGE_MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] LARGE_LOG_DEVIATION = {-0.4803, -0.082676, 0.0030302};
    private static final int LARGEST = 5000;
    private static final int LARGEST_SMALL = 11;

    /**
     * The test.
     *
     * @param x 3 to 5000 finite values; not modified
     * @return the test; none outside these sizes or when all values are equal
     */
    public static Estimable<ShapiroWilk> of(double... x) {
        int n = x.length;
        if (n < 3) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "needs 3 observations, found " + n);
        }
        if (n > LARGEST) {
            return Estimable.not(Reason.TOO_LARGE, "the approximation holds up to 5000 observations, found " + n);
        }
        if (Moments.of(x).isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations are equal");
        }
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] half = weights(n);
        double range = sorted[n - 1] - sorted[0];
        double mean = 0;
        for (double value : sorted) {
            mean += value / range / n;
        }
        double squares = 0;
        double products = 0;
        double weightSquares = 0;
        for (int i = 0; i < n; i++) {
            int mirror = n - 1 - i;
            double a = i == mirror ? 0 : i < mirror ? -half[i] : half[mirror];
            double deviation = sorted[i] / range - mean;
            squares += deviation * deviation;
            products += a * deviation;
            weightSquares += a * a;
        }
        // 1 − W as a product of differences, which keeps its digits when W is near one.
        double root = Math.sqrt(weightSquares * squares);
        double complement = (root - products) * (root + products) / (weightSquares * squares);
        return Estimable.of(new ShapiroWilk(1 - complement, pValue(n, Math.max(complement, 0))));
    }

    /** The weights of the lower half, as positive numbers. */
    private static double[] weights(int n) {
        int count = n / 2;
        if (n == 3) {
            return new double[] {Math.sqrt(0.5)};
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] m = new double[count];
        double squares = 0;
        for (int i = 0; i < count; i++) {
            m[i] = normal.inverseCumulativeProbability((i + 1 - 0.375) / (n + 0.25));
            squares += 2 * m[i] * m[i];
        }
        double length = Math.sqrt(squares);
        double u = 1 / Math.sqrt(n);
        double[] a = new double[count];
        a[0] = polynomial(OUTERMOST, u) - m[0] / length;
        double left = squares - 2 * m[0] * m[0];
        double share = 1 - 2 * a[0] * a[0];
        int first = 1;
        if (n > 5) {
            a[1] = polynomial(SECOND, u) - m[1] / length;
            left -= 2 * m[1] * m[1];
            share -= 2 * a[1] * a[1];
            first = 2;
        }
        double factor = Math.sqrt(left / share);
        for (int i = first; i < count; i++) {
            a[i] = -m[i] / factor;
        }
        return a;
    }

    private static PValue pValue(int n, double complement) {
        if (n == 3) {
            double p = 6 / Math.PI * (StrictMath.asin(Math.sqrt(1 - complement)) - Math.PI / 3);
            return PValue.of(Math.max(0, p));
        }
        double y = StrictMath.log(complement);
        if (n <= LARGEST_SMALL) {
            double bound = polynomial(SMALL_BOUND, n);
            if (y >= bound) {
                return PValue.of(1e-99);
            }
            return upper(-StrictMath.log(bound - y), polynomial(SMALL_MEAN, n), polynomial(SMALL_LOG_DEVIATION, n));
        }
        double logN = StrictMath.log(n);
        return upper(y, polynomial(LARGE_MEAN, logN), polynomial(LARGE_LOG_DEVIATION, logN));
    }

    private static PValue upper(double y, double mean, double logDeviation) {
        return TailProbability.normal((y - mean) / StrictMath.exp(logDeviation), Alternative.GREATER);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
