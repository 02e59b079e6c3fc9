package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/**
 * Hodges-Lehmann estimate with the interval from the exact null distribution <em>given the observed ties</em>: all
 * centres or shifts that the exact test does not reject at {@code 1 − level}, each tail at most half of it.
 *
 * @param estimate of the centre or shift
 * @param interval the limits
 */
public record HodgesLehmannGivenTies(double estimate, Interval interval) {
    /**
     * The centre of one sample, as {@code exactRankTests::wilcox.exact} gives it: values equal to zero are left out, the
     * null distribution is that of the midranks of the rest, and the signed rank sum is evaluated at the Walsh averages
     * themselves.
     *
     * @param d finite values; not modified
     * @param level the coverage
     * @return estimate and interval; none when no value is unequal to zero
     */
    public static Estimable<HodgesLehmannGivenTies> ofCentre(double[] d, ConfidenceLevel level) {
        double[] nonZero = Arrays.stream(d).filter(value -> value != 0).toArray();
        if (nonZero.length == 0) {
            return d.length == 0
                    ? Estimable.not(Reason.EMPTY_GROUP, "no observation in the group")
                    : Estimable.not(Reason.ZERO_VARIANCE, "all observations are zero");
        }
        return HodgesLehmann.ofCentre(nonZero).map(pairs -> {
            int[] ranks =
                    Midranks.of(Arrays.stream(nonZero).map(Math::abs).toArray()).doubled();
            long total = Arrays.stream(ranks).asLongStream().sum();
            SignFlipDistribution distribution = new SignFlipDistribution(ranks);
            double low = distribution.lowerQuantile(level.alpha() / 2) / 2.0;
            // The smallest sum with at most α/2 above it: the mirror image, the distribution being symmetric.
            double high = (total - distribution.lowerQuantile(level.alpha() / 2)) / 2.0;
            double[] averages = pairs.pairs();
            double middle = total / 4.0;
            double centre =
                    (firstAtMost(nonZero, averages, Math.ceil(middle)) + lastAbove(nonZero, averages, middle)) / 2;
            double lower = lastAbove(nonZero, averages, high);
            double upper = firstAtMost(nonZero, averages, low);
            return new HodgesLehmannGivenTies(
                    centre, new Interval(Math.min(lower, upper), Math.max(lower, upper), level));
        });
    }

    /** The smallest Walsh average at which the signed rank sum is at most a bound; the largest of all if none. */
    private static double firstAtMost(double[] d, double[] averages, double bound) {
        int index = firstIndexAtMost(d, averages, bound);
        return averages[Math.min(index, averages.length - 1)];
    }

    /** The largest Walsh average at which the signed rank sum exceeds a bound; the smallest of all if none. */
    private static double lastAbove(double[] d, double[] averages, double bound) {
        return averages[Math.max(0, firstIndexAtMost(d, averages, bound) - 1)];
    }

    private static int firstIndexAtMost(double[] d, double[] averages, double bound) {
        int below = -1;
        int found = averages.length;
        while (found - below > 1) {
            int middle = (below + found) >>> 1;
            if (positiveRankSum(d, averages[middle]) <= bound) {
                found = middle;
            } else {
                below = middle;
            }
        }
        return found;
    }

    private static double positiveRankSum(double[] d, double centre) {
        double[] shifted = Arrays.stream(d).map(value -> value - centre).toArray();
        Midranks ranks = Midranks.of(Arrays.stream(shifted).map(Math::abs).toArray());
        double sum = 0;
        for (int i = 0; i < shifted.length; i++) {
            sum += shifted[i] > 0 ? ranks.rank(i) : 0;
        }
        return sum;
    }

    /**
     * The shift of the first sample against the second. At a shift t that is no difference {@code x_i − y_j} the
     * statistic U is the number of larger differences, so the limits are order statistics of the differences, at ranks
     * from the null distribution given the ties; SAS and coin.
     *
     * @param x the first sample, finite values; not modified
     * @param y the second sample
     * @param level the coverage
     * @return estimate and interval; none when a sample is empty
     */
    public static Estimable<HodgesLehmannGivenTies> ofShift(double[] x, double[] y, ConfidenceLevel level) {
        return HodgesLehmann.ofShift(x, y).map(pairs -> {
            double[] all = Arrays.copyOf(x, x.length + y.length);
            System.arraycopy(y, 0, all, x.length, y.length);
            int[] doubled = Midranks.of(all).doubled();
            double tail = level.alpha() / 2;
            long smallest = (long) x.length * (x.length + 1);
            SubsetSumDistribution distribution = new SubsetSumDistribution(doubled, x.length);
            double low = (distribution.lowerQuantile(tail) - smallest) / 2.0;
            double high = (distribution.upperQuantile(tail) - smallest) / 2.0;
            double[] differences = pairs.pairs();
            int count = differences.length;
            int lower = count - 1 - (int) Math.floor(high);
            int upper = count - (int) Math.ceil(low);
            return new HodgesLehmannGivenTies(
                    pairs.estimate(),
                    new Interval(differences[Math.max(0, lower)], differences[Math.min(count - 1, upper)], level));
        });
    }
}
