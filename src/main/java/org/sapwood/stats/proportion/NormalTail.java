package org.sapwood.stats.proportion;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.PValue;

/** Tails and critical values of the standard normal distribution. */
public final class NormalTail {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    /** Beyond this point the tail is summed in logarithms, because its value nears the smallest double. */
    private static final double FAR = 35;

    private NormalTail() {}

    /**
     * The two-sided critical value z with P(|Z| &gt; z) = 1 − level.
     *
     * @param level the confidence level
     * @return about 1.96 for 0.95
     */
    public static double critical(ConfidenceLevel level) {
        return STANDARD.inverseSurvivalProbability(level.alpha() / 2);
    }

    /**
     * The value with the given upper tail probability.
     *
     * @param tail in (0, 1)
     * @return the quantile
     */
    public static double quantileOfUpperTail(double tail) {
        return STANDARD.inverseSurvivalProbability(tail);
    }

    /**
     * The p-value of a standard normal statistic.
     *
     * @param z the statistic; infinite is allowed
     * @param alternative {@code GREATER} takes the upper tail
     * @return the p-value
     * @throws IllegalArgumentException when z is NaN
     */
    public static PValue pValue(double z, Alternative alternative) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("expected a number as normal statistic, found NaN");
        }
        return switch (alternative) {
            case GREATER -> upper(z, 0);
            case LESS -> upper(-z, 0);
            case TWO_SIDED -> upper(Math.abs(z), StrictMath.log(2));
        };
    }

    private static PValue upper(double z, double logFactor) {
        if (z < FAR) {
            return PValue.of((logFactor > 0 ? 2 : 1) * STANDARD.survivalProbability(z));
        }
        if (z == Double.POSITIVE_INFINITY) {
            return PValue.ofLog(Double.NEGATIVE_INFINITY);
        }
        // Mills' ratio, asymptotic series: the first omitted term is below 1e-10 of the sum for z >= 35
        double t = 1 / (z * z);
        double series = 1 - t * (1 - 3 * t * (1 - 5 * t * (1 - 7 * t)));
        return PValue.ofLog(logFactor - z * z / 2 - StrictMath.log(z) - HALF_LOG_TWO_PI + StrictMath.log(series));
    }
}
