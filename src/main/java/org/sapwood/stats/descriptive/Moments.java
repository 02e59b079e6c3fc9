package org.sapwood.stats.descriptive;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The sufficient statistics of a normal sample.
 *
 * @param n the number of observations, at least 1
 * @param mean the arithmetic mean
 * @param sumOfSquares the sum of squared deviations from the mean, at least 0
 */
public record Moments(int n, double mean, double sumOfSquares) {
    public Moments {
        if (n < 1 || !Double.isFinite(mean) || !(sumOfSquares >= 0) || Double.isInfinite(sumOfSquares)) {
            throw new IllegalArgumentException("expected n >= 1, a finite mean and a sum of squares >= 0, found n " + n
                    + ", mean " + mean + ", sum of squares " + sumOfSquares);
        }
    }

    /**
     * The moments of a sample. The mean comes from the exact sum of the recorded decimals, the sum of squares from a
     * second pass over the deviations, corrected for what rounding left in their sum.
     *
     * @param x at least one finite value; not modified
     * @return the moments
     * @throws IllegalArgumentException when empty or not finite
     */
    public static Moments of(double... x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("expected at least one value, found none");
        }
        for (double value : x) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("expected finite values, found " + value);
            }
        }
        double mean = DecimalSum.mean(x);
        double squares = 0;
        double rest = 0;
        for (double value : x) {
            double deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }
        return new Moments(x.length, mean, Math.max(0, squares - rest * rest / x.length));
    }

    /**
     * The moments of what was observed, which may be nothing.
     *
     * @param x finite values; not modified
     * @return the moments; not estimable for an empty sample
     * @throws IllegalArgumentException when a value is not finite
     */
    public static Estimable<Moments> observed(double... x) {
        return x.length == 0 ? Estimable.not(Reason.EMPTY_GROUP, "no observation in the group") : Estimable.of(of(x));
    }

    /** {@return the sample variance with divisor {@code n - 1}; none for a single observation} */
    public Estimable<Double> variance() {
        return n < 2
                ? Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "one observation has no standard deviation")
                : Estimable.of(sumOfSquares / (n - 1));
    }

    /** {@return the sample standard deviation} */
    public Estimable<Double> standardDeviation() {
        return variance().map(Math::sqrt);
    }

    /** {@return the standard error of the mean} */
    public Estimable<Double> standardError() {
        return variance().map(variance -> Math.sqrt(variance / n));
    }

    /** {@return whether all observations are equal, up to rounding of the mean} */
    public boolean isConstant() {
        double rounding = 4 * Math.ulp(mean);
        return sumOfSquares <= n * rounding * rounding;
    }
}
