package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.inference.FTest;

/** Friedman's and Quade's tests that k treatments are alike, observed once each in n blocks; ranks within blocks. */
public final class BlockedRanks {
    private final int n;
    private final int k;
    private final double[][] ranks;
    private final double tieTerm;
    private final double[] ranges;

    private BlockedRanks(int k, double[][] ranks, double tieTerm, double[] ranges) {
        this.n = ranks.length;
        this.k = k;
        this.ranks = ranks;
        this.tieTerm = tieTerm;
        this.ranges = ranges;
    }

    /**
     * Ranks within blocks; blocks with a missing value are left out.
     *
     * @param blocks rows of blocks, columns of treatments, NaN where missing
     * @return the ranked blocks; none when no block is complete or every block is constant
     * @throws IllegalArgumentException when rows have different lengths or fewer than two columns
     */
    public static Estimable<BlockedRanks> of(double[][] blocks) {
        int k = blocks.length == 0 ? 2 : blocks[0].length;
        for (double[] block : blocks) {
            if (block.length != k || k < 2) {
                throw new IllegalArgumentException(
                        "expected blocks of " + Math.max(2, k) + " values, found " + block.length);
            }
        }
        double[][] complete = Arrays.stream(blocks)
                .filter(block -> Arrays.stream(block).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
        if (complete.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no complete block");
        }
        double[][] ranks = new double[complete.length][];
        double[] ranges = new double[complete.length];
        double tieTerm = 0;
        for (int i = 0; i < complete.length; i++) {
            Midranks midranks = Midranks.of(complete[i]);
            ranks[i] = midranks.ranks();
            tieTerm += midranks.tieTerm();
            ranges[i] = Arrays.stream(complete[i]).max().orElse(0)
                    - Arrays.stream(complete[i]).min().orElse(0);
        }
        return Arrays.stream(ranges).allMatch(range -> range == 0)
                ? Estimable.not(Reason.ALL_TIED, "every block is constant")
                : Estimable.of(new BlockedRanks(k, ranks, tieTerm, ranges));
    }

    /** {@return the number of complete blocks} */
    public int blocks() {
        return n;
    }

    /**
     * Friedman's chi-square: with rank sums {@code R_j} and t the numbers of tied values within blocks,
     * {@code 12 Σ (R_j − n(k + 1)/2)² / (nk(k + 1) − Σ(t³ − t)/(k − 1))}.
     *
     * @return the test with k − 1 degrees of freedom
     */
    public ChiSquareTest friedman() {
        double squares = 0;
        for (int j = 0; j < k; j++) {
            double sum = 0;
            for (double[] row : ranks) {
                sum += row[j];
            }
            double deviation = sum - n * (k + 1) / 2.0;
            squares += deviation * deviation;
        }
        double statistic = 12 * squares / (n * (double) k * (k + 1) - tieTerm / (k - 1));
        return ChiSquareTest.of(statistic, k - 1);
    }

    /** {@return Kendall's coefficient of concordance W, Friedman's statistic over n(k − 1), in [0, 1]} */
    public double kendallW() {
        return friedman().statistic() / (n * (k - 1.0));
    }

    /**
     * The F form of Iman and Davenport (1980): {@code (n − 1) Q / (n(k − 1) − Q)}.
     *
     * @return the test; none with one block or complete agreement
     */
    public Estimable<FTest> imanDavenport() {
        double q = friedman().statistic();
        double rest = n * (k - 1.0) - q;
        if (n < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "one block leaves no degree of freedom");
        }
        return rest <= 1e-12 * n * k
                ? Estimable.not(Reason.ZERO_VARIANCE, "all blocks agree completely")
                : Estimable.of(FTest.of((n - 1) * q / rest, k - 1, (n - 1.0) * (k - 1)));
    }

    /**
     * Quade's test: deviations of the ranks from their mean, weighted by the rank of the block's range.
     *
     * @return the F test; when all blocks agree completely and have one range, F is infinite and the p-value is
     *     {@code (k!)^(1 − n)}
     */
    public Estimable<FTest> quade() {
        if (n < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "one block leaves no degree of freedom");
        }
        double[] weights = Midranks.of(ranges).ranks();
        double all = 0;
        double[] sums = new double[k];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double weighted = weights[i] * (ranks[i][j] - (k + 1) / 2.0);
                all += weighted * weighted;
                sums[j] += weighted;
            }
        }
        double treatments = Arrays.stream(sums).map(sum -> sum * sum).sum() / n;
        double rest = all - treatments;
        double residualDf = (n - 1.0) * (k - 1);
        if (rest <= 1e-12 * all) {
            double logFactorial = 0;
            for (int i = 2; i <= k; i++) {
                logFactorial += StrictMath.log(i);
            }
            return Estimable.of(
                    new FTest(Double.POSITIVE_INFINITY, k - 1, residualDf, PValue.ofLog((1 - n) * logFactorial)));
        }
        return Estimable.of(FTest.of((n - 1) * treatments / rest, k - 1, residualDf));
    }
}
