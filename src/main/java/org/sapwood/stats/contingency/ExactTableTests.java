package org.sapwood.stats.contingency;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;

/**
 * Exact tests of independence in r×c tables: Fisher's (Freeman–Halton), Pearson's and the likelihood ratio statistic
 * referred to all tables with the same margins. Empty rows and columns play no part.
 */
public final class ExactTableTests {
    private ExactTableTests() {}

    static Estimable<ExactTableResult> fisher(ContingencyTable given) {
        ContingencyTable table = given.withoutEmptyMargins();
        LogFactorials logFactorials = new LogFactorials(table.total());
        double constant = -logFactorials.of(table.total());
        double observed = 0;
        for (int i = 0; i < table.rows(); i++) {
            constant += logFactorials.of(table.rowTotal(i));
            for (int j = 0; j < table.columns(); j++) {
                observed += logFactorials.of(table.count(i, j));
            }
        }
        for (int j = 0; j < table.columns(); j++) {
            constant += logFactorials.of(table.columnTotal(j));
        }
        double probability = StrictMath.exp(constant - observed);
        double tie = StrictMath.log1p(FisherExact.TIE);
        CellScore score = CellScore.exchangeable(logFactorials::of);
        return result(table, score, probability, probability, observed - tie, observed + tie);
    }

    /**
     * Pearson's X² with its exact p-value.
     *
     * @param given the counts
     * @return the test; {@code EMPTY_GROUP} when fewer than two rows or columns have observations, {@code TOO_LARGE}
     *     when the tables cannot be counted in reasonable time
     */
    public static Estimable<ExactTableResult> pearson(ContingencyTable given) {
        ContingencyTable table = given.withoutEmptyMargins();
        if (!table.hasFullMargins()) {
            return PearsonChiSquare.emptyMargin();
        }
        double n = table.total();
        double statistic = PearsonChiSquare.statistic(table, 0);
        // X² + N = Σ x² N / (row total × column total)
        CellScore score = CellScore.byMargins((x, row, column) -> x * n * x / ((double) row * column));
        return result(
                table,
                score,
                statistic,
                tableProbability(table),
                n + statistic - FisherExact.TIE * statistic,
                n + statistic + FisherExact.TIE * Math.max(statistic, 1));
    }

    /**
     * The likelihood ratio statistic with its exact p-value.
     *
     * @param given the counts
     * @return the test; {@code EMPTY_GROUP} when fewer than two rows or columns have observations, {@code TOO_LARGE}
     *     when the tables cannot be counted in reasonable time
     */
    public static Estimable<ExactTableResult> likelihoodRatio(ContingencyTable given) {
        ContingencyTable table = given.withoutEmptyMargins();
        if (!table.hasFullMargins()) {
            return PearsonChiSquare.emptyMargin();
        }
        double statistic = LikelihoodRatioChiSquare.statistic(table);
        double[] score = new double[table.total() + 1];
        for (int x = 1; x < score.length; x++) {
            score[x] = 2 * x * StrictMath.log(x);
        }
        double observed = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                observed += score[table.count(i, j)];
            }
        }
        // G² is this sum less a constant of the margins
        double tie = FisherExact.TIE * statistic;
        return result(
                table,
                CellScore.exchangeable(x -> score[x]),
                statistic,
                tableProbability(table),
                observed - tie,
                observed + FisherExact.TIE * Math.max(statistic, 1));
    }

    private static double tableProbability(ContingencyTable table) {
        LogFactorials logFactorials = new LogFactorials(table.total());
        double log = -logFactorials.of(table.total());
        for (int i = 0; i < table.rows(); i++) {
            log += logFactorials.of(table.rowTotal(i));
            for (int j = 0; j < table.columns(); j++) {
                log -= logFactorials.of(table.count(i, j));
            }
        }
        for (int j = 0; j < table.columns(); j++) {
            log += logFactorials.of(table.columnTotal(j));
        }
        return StrictMath.exp(log);
    }

    private static Estimable<ExactTableResult> result(
            ContingencyTable table,
            CellScore score,
            double statistic,
            double tableProbability,
            double least,
            double beyond) {
        return FixedMarginTables.upperTails(table, score, least, beyond).map(tails -> {
            double point = Math.max(0, tails[0] - tails[1]);
            double p = Math.min(1, Math.max(tails[0], tableProbability));
            return new ExactTableResult(
                    statistic, PValue.of(p), point, PValue.of(Math.max(0, p - point / 2)), tableProbability);
        });
    }
}
