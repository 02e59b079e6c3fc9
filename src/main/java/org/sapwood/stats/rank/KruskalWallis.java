package org.sapwood.stats.rank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ChiSquareTest;

/**
 * The Kruskal-Wallis test that k samples come from one distribution:
 * {@code H = 12 / (N(N + 1)) Σ n_i (R̄_i − (N + 1)/2)²}, divided by {@code 1 − Σ(t³ − t)/(N³ − N)} for ties.
 */
public final class KruskalWallis {
    /** More states than this are not enumerated. */
    private static final int MOST_STATES = 3_000_000;

    private final Midranks ranks;
    private final int[] sizes;

    private KruskalWallis(Midranks ranks, int[] sizes) {
        this.ranks = ranks;
        this.sizes = sizes;
    }

    /**
     * Ranks several samples together; empty ones are left out.
     *
     * @param groups samples without NaN
     * @return the ranked groups; none with fewer than two groups or when all values are equal
     */
    public static Estimable<KruskalWallis> of(List<double[]> groups) {
        List<double[]> present =
                groups.stream().filter(group -> group.length > 0).toList();
        if (present.size() < 2) {
            return Estimable.not(Reason.EMPTY_GROUP, "needs two groups with observations, found " + present.size());
        }
        double[] all = present.stream().flatMapToDouble(Arrays::stream).toArray();
        Midranks ranks = Midranks.of(all);
        double n = all.length;
        return ranks.tieTerm() == n * n * n - n
                ? Estimable.not(Reason.ALL_TIED, "all observations are equal")
                : Estimable.of(new KruskalWallis(
                        ranks, present.stream().mapToInt(group -> group.length).toArray()));
    }

    /** {@return the chi-square form with k − 1 degrees of freedom} */
    public ChiSquareTest asymptotic() {
        double n = ranks.size();
        double between = 0;
        long[] sums = doubledSums();
        for (int g = 0; g < sizes.length; g++) {
            double deviation = sums[g] / 2.0 / sizes[g] - (n + 1) / 2;
            between += sizes[g] * deviation * deviation;
        }
        double ties = 1 - ranks.tieTerm() / (n * n * n - n);
        return ChiSquareTest.of(12 / (n * (n + 1)) * between / ties, sizes.length - 1);
    }

    /**
     * The exact p-value given the ties: the share of all arrangements with a statistic at least as large. Arrangements are
     * not listed one by one but counted by the sizes and rank sums they have reached.
     *
     * @return the p-value; none when there are too many states
     */
    public Estimable<PValue> exact() {
        int[] doubled = ranks.doubled();
        int k = sizes.length;
        long total = 0;
        for (int twice : doubled) {
            total += twice;
        }
        double[] radix = new double[2 * k - 2];
        double span = 1;
        for (int g = 0; g < k - 1; g++) {
            radix[g] = sizes[g] + 1.0;
            radix[k - 1 + g] = total + 1.0;
            span *= radix[g] * radix[k - 1 + g];
        }
        if (span > 0x1p62) {
            return tooLarge();
        }
        long[] stepOfSize = new long[k - 1];
        long[] stepOfSum = new long[k - 1];
        long step = 1;
        for (int g = 0; g < k - 1; g++) {
            stepOfSize[g] = step;
            step *= sizes[g] + 1L;
        }
        for (int g = 0; g < k - 1; g++) {
            stepOfSum[g] = step;
            step *= total + 1;
        }
        Map<Long, Double> states = new HashMap<>();
        states.put(0L, 1.0);
        for (int i = 0; i < doubled.length; i++) {
            Map<Long, Double> next = new HashMap<>();
            for (Map.Entry<Long, Double> state : states.entrySet()) {
                long key = state.getKey();
                int taken = 0;
                for (int g = 0; g < k - 1; g++) {
                    int size = (int) (key / stepOfSize[g] % (sizes[g] + 1));
                    taken += size;
                    if (size < sizes[g]) {
                        next.merge(key + stepOfSize[g] + doubled[i] * stepOfSum[g], state.getValue(), Double::sum);
                    }
                }
                if (i - taken < sizes[k - 1]) {
                    next.merge(key, state.getValue(), Double::sum);
                }
            }
            if (next.size() > MOST_STATES) {
                return tooLarge();
            }
            states = next;
        }
        double observed = scaledStatistic(doubledSums());
        double all = 0;
        double extreme = 0;
        for (Map.Entry<Long, Double> state : new TreeMap<>(states).entrySet()) {
            long[] sums = new long[k];
            sums[k - 1] = total;
            for (int g = 0; g < k - 1; g++) {
                sums[g] = state.getKey() / stepOfSum[g] % (total + 1);
                sums[k - 1] -= sums[g];
            }
            all += state.getValue();
            extreme += scaledStatistic(sums) >= observed * (1 - 1e-12) ? state.getValue() : 0;
        }
        return Estimable.of(PValue.of(extreme / all));
    }

    private static Estimable<PValue> tooLarge() {
        return Estimable.not(Reason.TOO_LARGE, "too many arrangements for the exact Kruskal-Wallis test");
    }

    private long[] doubledSums() {
        int[] doubled = ranks.doubled();
        long[] sums = new long[sizes.length];
        int i = 0;
        for (int g = 0; g < sizes.length; g++) {
            for (int j = 0; j < sizes[g]; j++) {
                sums[g] += doubled[i++];
            }
        }
        return sums;
    }

    private double scaledStatistic(long[] sums) {
        double statistic = 0;
        for (int g = 0; g < sums.length; g++) {
            statistic += (double) sums[g] * sums[g] / sizes[g];
        }
        return statistic;
    }
}
