package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;

/**
 * An estimated ratio with a normal interval on the log scale.
 *
 * @param estimate first over second, in [0, ∞]
 * @param logStandardError standard error of the logarithm
 * @param interval exp(log estimate ± z standard error)
 */
public record RatioEstimate(
        Estimable<Double> estimate, Estimable<Double> logStandardError, Estimable<Interval> interval) {

    /**
     * A ratio whose logarithm is normal.
     *
     * @param logEstimate the logarithm of the ratio
     * @param logStandardError its standard error
     * @param level the coverage of the interval
     * @return estimate and interval
     */
    public static RatioEstimate logNormal(double logEstimate, double logStandardError, ConfidenceLevel level) {
        double half = NormalTail.critical(level) * logStandardError;
        return new RatioEstimate(
                Estimable.of(StrictMath.exp(logEstimate)),
                Estimable.of(logStandardError),
                Estimable.of(
                        new Interval(StrictMath.exp(logEstimate - half), StrictMath.exp(logEstimate + half), level)));
    }

    /**
     * An estimate on the boundary, 0 or infinite, or none at all: there is no interval on the log scale.
     *
     * @param estimate the estimate
     * @param reason why there is no interval
     * @param detail one plain sentence
     * @return the estimate alone
     */
    public static RatioEstimate withoutInterval(Estimable<Double> estimate, Estimable.Reason reason, String detail) {
        return new RatioEstimate(estimate, Estimable.not(reason, detail), Estimable.not(reason, detail));
    }
}
