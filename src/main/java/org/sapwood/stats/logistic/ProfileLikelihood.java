package org.sapwood.stats.logistic;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;

/**
 * The profile-likelihood interval of one coefficient: all values at which twice the loss of (penalised) log-likelihood,
 * the others maximised, stays below the χ²₁ quantile (Venzon and Moolgavkar 1988).
 */
final class ProfileLikelihood {
    /** A limit farther out than this many standard errors counts as infinite. */
    private static final double FARTHEST = 100;

    private ProfileLikelihood() {}

    static Interval interval(
            DoubleUnaryOperator profile, double maximum, double estimate, double standardError, ConfidenceLevel level) {
        double allowed = quantile(level);
        DoubleUnaryOperator excess = b -> 2 * (maximum - profile.applyAsDouble(b)) - allowed;
        return new Interval(limit(excess, estimate, -standardError), limit(excess, estimate, standardError), level);
    }

    private static double limit(DoubleUnaryOperator excess, double estimate, double step) {
        double inner = 0;
        double outer = step;
        while (excess.applyAsDouble(estimate + outer) < 0) {
            if (Math.abs(outer) > FARTHEST * Math.abs(step)) {
                return Math.copySign(Double.POSITIVE_INFINITY, step);
            }
            inner = outer;
            outer *= 1.5;
        }
        return RootSearch.between(excess, estimate + inner, estimate + outer);
    }

    private static double quantile(ConfidenceLevel level) {
        ChiSquaredDistribution chiSquare = ChiSquaredDistribution.of(1);
        double q = chiSquare.inverseSurvivalProbability(level.alpha());
        // the library stops at an absolute error of 1e-9
        for (int i = 0; i < 2; i++) {
            q += (chiSquare.survivalProbability(q) - level.alpha()) / chiSquare.density(q);
        }
        return q;
    }
}
