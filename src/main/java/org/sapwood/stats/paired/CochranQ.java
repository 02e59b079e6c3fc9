package org.sapwood.stats.paired;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ChiSquareTest;

/**
 * Cochran's test that k matched proportions are equal: with column sums {@code G_j} and row sums {@code L_i},
 * {@code Q = (k − 1)(k Σ G² − (Σ G)²) / (k Σ L − Σ L²)}, chi-square with k − 1 degrees of freedom.
 */
public final class CochranQ {
    private CochranQ() {}

    /**
     * The test.
     *
     * @param answers rows of subjects, columns of occasions
     * @return the test; none when no subject's answers differ
     * @throws IllegalArgumentException when rows have different lengths or fewer than two columns
     */
    public static Estimable<ChiSquareTest> of(boolean[][] answers) {
        int k = answers.length == 0 ? 2 : answers[0].length;
        long[] columns = new long[k];
        long total = 0;
        long squaredRows = 0;
        for (boolean[] row : answers) {
            if (row.length != k || k < 2) {
                throw new IllegalArgumentException(
                        "expected rows of " + Math.max(2, k) + " answers, found " + row.length);
            }
            long sum = 0;
            for (int j = 0; j < k; j++) {
                columns[j] += row[j] ? 1 : 0;
                sum += row[j] ? 1 : 0;
            }
            total += sum;
            squaredRows += sum * sum;
        }
        long denominator = k * total - squaredRows;
        if (denominator == 0) {
            return Estimable.not(Reason.NO_DISCORDANT_PAIRS, "no subject's answers differ between occasions");
        }
        double squaredColumns = 0;
        for (long column : columns) {
            squaredColumns += (double) column * column;
        }
        double statistic = (k - 1) * (k * squaredColumns - (double) total * total) / denominator;
        return Estimable.of(ChiSquareTest.of(Math.max(0, statistic), k - 1));
    }
}
