package org.sapwood.stats.rank;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;

/**
 * The shift algorithm: how many subsets of a given size of whole scores have a given sum. Scores are added one after the
 * other, in ascending order, to an array over (size, excess), where the excess of a subset is its sum minus the smallest
 * sum of as many scores. The excess never falls, so everything beyond the tail asked for is left out. Only additions of
 * positive numbers, hence no cancellation.
 */
final class SubsetSumCounts {
    private static final double LARGE = 0x1p900;

    private SubsetSumCounts() {}

    /** The number of elementary additions a tail costs. */
    static double cost(int scores, int size, long excess) {
        return 0.5 * scores * size * (excess + 1.0);
    }

    /**
     * The lower tail.
     *
     * @param sorted scores, ascending
     * @param size of the subsets
     * @param excess the largest excess counted, at least 0
     * @return the logarithms of the probabilities of at most, and exactly, this excess
     */
    static SubsetSumTail lowerTail(int[] sorted, int size, int excess) {
        Counts counts = counts(sorted, size, excess);
        double total = 0;
        for (double count : counts.ways) {
            total += count;
        }
        double log = counts.exponent * StrictMath.log(2) - LogBinomialCoefficient.value(sorted.length, size);
        return new SubsetSumTail(StrictMath.log(total) + log, StrictMath.log(counts.ways[excess]) + log);
    }

    /**
     * The tie-free distribution of U for two sample sizes.
     *
     * @param m the one size, at least 1
     * @param n the other size, at least 1
     * @return the probabilities of U = 0, …, mn
     */
    static double[] tieFree(int m, int n) {
        int[] ranks = new int[m + n];
        Arrays.setAll(ranks, i -> i);
        double[] ways = counts(ranks, Math.min(m, n), m * n).ways;
        double total = Arrays.stream(ways).sum();
        return Arrays.stream(ways).map(count -> count / total).toArray();
    }

    /** How many subsets have each excess, divided by {@code 2^exponent}. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Counts(double[] ways, int exponent) {}

    private static Counts counts(int[] sorted, int size, int excess) {
        double[][] counts = new double[size + 1][];
        counts[0] = new double[excess + 1];
        counts[0][0] = 1;
        int exponent = 0;
        int n = sorted.length;
        boolean mayOverflow = LogBinomialCoefficient.value(n, size) > 600;
        for (int i = 0; i < n; i++) {
            // Sizes from which the wanted size can no longer be reached are left alone.
            int least = Math.max(0, size - (n - i));
            for (int c = Math.min(i, size - 1); c >= least; c--) {
                int shift = sorted[i] - sorted[c];
                if (shift > excess) {
                    continue;
                }
                double[] from = counts[c];
                double[] to = counts[c + 1];
                if (to == null) {
                    to = new double[excess + 1];
                    counts[c + 1] = to;
                }
                for (int e = shift; e <= excess; e++) {
                    to[e] += from[e - shift];
                }
            }
            if (mayOverflow) {
                exponent += rescale(counts);
            }
        }
        return new Counts(counts[size], exponent);
    }

    private static int rescale(double[][] counts) {
        double largest = 0;
        for (double[] row : counts) {
            if (row != null) {
                for (double count : row) {
                    largest = Math.max(largest, count);
                }
            }
        }
        if (largest < LARGE) {
            return 0;
        }
        int shift = Math.getExponent(largest);
        for (double[] row : counts) {
            if (row != null) {
                Arrays.setAll(row, e -> Math.scalb(row[e], -shift));
            }
        }
        return shift;
    }
}
