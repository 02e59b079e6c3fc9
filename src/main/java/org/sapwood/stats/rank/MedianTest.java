package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ZTest;

/**
 * The two-sample median test as a linear rank test: an observation scores 1 above the median of both samples together,
 * else 0; the sum of the first sample's scores is standardised by its permutation variance.
 */
public final class MedianTest {
    private MedianTest() {}

    /**
     * The test.
     *
     * @param x the first sample, no NaN
     * @param y the second sample
     * @param alternative {@code GREATER}: the first sample lies above the common median more often
     * @return z and its p-value; none when a sample is empty or no value lies above the median
     */
    public static Estimable<ZTest> of(double[] x, double[] y, Alternative alternative) {
        if (x.length == 0 || y.length == 0) {
            return Estimable.not(
                    Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group");
        }
        double[] all = new double[x.length + y.length];
        System.arraycopy(x, 0, all, 0, x.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        Arrays.sort(all);
        int n = all.length;
        double median = n % 2 == 1 ? all[n / 2] : (all[n / 2 - 1] + all[n / 2]) / 2;
        long above = Arrays.stream(all).filter(value -> value > median).count();
        if (above == 0) {
            return Estimable.not(Reason.ALL_TIED, "no observation lies above the median");
        }
        long first = Arrays.stream(x).filter(value -> value > median).count();
        double share = (double) above / n;
        double variance = (double) x.length * y.length * share * (1 - share) / (n - 1);
        return Estimable.of(ZTest.of((first - x.length * share) / Math.sqrt(variance), alternative));
    }
}
