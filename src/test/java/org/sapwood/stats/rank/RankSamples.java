package org.sapwood.stats.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/** Seeded samples, changes of scale and the enumeration of all splits. */
final class RankSamples {
    private RankSamples() {}

    /** Whole numbers, with ties. */
    static double[] sample(long seed, int n) {
        return new SplittableRandom(seed).ints(n, 0, 8).asDoubleStream().toArray();
    }

    static double[] continuous(long seed, int n) {
        return new SplittableRandom(seed).doubles(n, 0, 8).toArray();
    }

    /** A strictly increasing change of scale. */
    static double[] bent(double[] x) {
        return Arrays.stream(x).map(v -> v * v * v + 2).toArray();
    }

    /** The statistic of every split of the pooled values into sizes m and n. */
    static List<Double> overAllSplits(double[] x, double[] y, ToDoubleBiFunction<double[], double[]> statistic) {
        double[] all = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        List<Double> values = new ArrayList<>();
        for (int mask = 0; mask < 1 << all.length; mask++) {
            if (Integer.bitCount(mask) == x.length) {
                double[] first = new double[x.length];
                double[] second = new double[y.length];
                int f = 0;
                int s = 0;
                for (int i = 0; i < all.length; i++) {
                    if ((mask >> i & 1) == 1) {
                        first[f++] = all[i];
                    } else {
                        second[s++] = all[i];
                    }
                }
                values.add(statistic.applyAsDouble(first, second));
            }
        }
        return values;
    }

    static double share(List<Double> values, double atLeast) {
        return values.stream().filter(v -> v >= atLeast - 1e-9).count() / (double) values.size();
    }

    static double[] minus(double[] x) {
        return Arrays.stream(x).map(v -> -v).toArray();
    }
}
