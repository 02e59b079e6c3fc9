package org.sapwood.stats.descriptive;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The chi-square interval of a normal standard deviation: {@code √(SS / χ²(1 − α/2)), √(SS / χ²(α/2))} with n − 1 df. */
public final class StandardDeviationInterval {
    private StandardDeviationInterval() {}

    /**
     * The equal-tailed interval.
     *
     * @param moments of the sample
     * @param level the coverage
     * @return the interval; none below two observations
     */
    public static Estimable<Interval> of(Moments moments, ConfidenceLevel level) {
        if (moments.n() < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "one observation has no standard deviation");
        }
        ChiSquaredDistribution chiSquare = ChiSquaredDistribution.of(moments.n() - 1);
        double tail = level.alpha() / 2;
        return Estimable.of(new Interval(
                Math.sqrt(moments.sumOfSquares() / chiSquare.inverseSurvivalProbability(tail)),
                Math.sqrt(moments.sumOfSquares() / chiSquare.inverseCumulativeProbability(tail)),
                level));
    }
}
