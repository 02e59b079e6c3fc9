package org.sapwood.stats.samplesize;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.distribution.NoncentralT;
import org.sapwood.stats.sequential.Sides;

/**
 * The t test of means: power is a tail of the non-central t distribution; two-sided, both rejection tails count.
 *
 * @param shift true difference minus the difference under the null hypothesis (the margin)
 * @param sd standard deviation of a value (two groups) or of a within-subject difference (paired)
 * @param design two groups or pairs
 * @param ratio r = n₁ / n₂ for two groups; not used for pairs
 */
public record MeanComparison(double shift, double sd, Design design, double ratio) {

    /** Who is compared with whom. */
    public enum Design {
        TWO_GROUPS,
        PAIRED
    }

    public MeanComparison {
        if (!(sd > 0 && ratio > 0)) {
            throw new IllegalArgumentException(
                    "expected a standard deviation and a ratio above 0, found " + sd + ", " + ratio);
        }
    }

    /**
     * Power of a two-group test with given sizes.
     *
     * @param n1 size of group 1
     * @param n2 size of group 2
     * @param error level and sides
     * @return the power
     */
    public double power(double n1, double n2, TestError error) {
        return tails(n1 + n2 - 2, shift / (sd * Math.sqrt(1 / n1 + 1 / n2)), error);
    }

    /**
     * Power of a paired test.
     *
     * @param n number of pairs
     * @param error level and sides
     * @return the power
     */
    public double pairedPower(double n, TestError error) {
        return tails(n - 1, shift / sd * Math.sqrt(n), error);
    }

    private static double tails(double df, double noncentrality, TestError error) {
        double critical = TDistribution.of(df).inverseSurvivalProbability(error.perSide());
        NoncentralT t = new NoncentralT(df, noncentrality);
        double power = t.survivalProbability(critical);
        return error.sides() == Sides.TWO ? power + t.cumulativeProbability(-critical) : power;
    }

    private double powerAt(double n, TestError error) {
        return design == Design.PAIRED ? pairedPower(n, error) : power(ratio * n, n, error);
    }

    /** {@return the smallest size at which a t test exists, with a little room} */
    private double smallest() {
        return design == Design.PAIRED ? 1.5 : 2.1 / (1 + ratio) + 0.05;
    }

    /**
     * The size at which the test has the power asked for.
     *
     * @param error level, sides and power
     * @return n₂, or the number of pairs; none when no size is enough or the smallest is already too large
     */
    public Estimable<Double> size(TestError error) {
        if (shift == 0 || (shift < 0 && error.sides() == Sides.ONE)) {
            return Estimable.not(Reason.OUTSIDE_DOMAIN, "the effect is not on the side that the test looks at");
        }
        double low = smallest();
        if (powerAt(low, error) >= error.power()) {
            return Estimable.not(Reason.OUTSIDE_DOMAIN, "the effect is so large that the smallest test has this power");
        }
        double high = Math.max(2 * low, normalSize(error));
        while (powerAt(high, error) < error.power()) {
            low = high;
            high *= 1.5;
        }
        return Estimable.of(
                new BrentSolver(1e-13, 1e-13, 1e-15).findRoot(n -> powerAt(n, error) - error.power(), low, high));
    }

    /**
     * The size by the normal approximation.
     *
     * @param error level, sides and power
     * @return n₂, or the number of pairs
     */
    public double normalSize(TestError error) {
        double perSubject = design == Design.PAIRED ? 1 : 1 + 1 / ratio;
        return error.squaredSum() * sd * sd * perSubject / (shift * shift);
    }
}
