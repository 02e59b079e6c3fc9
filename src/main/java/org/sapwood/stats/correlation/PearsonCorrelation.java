package org.sapwood.stats.correlation;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.TTest;
import org.sapwood.stats.inference.TailProbability;

/**
 * The product-moment correlation {@code r = Σ(x − x̄)(y − ȳ) / √(SSx SSy)}.
 *
 * @param r in [−1, 1]
 * @param n the number of pairs
 */
public record PearsonCorrelation(double r, int n) {
    /** Nearer than this to ±1, rounding alone parts the pairs from a straight line. */
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    /**
     * The correlation of complete pairs.
     *
     * @param x finite values
     * @param y as many finite values
     * @return the correlation; none below two pairs or when a variable is constant
     * @throws IllegalArgumentException when the lengths differ
     */
    public static Estimable<PearsonCorrelation> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("expected pairs, found " + x.length + " and " + y.length + " values");
        }
        if (x.length < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "a correlation needs two pairs, found " + x.length);
        }
        Moments first = Moments.of(x);
        Moments second = Moments.of(y);
        if (first.isConstant() || second.isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "a variable is constant");
        }
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - first.mean()) * (y[i] - second.mean());
        }
        double r = products / Math.sqrt(first.sumOfSquares()) / Math.sqrt(second.sumOfSquares());
        return Estimable.of(new PearsonCorrelation(1 - Math.abs(r) <= ROUNDING ? Math.signum(r) : r, x.length));
    }

    /**
     * The test of no correlation: {@code t = r √((n − 2) / (1 − r²))}.
     *
     * @param alternative the direction
     * @return the test; none below three pairs or on a straight line
     */
    public Estimable<TTest> test(Alternative alternative) {
        if (n < 3) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "two pairs leave no degree of freedom");
        }
        if (Math.abs(r) == 1) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the pairs lie on a straight line");
        }
        return Estimable.of(TTest.of(r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2.0, alternative));
    }

    /**
     * Fisher's interval: {@code tanh(atanh r ± z / √(n − 3))}.
     *
     * @param level the coverage
     * @return the interval; none below four pairs
     */
    public Estimable<Interval> fisherInterval(ConfidenceLevel level) {
        if (n < 4) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "Fisher's interval needs four pairs, found " + n);
        }
        if (Math.abs(r) == 1) {
            return Estimable.of(new Interval(r, r, level));
        }
        double z = 0.5 * (StrictMath.log1p(r) - StrictMath.log1p(-r));
        double half = TailProbability.normalQuantile(level.alpha()) / Math.sqrt(n - 3.0);
        return Estimable.of(new Interval(StrictMath.tanh(z - half), StrictMath.tanh(z + half), level));
    }
}
