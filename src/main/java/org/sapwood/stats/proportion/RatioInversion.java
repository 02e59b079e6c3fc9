package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;

/** Intervals for a ratio or an odds ratio by inversion of a test, searched on the log scale. */
final class RatioInversion {
    /** The search covers ratios from exp(−30) to exp(30). */
    private static final double WIDEST = 30;

    private RatioInversion() {}

    /**
     * All ratios whose statistic lies within the critical values.
     *
     * @param z the statistic as a decreasing function of the ratio
     * @param openBelow whether no ratio is too small, since the estimate is 0 or there is none
     * @param openAbove whether no ratio is too large
     */
    static Interval score(DoubleUnaryOperator z, boolean openBelow, boolean openAbove, ConfidenceLevel level) {
        double critical = NormalTail.critical(level);
        DoubleUnaryOperator f = log -> z.applyAsDouble(StrictMath.exp(log));
        double lower = openBelow ? 0 : cross(log -> f.applyAsDouble(log) - critical, 0);
        double upper = openAbove
                ? Double.POSITIVE_INFINITY
                : cross(log -> f.applyAsDouble(log) + critical, Double.POSITIVE_INFINITY);
        return new Interval(lower, upper, level);
    }

    private static double cross(DoubleUnaryOperator f, double otherwise) {
        boolean crosses = f.applyAsDouble(-WIDEST) > 0 && f.applyAsDouble(WIDEST) < 0;
        return crosses ? StrictMath.exp(RootSearch.between(f, -WIDEST, WIDEST)) : otherwise;
    }

    /**
     * All ratios whose deviance lies within z².
     *
     * @param deviance twice the loss of log-likelihood as a function of the ratio
     * @param estimate where it is zero; 0 or infinite when it is on the boundary
     */
    static Interval likelihoodRatio(
            DoubleUnaryOperator deviance,
            double estimate,
            boolean openBelow,
            boolean openAbove,
            ConfidenceLevel level) {
        double z = NormalTail.critical(level);
        DoubleUnaryOperator excess = log -> deviance.applyAsDouble(StrictMath.exp(log)) - z * z;
        double centre = Math.max(-WIDEST, Math.min(WIDEST, StrictMath.log(estimate)));
        double lower =
                openBelow ? 0 : StrictMath.exp(RootSearch.between(excess, Math.min(-WIDEST, centre - 20), centre));
        double upper = openAbove
                ? Double.POSITIVE_INFINITY
                : StrictMath.exp(RootSearch.between(excess, centre, Math.max(WIDEST, centre + 20)));
        return new Interval(lower, upper, level);
    }
}
