package org.sapwood.stats.proportion;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;

/** Tests of one proportion against a given p₀; {@code GREATER} means that the proportion exceeds p₀. */
public final class BinomialTest {
    /** Relative difference of probabilities that counts as a tie. */
    private static final double TIE = 1e-7;

    private BinomialTest() {}

    /**
     * The exact binomial test. Two-sided it adds up all counts that are not more likely than the observed one,
     * probabilities within a relative 1e-7 counting as equal.
     *
     * @param x events
     * @param n size
     * @param p0 the null proportion, in [0, 1]
     * @param alternative the direction
     * @return the p-value
     * @throws IllegalArgumentException unless 0 ≤ x ≤ n and p₀ in [0, 1]
     */
    public static PValue exact(int x, int n, double p0, Alternative alternative) {
        requireArguments(x, n, p0);
        return switch (alternative) {
            case GREATER -> PValue.of(ProportionExact.atLeast(x, n, p0));
            case LESS -> PValue.of(ProportionExact.atMost(x, n, p0));
            case TWO_SIDED -> x < n * p0 ? twoSidedFromBelow(x, n, p0) : twoSidedFromBelow(n - x, n, 1 - p0);
        };
    }

    private static PValue twoSidedFromBelow(int x, int n, double p0) {
        if (x >= n * p0) {
            return PValue.of(1);
        }
        if (p0 == 1) {
            return PValue.of(0);
        }
        double odds = p0 / (1 - p0);
        double log = 0;
        int opposite = x;
        // the probabilities rise to the mean and then fall; the first one past it that is not larger begins the tail
        while (opposite <= n && (opposite < n * p0 || log > StrictMath.log1p(TIE))) {
            log = opposite < n
                    ? log + StrictMath.log((double) (n - opposite) / (opposite + 1) * odds)
                    : Double.NEGATIVE_INFINITY;
            opposite++;
        }
        return PValue.of(ProportionExact.atMost(x, n, p0) + ProportionExact.atLeast(opposite, n, p0));
    }

    /**
     * The exact test with half the probability of the observed count; two-sided it is twice the smaller tail.
     *
     * @param x events
     * @param n size
     * @param p0 the null proportion, in [0, 1]
     * @param alternative the direction
     * @return the mid-p-value
     * @throws IllegalArgumentException unless 0 ≤ x ≤ n and p₀ in [0, 1]
     */
    public static PValue midP(int x, int n, double p0, Alternative alternative) {
        requireArguments(x, n, p0);
        double greater = 0.5 * (ProportionExact.atLeast(x, n, p0) + ProportionExact.atLeast(x + 1, n, p0));
        double less = 0.5 * (ProportionExact.atMost(x, n, p0) + ProportionExact.atMost(x - 1, n, p0));
        return PValue.of(
                switch (alternative) {
                    case GREATER -> greater;
                    case LESS -> less;
                    case TWO_SIDED -> 2 * Math.min(greater, less);
                });
    }

    /**
     * The score statistic z = (x/n − p₀)/√(p₀(1 − p₀)/n).
     *
     * @param x events
     * @param n size
     * @param p0 the null proportion, in [0, 1]
     * @return z; {@code EMPTY_GROUP} for n = 0, {@code ZERO_VARIANCE} for p₀ 0 or 1
     * @throws IllegalArgumentException unless 0 ≤ x ≤ n and p₀ in [0, 1]
     */
    public static Estimable<Double> scoreStatistic(int x, int n, double p0) {
        requireArguments(x, n, p0);
        if (n == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation");
        }
        if (p0 == 0 || p0 == 1) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the null proportion leaves no variance");
        }
        return Estimable.of(((double) x / n - p0) / Math.sqrt(p0 * (1 - p0) / n));
    }

    private static void requireArguments(int x, int n, double p0) {
        TwoProportions.requireCount(x, n, "only");
        if (!(p0 >= 0 && p0 <= 1)) {
            throw new IllegalArgumentException("expected a null proportion in [0, 1], found " + p0);
        }
    }
}
