package org.sapwood.stats.rate;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Tails of the Poisson distribution, and the means that have given tails. */
final class PoissonTail {
    private PoissonTail() {}

    /** P(X = k). */
    static double at(long k, double mean) {
        if (k < 0) {
            return 0;
        }
        return mean == 0 ? (k == 0 ? 1 : 0) : PoissonDistribution.of(mean).probability(Math.toIntExact(k));
    }

    /** P(X ≤ k). */
    static double atMost(long k, double mean) {
        if (k < 0) {
            return 0;
        }
        return mean == 0 ? 1 : RegularizedGamma.Q.value(k + 1.0, mean);
    }

    /** P(X ≥ k). */
    static double atLeast(long k, double mean) {
        if (k <= 0) {
            return 1;
        }
        return mean == 0 ? 0 : RegularizedGamma.P.value((double) k, mean);
    }

    /** The mean at which P(X ≥ k) is the given tail; 0 for k = 0. */
    static double meanWithUpperTail(long k, double tail) {
        if (k == 0) {
            return 0;
        }
        GammaDistribution gamma = GammaDistribution.of((double) k, 1);
        return polished(gamma.inverseCumulativeProbability(tail), (double) k, tail, true);
    }

    /** The mean at which P(X ≤ k) is the given tail. */
    static double meanWithLowerTail(long k, double tail) {
        GammaDistribution gamma = GammaDistribution.of(k + 1.0, 1);
        return polished(gamma.inverseSurvivalProbability(tail), k + 1.0, tail, false);
    }

    /** The library's quantile stops at an absolute error of 1e-9; Newton steps reach the last digit. */
    private static double polished(double start, double shape, double tail, boolean lower) {
        GammaDistribution gamma = GammaDistribution.of(shape, 1);
        double x = start;
        for (int i = 0; i < 3; i++) {
            double miss = lower ? RegularizedGamma.P.value(shape, x) - tail : tail - RegularizedGamma.Q.value(shape, x);
            double next = x - miss / gamma.density(x);
            x = next > 0 ? next : x / 2;
        }
        return x;
    }
}
