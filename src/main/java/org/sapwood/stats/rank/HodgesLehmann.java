package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.TailProbability;

/**
 * The Hodges-Lehmann estimate of a centre or a shift: the median of the M Walsh averages {@code (d_i + d_j)/2, i <= j} of
 * one sample, or of the M differences {@code x_i − y_j} of two. The interval runs from the k-th smallest to the k-th
 * largest of them, k from the null distribution of the signed rank or rank sum statistic without ties.
 */
public final class HodgesLehmann {
    /** More pairs than this are not sorted. */
    private static final long MOST_PAIRS = 40_000_000;

    private final double[] sorted;
    private final int m;
    private final int n;

    private HodgesLehmann(double[] pairs, int m, int n) {
        Arrays.sort(pairs);
        this.sorted = pairs;
        this.m = m;
        this.n = n;
    }

    /**
     * An interval with the coverage it really has.
     *
     * @param interval labelled with the level asked for
     * @param achievedLevel the coverage for continuous data, at least the level unless the sample is too small for it
     */
    public record Achieved(Interval interval, double achievedLevel) {}

    /**
     * The centre of one sample, for example of paired differences.
     *
     * @param d finite values; not modified
     * @return the estimate; none for an empty or too large sample
     */
    public static Estimable<HodgesLehmann> ofCentre(double... d) {
        long count = d.length * (d.length + 1L) / 2;
        if (d.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation in the group");
        }
        if (count > MOST_PAIRS) {
            return Estimable.not(Reason.TOO_LARGE, count + " pairs of observations are too many to sort");
        }
        double[] pairs = new double[(int) count];
        int k = 0;
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j <= i; j++) {
                pairs[k++] = (d[i] + d[j]) / 2;
            }
        }
        return Estimable.of(new HodgesLehmann(pairs, d.length, 0));
    }

    /**
     * The shift of the first sample against the second.
     *
     * @param x finite values; not modified
     * @param y finite values; not modified
     * @return the estimate; none for an empty or too large sample
     */
    public static Estimable<HodgesLehmann> ofShift(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Estimable.not(
                    Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group");
        }
        long count = (long) x.length * y.length;
        if (count > MOST_PAIRS) {
            return Estimable.not(Reason.TOO_LARGE, count + " pairs of observations are too many to sort");
        }
        double[] pairs = new double[(int) count];
        int k = 0;
        for (double first : x) {
            for (double second : y) {
                pairs[k++] = first - second;
            }
        }
        return Estimable.of(new HodgesLehmann(pairs, x.length, y.length));
    }

    /** {@return the median of the Walsh averages or pairwise differences} */
    public double estimate() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * The interval from the exact tie-free null distribution.
     *
     * @param level the coverage
     * @return the interval; when even the extremes do not reach the level, the extremes and what they do reach
     */
    public Achieved exactInterval(ConfidenceLevel level) {
        double tail = level.alpha() / 2;
        long k;
        double below;
        if (n == 0) {
            int[] ranks = new int[m];
            Arrays.setAll(ranks, i -> i + 1);
            SignFlipDistribution distribution = new SignFlipDistribution(ranks);
            k = Math.max(1, distribution.lowerQuantile(tail));
            below = distribution.atMost(k - 1).value();
        } else {
            int[] ranks = new int[m + n];
            Arrays.setAll(ranks, i -> i + 1);
            SubsetSumDistribution distribution = new SubsetSumDistribution(ranks, Math.min(m, n));
            long least = Math.min(m, n) * (Math.min(m, n) + 1L) / 2;
            k = Math.max(1, distribution.lowerQuantile(tail) - least);
            below = distribution.atMost(least + k - 1).probability();
        }
        return new Achieved(orderStatistics(k, level), 1 - 2 * below);
    }

    /**
     * The interval from the normal approximation to the tie-free null distribution: {@code k = floor(E − z √Var)}.
     *
     * @param level the coverage
     * @return the interval
     */
    public Interval asymptoticInterval(ConfidenceLevel level) {
        return orderStatistics(Math.max(1, normalRank(level.alpha())), level);
    }

    private long normalRank(double alpha) {
        double variance = n == 0 ? m * (m + 1.0) * (2.0 * m + 1) / 24 : (double) m * n * (m + n + 1.0) / 12;
        double mean = sorted.length / 2.0;
        return (long) Math.floor(mean - TailProbability.normalQuantile(alpha) * Math.sqrt(variance));
    }

    private Interval orderStatistics(long k, ConfidenceLevel level) {
        int lower = (int) Math.min(k, (sorted.length + 1) / 2);
        return new Interval(sorted[lower - 1], sorted[sorted.length - lower], level);
    }

    /** The sorted Walsh averages or pairwise differences. */
    double[] pairs() {
        return sorted;
    }
}
