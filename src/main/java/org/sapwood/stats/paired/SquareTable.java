package org.sapwood.stats.paired;

import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ChiSquareTest;

/** Tests on a square table of paired categories: rows the first measurement, columns the second. */
public final class SquareTable {
    private final int[][] counts;

    private SquareTable(int[][] counts) {
        this.counts = counts;
    }

    /**
     * A table.
     *
     * @param counts k rows of k non-negative counts, k at least 2; not modified
     * @return the table
     * @throws IllegalArgumentException when not square or negative
     */
    public static SquareTable of(int[][] counts) {
        int k = counts.length;
        int[][] copy = new int[k][];
        for (int i = 0; i < k; i++) {
            if (k < 2 || counts[i].length != k) {
                throw new IllegalArgumentException(
                        "expected a square table of at least 2 x 2, found a row of " + counts[i].length + " in " + k);
            }
            copy[i] = counts[i].clone();
            for (int count : copy[i]) {
                if (count < 0) {
                    throw new IllegalArgumentException("counts must not be negative, found " + count);
                }
            }
        }
        return new SquareTable(copy);
    }

    /**
     * Bowker's test of symmetry: {@code Σ (n_ij − n_ji)² / (n_ij + n_ji)} over pairs of cells, those with no pair adding
     * nothing. All {@code k(k − 1)/2} pairs count as degrees of freedom, as in SAS; R gives no result with empty ones.
     *
     * @return the test; none when every pair lies on the diagonal
     */
    public Estimable<ChiSquareTest> bowker() {
        int k = counts.length;
        double statistic = 0;
        long discordant = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                double sum = (double) counts[i][j] + counts[j][i];
                double difference = (double) counts[i][j] - counts[j][i];
                statistic += sum > 0 ? difference * difference / sum : 0;
                discordant += (long) sum;
            }
        }
        return discordant == 0
                ? Estimable.not(Reason.NO_DISCORDANT_PAIRS, "no pair changed between the two measurements")
                : Estimable.of(ChiSquareTest.of(statistic, k * (k - 1) / 2.0));
    }

    /**
     * The Stuart-Maxwell test of marginal homogeneity: {@code dᵀ S⁻¹ d} with d the differences of the margins and S their
     * covariance, the last category left out. Categories that no pair enters or leaves carry no information and are left
     * out with their degree of freedom.
     *
     * @return the test; none when every pair lies on the diagonal or S is singular
     */
    public Estimable<ChiSquareTest> stuartMaxwell() {
        int[] informative = informative();
        if (informative.length < 2) {
            return Estimable.not(Reason.NO_DISCORDANT_PAIRS, "no pair changed between the two measurements");
        }
        int size = informative.length - 1;
        double[] difference = new double[size];
        double[][] covariance = new double[size][size];
        for (int a = 0; a < size; a++) {
            int i = informative[a];
            double row = 0;
            double column = 0;
            for (int j = 0; j < counts.length; j++) {
                row += counts[i][j];
                column += counts[j][i];
            }
            difference[a] = row - column;
            for (int b = 0; b < size; b++) {
                int j = informative[b];
                covariance[a][b] = a == b ? row + column - 2.0 * counts[i][i] : -(double) counts[i][j] - counts[j][i];
            }
        }
        double statistic = quadraticForm(covariance, difference);
        return Double.isNaN(statistic)
                ? Estimable.not(Reason.NOT_POSITIVE_DEFINITE, "the covariance of the margins is singular")
                : Estimable.of(ChiSquareTest.of(statistic, size));
    }

    private int[] informative() {
        return IntStream.range(0, counts.length)
                .filter(i -> {
                    boolean moves = false;
                    for (int j = 0; j < counts.length; j++) {
                        moves |= j != i && counts[i][j] + counts[j][i] > 0;
                    }
                    return moves;
                })
                .toArray();
    }

    /** {@code dᵀ S⁻¹ d} by Cholesky's decomposition, NaN when S is not positive definite; S is overwritten. */
    private static double quadraticForm(double[][] s, double[] d) {
        int size = d.length;
        double form = 0;
        double[] solved = new double[size];
        for (int i = 0; i < size; i++) {
            double diagonal = s[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = s[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= s[i][k] * s[j][k];
                }
                if (i == j) {
                    if (sum <= 1e-12 * diagonal) {
                        return Double.NaN;
                    }
                    s[i][i] = Math.sqrt(sum);
                } else {
                    s[i][j] = sum / s[j][j];
                }
            }
            double rest = d[i];
            for (int k = 0; k < i; k++) {
                rest -= s[i][k] * solved[k];
            }
            solved[i] = rest / s[i][i];
            form += solved[i] * solved[i];
        }
        return form;
    }
}
