package org.sapwood.stats.location;

import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.TailProbability;

/**
 * An estimate whose error, divided by its standard error, follows Student's t: estimated once, then asked for tests and
 * intervals.
 *
 * @param estimate the mean, or the difference first minus second
 * @param standardError positive
 * @param degreesOfFreedom positive, whole or not
 */
public record StudentT(double estimate, double standardError, double degreesOfFreedom) {
    public StudentT {
        if (!(standardError > 0) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("expected a positive standard error and degrees of freedom, found "
                    + standardError + ", " + degreesOfFreedom);
        }
    }

    /**
     * The statistic {@code (estimate − null) / standard error}.
     *
     * @param nullValue the hypothesised value
     * @return t
     */
    public double t(double nullValue) {
        return (estimate - nullValue) / standardError;
    }

    /**
     * The p-value of a hypothesised value.
     *
     * @param nullValue the hypothesised value
     * @param alternative the direction
     * @return the p-value
     */
    public PValue pValue(double nullValue, Alternative alternative) {
        return TailProbability.studentT(t(nullValue), degreesOfFreedom, alternative);
    }

    /**
     * The two-sided interval.
     *
     * @param level the coverage
     * @return the interval
     */
    public Interval interval(ConfidenceLevel level) {
        return interval(level, Alternative.TWO_SIDED);
    }

    /**
     * The interval that holds exactly the values a test of this direction does not reject at {@code 1 − level}.
     *
     * @param level the coverage
     * @param alternative {@code GREATER} leaves the upper end open, {@code LESS} the lower
     * @return the interval
     */
    public Interval interval(ConfidenceLevel level, Alternative alternative) {
        double tail = alternative == Alternative.TWO_SIDED ? level.alpha() / 2 : level.alpha();
        double half = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail) * standardError;
        return new Interval(
                alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : estimate - half,
                alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : estimate + half,
                level);
    }
}
