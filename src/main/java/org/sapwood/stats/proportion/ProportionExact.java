package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;

/**
 * The intervals for one proportion that come from the binomial distribution or likelihood itself. Every upper limit is
 * one minus the lower limit of the complementary count, or its own tail where that keeps more digits.
 */
final class ProportionExact {
    private ProportionExact() {}

    static Estimable<Interval> clopperPearson(int x, int n, ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        double lower = x == 0 ? 0 : BetaDistribution.of(x, n - x + 1.0).inverseCumulativeProbability(tail);
        double upper = x == n ? 1 : BetaDistribution.of(x + 1.0, n - x).inverseSurvivalProbability(tail);
        return Estimable.of(new Interval(lower, upper, level));
    }

    static Estimable<Interval> jeffreys(int x, int n, ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        BetaDistribution posterior = BetaDistribution.of(x + 0.5, n - x + 0.5);
        return Estimable.of(new Interval(
                x == 0 ? 0 : posterior.inverseCumulativeProbability(tail),
                x == n ? 1 : posterior.inverseSurvivalProbability(tail),
                level));
    }

    static Estimable<Interval> midP(int x, int n, ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        return Estimable.of(new Interval(midPLower(x, n, tail), 1 - midPLower(n - x, n, tail), level));
    }

    private static double midPLower(int x, int n, double tail) {
        if (x == 0) {
            return 0;
        }
        DoubleUnaryOperator excess = p -> 0.5 * (atLeast(x, n, p) + atLeast(x + 1, n, p)) - tail;
        return RootSearch.between(excess, 0, 1);
    }

    static Estimable<Interval> blaker(int x, int n, ConfidenceLevel level) {
        return Estimable.of(
                new Interval(blakerLower(x, n, level.alpha()), 1 - blakerLower(n - x, n, level.alpha()), level));
    }

    /**
     * The smallest p whose acceptability exceeds α. Below x / n the acceptability is P(X ≥ x) + P(X ≤ k), k being the
     * largest count whose lower tail is not above that upper tail. It jumps up where k grows by one, and between jumps
     * first falls and then rises, so its first crossing is at a jump or is the only root of a segment. It never exceeds
     * twice P(X ≥ x), hence the search may start at the Clopper–Pearson limit.
     */
    private static double blakerLower(int x, int n, double alpha) {
        if (x == 0) {
            return 0;
        }
        double start = BetaDistribution.of(x, n - x + 1.0).inverseCumulativeProbability(alpha / 2);
        int k = -1;
        while (k + 1 < x && atMost(k + 1, n, start) <= atLeast(x, n, start)) {
            k++;
        }
        while (k < x - 1) {
            int included = k;
            int next = k + 1;
            double jump = RootSearch.between(p -> atLeast(x, n, p) - atMost(next, n, p), start, 1);
            DoubleUnaryOperator excess = p -> atLeast(x, n, p) + atMost(included, n, p) - alpha;
            if (excess.applyAsDouble(start) >= 0) {
                return start;
            }
            if (excess.applyAsDouble(jump) >= 0) {
                return RootSearch.between(excess, start, jump);
            }
            start = jump;
            k = next;
        }
        return start;
    }

    static Estimable<Interval> likelihoodRatio(int x, int n, ConfidenceLevel level) {
        double z = NormalTail.critical(level);
        return Estimable.of(new Interval(likelihoodRatioLower(x, n, z), 1 - likelihoodRatioLower(n - x, n, z), level));
    }

    private static double likelihoodRatioLower(int x, int n, double z) {
        if (x == 0) {
            return 0;
        }
        double estimate = (double) x / n;
        double maximum = logLikelihood(x, n, estimate);
        return RootSearch.between(p -> 2 * (maximum - logLikelihood(x, n, p)) - z * z, Double.MIN_NORMAL, estimate);
    }

    /** x log p + (n − x) log(1 − p), where 0 log 0 is 0. */
    static double logLikelihood(int x, int n, double p) {
        return (x > 0 ? x * StrictMath.log(p) : 0) + (x < n ? (n - x) * StrictMath.log1p(-p) : 0);
    }

    /** P(X ≥ x). */
    static double atLeast(int x, int n, double p) {
        return x <= 0 ? 1 : x > n ? 0 : RegularizedBeta.value(p, x, n - x + 1.0);
    }

    /** P(X ≤ x). */
    static double atMost(int x, int n, double p) {
        return x < 0 ? 0 : x >= n ? 1 : RegularizedBeta.complement(p, x + 1.0, n - x);
    }
}
