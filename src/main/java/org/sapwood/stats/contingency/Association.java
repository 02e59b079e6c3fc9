package org.sapwood.stats.contingency;

import org.sapwood.stats.Estimable;

/**
 * Measures of association from Pearson's X² of a table with N observations.
 *
 * @param phi √(X²/N); without sign, in [0, 1] for 2×2 tables
 * @param contingencyCoefficient √(X²/(X² + N)), in [0, 1)
 * @param cramersV √(X²/(N (min(r, c) − 1))), in [0, 1]
 */
public record Association(double phi, double contingencyCoefficient, double cramersV) {

    /**
     * The measures of a table.
     *
     * @param table the counts
     * @return the measures; {@code EMPTY_GROUP} when a row or column is empty or there is only one
     */
    public static Estimable<Association> of(ContingencyTable table) {
        return PearsonChiSquare.test(table, ContinuityCorrection.NONE).map(test -> {
            double x2 = test.statistic();
            double n = table.total();
            int smaller = Math.min(table.rows(), table.columns()) - 1;
            return new Association(Math.sqrt(x2 / n), Math.sqrt(x2 / (x2 + n)), Math.sqrt(x2 / n / smaller));
        });
    }
}
