package org.sapwood.stats.rate;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Tails of the binomial distribution, and the odds that have given tails. */
final class BinomialTail {
    private BinomialTail() {}

    /** P(X = k). */
    static double at(long k, long n, double p) {
        return BinomialDistribution.of(Math.toIntExact(n), p).probability(Math.toIntExact(k));
    }

    /** P(X ≤ k). */
    static double atMost(long k, long n, double p) {
        if (k < 0) {
            return 0;
        }
        return k >= n ? 1 : RegularizedBeta.complement(p, k + 1.0, (double) (n - k));
    }

    /** P(X ≥ k). */
    static double atLeast(long k, long n, double p) {
        if (k <= 0) {
            return 1;
        }
        return k > n ? 0 : RegularizedBeta.value(p, (double) k, n - k + 1.0);
    }

    /** The odds p/(1 − p) at which P(X ≥ k) is the given tail; 0 for k = 0. */
    static double oddsWithUpperTail(long k, long n, double tail) {
        return k == 0 ? 0 : odds(tail, (double) k, n - k + 1.0);
    }

    /** The odds p/(1 − p) at which P(X ≤ k) is the given tail; infinite for k = n. */
    static double oddsWithLowerTail(long k, long n, double tail) {
        return k == n ? Double.POSITIVE_INFINITY : 1 / odds(tail, (double) (n - k), k + 1.0);
    }

    /** The odds of the beta quantile, polished by Newton steps: the library stops at an absolute error of 1e-9. */
    private static double odds(double tail, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double p = beta.inverseCumulativeProbability(tail);
        for (int i = 0; i < 3; i++) {
            double next = p - (RegularizedBeta.value(p, a, b) - tail) / beta.density(p);
            p = next > 0 && next < 1 ? next : p;
        }
        return p / (1 - p);
    }
}
