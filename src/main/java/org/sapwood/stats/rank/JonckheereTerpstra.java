package org.sapwood.stats.rank;

import java.util.Arrays;
import java.util.List;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ZTest;

/**
 * The Jonckheere-Terpstra test against an ordered alternative: J counts, over all pairs of groups, the pairs of
 * observations that increase with the group, ties as one half. {@code GREATER} means increasing.
 */
public final class JonckheereTerpstra {
    private final double[] sizes;
    private final double[] ties;
    private final double j;

    private JonckheereTerpstra(double[] sizes, double[] ties, double j) {
        this.sizes = sizes;
        this.ties = ties;
        this.j = j;
    }

    /**
     * Counts increasing pairs; empty groups are left out.
     *
     * @param groups samples without NaN, in the order of the alternative
     * @return the test; none with fewer than two groups or when all values are equal
     */
    public static Estimable<JonckheereTerpstra> of(List<double[]> groups) {
        List<double[]> present =
                groups.stream().filter(group -> group.length > 0).toList();
        if (present.size() < 2) {
            return Estimable.not(Reason.EMPTY_GROUP, "needs two groups with observations, found " + present.size());
        }
        double j = 0;
        for (int a = 0; a < present.size(); a++) {
            for (int b = a + 1; b < present.size(); b++) {
                // Two groups may be tied throughout although others are not: then half their pairs count.
                j += MannWhitney.of(present.get(b), present.get(a)) instanceof Estimable.Of<MannWhitney> of
                        ? of.value().u()
                        : present.get(b).length * present.get(a).length / 2.0;
            }
        }
        double[] ties = tieSizes(
                present.stream().flatMapToDouble(Arrays::stream).sorted().toArray());
        if (ties.length == 1) {
            return Estimable.not(Reason.ALL_TIED, "all observations are equal");
        }
        return Estimable.of(new JonckheereTerpstra(
                present.stream().mapToDouble(group -> group.length).toArray(), ties, j));
    }

    private static double[] tieSizes(double[] sorted) {
        double[] sizes = new double[sorted.length];
        int groups = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] != sorted[i - 1]) {
                groups++;
            }
            sizes[groups]++;
        }
        return Arrays.copyOf(sizes, groups + 1);
    }

    /** {@return J} */
    public double statistic() {
        return j;
    }

    /** {@return the expectation {@code (N² − Σ n_i²)/4}} */
    public double expected() {
        double n = Arrays.stream(sizes).sum();
        return (n * n - Arrays.stream(sizes).map(size -> size * size).sum()) / 4;
    }

    /** {@return the variance given the ties (Hollander and Wolfe; SAS)} */
    public double variance() {
        double n = Arrays.stream(sizes).sum();
        double first = n * (n - 1) * (2 * n + 5) - cubic(sizes) - cubic(ties);
        double variance = first / 72 + pairs(sizes) * pairs(ties) / (8 * n * (n - 1));
        return n > 2 ? variance + triples(sizes) * triples(ties) / (36 * n * (n - 1) * (n - 2)) : variance;
    }

    /**
     * The normal approximation.
     *
     * @param alternative {@code GREATER}: values increase with the group
     * @return z and its p-value
     */
    public ZTest normal(Alternative alternative) {
        return ZTest.of((j - expected()) / Math.sqrt(variance()), alternative);
    }

    /**
     * The exact p-value: without ties J is a sum of independent Mann-Whitney statistics, each group against all before
     * it, so its distribution is their convolution; with ties it is built up value by value.
     *
     * @param alternative {@code TWO_SIDED} doubles the smaller tail
     * @return the p-value; {@code TOO_LARGE} with ties in groups too many or too large for the exact distribution
     */
    public Estimable<PValue> exact(Alternative alternative) {
        return Arrays.stream(ties).anyMatch(t -> t > 1) ? givenTies(alternative) : withoutTies(alternative);
    }

    private Estimable<PValue> givenTies(Alternative alternative) {
        return JonckheereTerpstraGivenTies.distribution(whole(sizes), whole(ties))
                .map(distribution -> Estimable.of(tail(distribution, (int) Math.round(2 * j), alternative)))
                .orElseGet(() -> Estimable.not(
                        Reason.TOO_LARGE, "too many or too large groups with ties for the exact distribution"));
    }

    private static int[] whole(double[] counts) {
        return Arrays.stream(counts).mapToInt(count -> (int) count).toArray();
    }

    private Estimable<PValue> withoutTies(Alternative alternative) {
        double[] distribution = {1};
        int before = (int) sizes[0];
        for (int g = 1; g < sizes.length; g++) {
            distribution = convolved(distribution, SubsetSumCounts.tieFree(before, (int) sizes[g]));
            before += (int) sizes[g];
        }
        return Estimable.of(tail(distribution, (int) j, alternative));
    }

    private static PValue tail(double[] distribution, int at, Alternative alternative) {
        double less = Arrays.stream(distribution, 0, at + 1).sum();
        double greater = Arrays.stream(distribution, at, distribution.length).sum();
        return PValue.of(
                switch (alternative) {
                    case GREATER -> greater;
                    case LESS -> less;
                    case TWO_SIDED -> 2 * Math.min(less, greater);
                });
    }

    private static double[] convolved(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                sum[i + k] += a[i] * b[k];
            }
        }
        return sum;
    }

    private static double cubic(double[] counts) {
        return Arrays.stream(counts).map(t -> t * (t - 1) * (2 * t + 5)).sum();
    }

    private static double pairs(double[] counts) {
        return Arrays.stream(counts).map(t -> t * (t - 1)).sum();
    }

    private static double triples(double[] counts) {
        return Arrays.stream(counts).map(t -> t * (t - 1) * (t - 2)).sum();
    }
}
