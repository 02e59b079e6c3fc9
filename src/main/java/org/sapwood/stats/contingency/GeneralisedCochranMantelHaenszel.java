package org.sapwood.stats.contingency;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.sapwood.stats.Estimable;

/**
 * The Cochran–Mantel–Haenszel tests for r×c tables over strata: G′V⁻G, G the sum over strata of contrasts of
 * (observed − expected) counts and V their hypergeometric covariance (Landis, Heyman and Koch 1978). The degrees of
 * freedom are the rank of V. Strata with fewer than two observations add nothing.
 */
public final class GeneralisedCochranMantelHaenszel {
    /** An eigenvalue below this share of the largest is zero. */
    private static final double SINGULAR = 1e-10;

    private final double[] sum;
    private final double[][] covariance;

    private GeneralisedCochranMantelHaenszel(int size) {
        sum = new double[size];
        covariance = new double[size][size];
    }

    /**
     * Any association of rows and columns, both unordered.
     *
     * @param strata one table per stratum, all of the same shape
     * @return statistic and p-value, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<ChiSquareResult> generalAssociation(List<ContingencyTable> strata) {
        if (strata.isEmpty()) {
            return CochranMantelHaenszel.noInformation();
        }
        double[][] rows = indicators(strata.get(0).rows());
        double[][] columns = indicators(strata.get(0).columns());
        GeneralisedCochranMantelHaenszel test = new GeneralisedCochranMantelHaenszel(rows.length * columns.length);
        for (ContingencyTable stratum : sameShape(strata)) {
            test.add(stratum, rows, columns);
        }
        return test.result();
    }

    /**
     * Different row means of a scored column variable.
     *
     * @param strata one table per stratum, all of the same shape
     * @param scores which scores
     * @param columnScores used with {@code TABLE}, one per column
     * @return statistic and p-value, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<ChiSquareResult> rowMeanScores(
            List<ContingencyTable> strata, CategoryScores scores, double[] columnScores) {
        if (strata.isEmpty()) {
            return CochranMantelHaenszel.noInformation();
        }
        double[][] rows = indicators(strata.get(0).rows());
        GeneralisedCochranMantelHaenszel test = new GeneralisedCochranMantelHaenszel(rows.length);
        for (ContingencyTable stratum : sameShape(strata)) {
            test.add(stratum, rows, new double[][] {columnScores(stratum, scores, columnScores)});
        }
        return test.result();
    }

    /**
     * Linear association of a scored row and a scored column variable.
     *
     * @param strata one table per stratum, all of the same shape
     * @param scores which scores
     * @param rowScores used with {@code TABLE}, one per row
     * @param columnScores used with {@code TABLE}, one per column
     * @return statistic and p-value, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<ChiSquareResult> correlation(
            List<ContingencyTable> strata, CategoryScores scores, double[] rowScores, double[] columnScores) {
        if (strata.isEmpty()) {
            return CochranMantelHaenszel.noInformation();
        }
        GeneralisedCochranMantelHaenszel test = new GeneralisedCochranMantelHaenszel(1);
        for (ContingencyTable stratum : sameShape(strata)) {
            test.add(stratum, new double[][] {columnScores(stratum.transposed(), scores, rowScores)}, new double[][] {
                columnScores(stratum, scores, columnScores)
            });
        }
        return test.result();
    }

    private static double[] columnScores(ContingencyTable table, CategoryScores scores, double[] given) {
        int[] margin = new int[table.columns()];
        for (int j = 0; j < margin.length; j++) {
            margin[j] = table.columnTotal(j);
        }
        double[] found = scores.of(margin, given);
        if (found.length != margin.length) {
            throw new IllegalArgumentException(
                    "expected " + margin.length + " scores, one per category, found " + found.length);
        }
        return found;
    }

    /** All categories but the last, each against the rest. */
    private static double[][] indicators(int categories) {
        double[][] rows = new double[categories - 1][categories];
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = 1;
        }
        return rows;
    }

    private static List<ContingencyTable> sameShape(List<ContingencyTable> strata) {
        for (ContingencyTable stratum : strata) {
            if (stratum.rows() != strata.get(0).rows()
                    || stratum.columns() != strata.get(0).columns()) {
                throw new IllegalArgumentException("expected tables of one shape in all strata");
            }
        }
        return strata;
    }

    private void add(ContingencyTable table, double[][] rows, double[][] columns) {
        double n = table.total();
        if (n < 2) {
            return;
        }
        double[] rowShares = new double[table.rows()];
        double[] columnShares = new double[table.columns()];
        for (int i = 0; i < rowShares.length; i++) {
            rowShares[i] = table.rowTotal(i) / n;
        }
        for (int j = 0; j < columnShares.length; j++) {
            columnShares[j] = table.columnTotal(j) / n;
        }
        double[][] rowCovariance = multinomialCovariance(rows, rowShares);
        double[][] columnCovariance = multinomialCovariance(columns, columnShares);
        double factor = n * n / (n - 1);
        for (int c = 0; c < columns.length; c++) {
            for (int r = 0; r < rows.length; r++) {
                int k = c * rows.length + r;
                for (int i = 0; i < rowShares.length; i++) {
                    for (int j = 0; j < columnShares.length; j++) {
                        sum[k] += rows[r][i] * columns[c][j] * (table.count(i, j) - n * rowShares[i] * columnShares[j]);
                    }
                }
                for (int c2 = 0; c2 < columns.length; c2++) {
                    for (int r2 = 0; r2 < rows.length; r2++) {
                        covariance[k][c2 * rows.length + r2] += factor * columnCovariance[c][c2] * rowCovariance[r][r2];
                    }
                }
            }
        }
    }

    /** Covariances of contrasts of one multinomial observation. */
    private static double[][] multinomialCovariance(double[][] contrasts, double[] shares) {
        double[] means = new double[contrasts.length];
        for (int k = 0; k < means.length; k++) {
            for (int i = 0; i < shares.length; i++) {
                means[k] += contrasts[k][i] * shares[i];
            }
        }
        double[][] result = new double[means.length][means.length];
        for (int k = 0; k < means.length; k++) {
            for (int l = 0; l < means.length; l++) {
                for (int i = 0; i < shares.length; i++) {
                    result[k][l] += shares[i] * (contrasts[k][i] - means[k]) * (contrasts[l][i] - means[l]);
                }
            }
        }
        return result;
    }

    private Estimable<ChiSquareResult> result() {
        int size = sum.length;
        if (size == 0) {
            return CochranMantelHaenszel.noInformation();
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(new DMatrixRMaj(covariance))) {
            return Estimable.not(Estimable.Reason.NO_CONVERGENCE, "the covariance matrix has no eigendecomposition");
        }
        double largest = 0;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        double statistic = 0;
        int rank = 0;
        for (int k = 0; k < size; k++) {
            double value = eigen.getEigenvalue(k).getReal();
            if (value > SINGULAR * largest) {
                double projection = 0;
                DMatrixRMaj vector = eigen.getEigenVector(k);
                for (int i = 0; i < size; i++) {
                    projection += vector.get(i, 0) * sum[i];
                }
                statistic += projection * projection / value;
                rank++;
            }
        }
        return rank == 0 ? CochranMantelHaenszel.noInformation() : Estimable.of(ChiSquareResult.of(statistic, rank));
    }
}
