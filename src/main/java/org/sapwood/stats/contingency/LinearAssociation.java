package org.sapwood.stats.contingency;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The Mantel–Haenszel test of linear association: (N − 1) r² on one degree of freedom, r being Pearson's correlation of
 * row and column scores (Mantel 1963).
 */
public final class LinearAssociation {
    private LinearAssociation() {}

    /**
     * The test.
     *
     * @param table the counts
     * @param rowScores one per row
     * @param columnScores one per column
     * @return statistic and p-value; {@code ZERO_VARIANCE} when all observations share a row score or a column score
     * @throws IllegalArgumentException unless there is one score per row and per column
     */
    public static Estimable<ChiSquareResult> test(ContingencyTable table, double[] rowScores, double[] columnScores) {
        if (rowScores.length != table.rows() || columnScores.length != table.columns()) {
            throw new IllegalArgumentException("expected " + table.rows() + " row and " + table.columns()
                    + " column scores, found " + rowScores.length + " and " + columnScores.length);
        }
        double n = table.total();
        double meanRow = 0;
        double meanColumn = 0;
        for (int i = 0; i < rowScores.length; i++) {
            meanRow += table.rowTotal(i) * rowScores[i] / n;
        }
        for (int j = 0; j < columnScores.length; j++) {
            meanColumn += table.columnTotal(j) * columnScores[j] / n;
        }
        double rows = 0;
        double columns = 0;
        double products = 0;
        for (int i = 0; i < rowScores.length; i++) {
            double u = rowScores[i] - meanRow;
            rows += table.rowTotal(i) * u * u;
            for (int j = 0; j < columnScores.length; j++) {
                products += table.count(i, j) * u * (columnScores[j] - meanColumn);
            }
        }
        for (int j = 0; j < columnScores.length; j++) {
            double v = columnScores[j] - meanColumn;
            columns += table.columnTotal(j) * v * v;
        }
        if (!(rows > 0 && columns > 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations share a row score or a column score");
        }
        return Estimable.of(ChiSquareResult.of((n - 1) * products * products / (rows * columns), 1));
    }
}
