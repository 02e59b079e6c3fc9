package org.sapwood.stats.paired;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/**
 * The distribution-free interval of a median: from the (k+1)-th smallest to the (k+1)-th largest observation, k the
 * largest count with {@code P(B <= k) <= α/2} for B binomial(n, 1/2).
 *
 * @param interval labelled with the level asked for
 * @param achievedLevel the coverage for continuous data, at least the level
 */
public record MedianInterval(Interval interval, double achievedLevel) {
    /**
     * The interval of a sample's median.
     *
     * @param x finite values; not modified
     * @param level the coverage
     * @return the interval; none when even the extremes do not reach the level
     */
    public static Estimable<MedianInterval> of(double[] x, ConfidenceLevel level) {
        int n = x.length;
        if (n == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation in the group");
        }
        BinomialDistribution below = BinomialDistribution.of(n, 0.5);
        int k = -1;
        while (k + 1 < n && below.cumulativeProbability(k + 1) <= level.alpha() / 2) {
            k++;
        }
        if (k < 0) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    n + " observations are too few for a distribution-free interval of this level");
        }
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Estimable.of(new MedianInterval(
                new Interval(sorted[k], sorted[n - 1 - k], level), 1 - 2 * below.cumulativeProbability(k)));
    }
}
