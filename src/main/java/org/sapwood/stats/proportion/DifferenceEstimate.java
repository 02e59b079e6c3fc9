package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;

/**
 * An estimated difference with its standard error.
 *
 * @param estimate first minus second
 * @param standardError its standard error, at least 0
 * @param interval estimate ± z standard error
 */
public record DifferenceEstimate(double estimate, double standardError, Interval interval) {
    static DifferenceEstimate normal(double estimate, double variance, ConfidenceLevel level) {
        double standardError = Math.sqrt(variance);
        double half = NormalTail.critical(level) * standardError;
        return new DifferenceEstimate(estimate, standardError, new Interval(estimate - half, estimate + half, level));
    }
}
