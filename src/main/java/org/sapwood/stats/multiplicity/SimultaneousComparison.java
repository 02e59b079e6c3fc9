package org.sapwood.stats.multiplicity;

import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/**
 * One of several comparisons of means, with an interval and a p-value that hold for all of them together.
 *
 * @param first index of the group whose mean comes first
 * @param second index of the group subtracted
 * @param difference first mean minus second mean
 * @param standardError of the difference
 * @param statistic difference over standard error
 * @param interval simultaneous, two-sided
 * @param adjustedP two-sided, adjusted
 */
public record SimultaneousComparison(
        int first,
        int second,
        double difference,
        double standardError,
        double statistic,
        Interval interval,
        PValue adjustedP) {}
