package org.sapwood.stats.contingency;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * Pearson's chi-square test of independence: X² = Σ (O − E)²/E over the cells, E = row total × column total / N, with
 * (r − 1)(c − 1) degrees of freedom (Pearson 1900).
 */
public final class PearsonChiSquare {
    private PearsonChiSquare() {}

    /**
     * The test.
     *
     * @param table the counts
     * @param correction the correction applies to 2×2 tables only and is ignored for larger ones
     * @return statistic and p-value; {@code EMPTY_GROUP} when a row or column is empty or there is only one
     */
    public static Estimable<ChiSquareResult> test(ContingencyTable table, ContinuityCorrection correction) {
        if (!table.hasFullMargins()) {
            return emptyMargin();
        }
        double taken = 0;
        if (correction == ContinuityCorrection.YATES && table.isTwoByTwo()) {
            taken = Math.min(0.5, Math.abs(table.count(0, 0) - table.expected(0, 0)));
        }
        return Estimable.of(ChiSquareResult.of(statistic(table, taken), degreesOfFreedom(table)));
    }

    /**
     * Pearson's statistic times (N − 1)/N, the score test with the hypergeometric variance (Campbell 2007).
     *
     * @param table the counts
     * @return statistic and p-value; {@code EMPTY_GROUP} when a row or column is empty or there is only one
     */
    public static Estimable<ChiSquareResult> nMinusOne(ContingencyTable table) {
        if (!table.hasFullMargins()) {
            return emptyMargin();
        }
        double n = table.total();
        return Estimable.of(ChiSquareResult.of(statistic(table, 0) * (n - 1) / n, degreesOfFreedom(table)));
    }

    /**
     * The smallest expected count, by which the approximation is judged.
     *
     * @param table the counts
     * @return the smallest E; {@code EMPTY_GROUP} for a table without observations
     */
    public static Estimable<Double> smallestExpected(ContingencyTable table) {
        if (table.total() == 0) {
            return emptyMargin();
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                smallest = Math.min(smallest, table.expected(i, j));
            }
        }
        return Estimable.of(smallest);
    }

    static double statistic(ContingencyTable table, double taken) {
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                double expected = table.expected(i, j);
                double distance = Math.abs(table.count(i, j) - expected) - taken;
                sum += distance * distance / expected;
            }
        }
        return sum;
    }

    static int degreesOfFreedom(ContingencyTable table) {
        return (table.rows() - 1) * (table.columns() - 1);
    }

    static <T> Estimable<T> emptyMargin() {
        return Estimable.not(Reason.EMPTY_GROUP, "a row or column without observation");
    }
}
