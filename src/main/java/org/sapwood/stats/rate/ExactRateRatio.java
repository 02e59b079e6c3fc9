package org.sapwood.stats.rate;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.RootSearch;

/**
 * Exact inference on the ratio φ of two Poisson rates (Przyborowski and Wilenski 1940): given the total n = x₁ + x₂,
 * X₁ is binomial with odds φT₁/T₂.
 */
public final class ExactRateRatio {
    /** Two outcomes whose probabilities differ by less than this factor count as equally likely. */
    private static final double TIE = 1 + 1e-7;

    /** Which tails add up. */
    public enum Method {
        /** Two-sided, all outcomes no more likely than the observed one; the interval is central. */
        MINIMUM_LIKELIHOOD,
        /** Two-sided, twice the smaller tail. */
        CENTRAL,
        /** As central, with half the probability of the observed outcome in each tail. */
        MIDP
    }

    private final RateComparison rates;
    private final long x;
    private final long n;
    private final double exposureRatio;

    private ExactRateRatio(RateComparison rates) {
        this.rates = rates;
        x = rates.first().events();
        n = x + rates.second().events();
        exposureRatio = rates.second().exposure() / rates.first().exposure();
    }

    /**
     * Conditions on the total.
     *
     * @param rates the two groups
     * @return the inference; not estimable without any event
     */
    public static Estimable<ExactRateRatio> of(RateComparison rates) {
        return rates.ratio().map(ratio -> new ExactRateRatio(rates));
    }

    /** {@return r₁/r₂, infinite when the second group has no event} */
    public double estimate() {
        return rates.first().estimate() / rates.second().estimate();
    }

    /**
     * The test of φ = φ₀.
     *
     * @param ratio φ₀, positive
     * @param alternative the direction
     * @param method which tails add up
     * @return the p-value
     */
    public PValue test(double ratio, Alternative alternative, Method method) {
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("expected a positive ratio, found " + ratio);
        }
        double p = ratio / (ratio + exposureRatio);
        double half = method == Method.MIDP ? 0.5 * BinomialTail.at(x, n, p) : 0;
        double less = BinomialTail.atMost(x, n, p) - half;
        double greater = BinomialTail.atLeast(x, n, p) - half;
        return PValue.of(
                switch (alternative) {
                    case LESS -> less;
                    case GREATER -> greater;
                    case TWO_SIDED ->
                        method == Method.MINIMUM_LIKELIHOOD ? noMoreLikely(p) : 2 * Math.min(less, greater);
                });
    }

    private double noMoreLikely(double p) {
        double bound = BinomialTail.at(x, n, p) * TIE;
        double mean = n * p;
        if (x == mean) {
            return 1;
        }
        if (x > mean) {
            long k = (long) Math.floor(mean);
            while (k >= 0 && BinomialTail.at(k, n, p) > bound) {
                k--;
            }
            return BinomialTail.atMost(k, n, p) + BinomialTail.atLeast(x, n, p);
        }
        long k = (long) Math.ceil(mean);
        while (k <= n && BinomialTail.at(k, n, p) > bound) {
            k++;
        }
        return BinomialTail.atMost(x, n, p) + BinomialTail.atLeast(k, n, p);
    }

    /**
     * The interval that belongs to a direction: {@code LESS} gives an upper limit only, {@code GREATER} a lower.
     *
     * @param alternative the direction
     * @param method {@code MIDP} or one of the others, whose intervals agree
     * @param level its coverage
     * @return the interval, open above when the second group has no event
     */
    public Interval interval(Alternative alternative, Method method, ConfidenceLevel level) {
        double tail = alternative == Alternative.TWO_SIDED ? level.alpha() / 2 : level.alpha();
        double lower = alternative == Alternative.LESS ? 0 : exposureRatio * lowerOdds(tail, method);
        double upper =
                alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : exposureRatio * upperOdds(tail, method);
        return new Interval(lower, upper, level);
    }

    private double lowerOdds(double tail, Method method) {
        if (method != Method.MIDP || x == 0) {
            return BinomialTail.oddsWithUpperTail(x, n, tail);
        }
        return midPOdds(p -> BinomialTail.atLeast(x, n, p) - 0.5 * BinomialTail.at(x, n, p) - tail);
    }

    private double upperOdds(double tail, Method method) {
        if (method != Method.MIDP || x == n) {
            return BinomialTail.oddsWithLowerTail(x, n, tail);
        }
        return midPOdds(p -> BinomialTail.atMost(x, n, p) - 0.5 * BinomialTail.at(x, n, p) - tail);
    }

    private static double midPOdds(java.util.function.DoubleUnaryOperator tailMiss) {
        double p = RootSearch.between(tailMiss, 0, 1);
        return p / (1 - p);
    }
}
