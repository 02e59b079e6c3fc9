package org.sapwood.stats.contingency;

import org.sapwood.stats.Estimable;

/**
 * The likelihood ratio test of independence: G² = 2 Σ O log(O/E), empty cells adding nothing, with (r − 1)(c − 1)
 * degrees of freedom.
 */
public final class LikelihoodRatioChiSquare {
    private LikelihoodRatioChiSquare() {}

    /**
     * The test.
     *
     * @param table the counts
     * @return statistic and p-value; {@code EMPTY_GROUP} when a row or column is empty or there is only one
     */
    public static Estimable<ChiSquareResult> test(ContingencyTable table) {
        if (!table.hasFullMargins()) {
            return PearsonChiSquare.emptyMargin();
        }
        return Estimable.of(
                ChiSquareResult.of(Math.max(0, statistic(table)), PearsonChiSquare.degreesOfFreedom(table)));
    }

    static double statistic(ContingencyTable table) {
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                int observed = table.count(i, j);
                if (observed > 0) {
                    sum += observed * StrictMath.log(observed / table.expected(i, j));
                }
            }
        }
        return 2 * sum;
    }
}
