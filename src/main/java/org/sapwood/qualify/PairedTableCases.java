package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.inference.FTest;
import org.sapwood.stats.paired.CochranQ;
import org.sapwood.stats.paired.McNemar;
import org.sapwood.stats.paired.PairedRatios;
import org.sapwood.stats.paired.PairedRiskDifference;
import org.sapwood.stats.paired.PairedTable;
import org.sapwood.stats.paired.SquareTable;
import org.sapwood.stats.rank.BlockedRanks;

/** Methods on tables and blocks of family {@code 03-paired}. */
final class PairedTableCases {
    static final List<CaseMethod> METHODS = List.of(
            PairedCases.method("mcnemar", PairedTableCases::mcNemar),
            PairedCases.method("paired_risk_difference_ci", PairedTableCases::riskDifference),
            PairedCases.method("paired_risk_ratio_ci", PairedTableCases::riskRatio),
            PairedCases.method("paired_odds_ratio_ci", PairedTableCases::oddsRatio),
            PairedCases.method(
                    "bowker_symmetry", input -> chiSquare(square(input).bowker())),
            PairedCases.method(
                    "stuart_maxwell", input -> chiSquare(square(input).stuartMaxwell())),
            PairedCases.method("cochran_q", PairedTableCases::cochranQ),
            PairedCases.method("friedman", PairedTableCases::friedman),
            PairedCases.method("quade", PairedTableCases::quade));

    private PairedTableCases() {}

    static PairedTable table(CaseInput input) {
        double[][] table = input.dataMatrix("table");
        return new PairedTable((int) table[0][0], (int) table[0][1], (int) table[1][0], (int) table[1][1]);
    }

    private static Map<String, Object> mcNemar(CaseInput input) {
        PairedTable table = table(input);
        return switch (input.text("type", "asymptotic")) {
            case "asymptotic" ->
                chiSquare(McNemar.asymptotic(
                        table,
                        input.flag("continuity_correction", false)
                                ? McNemar.Correction.EDWARDS
                                : McNemar.Correction.NONE));
            case "exact" -> Map.of("p_value", p(McNemar.exact(table)));
            case "midp" -> Map.of("p_value", p(McNemar.midP(table)));
            default -> throw CaseInput.unknown("type", input.option("type"), List.of("asymptotic", "exact", "midp"));
        };
    }

    /** A chi-square test by the layout's names. */
    static Map<String, Object> chiSquare(Estimable<ChiSquareTest> test) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic", number(test.map(ChiSquareTest::statistic)));
        results.put("df", number(test.map(ChiSquareTest::degreesOfFreedom)));
        results.put("p_value", p(test.map(ChiSquareTest::pValue)));
        return results;
    }

    private static Map<String, Object> riskDifference(CaseInput input) {
        PairedRiskDifference.Method method = switch (input.text("type")) {
            case "wald" -> PairedRiskDifference.Method.WALD;
            case "wald_cc" -> PairedRiskDifference.Method.WALD_CORRECTED;
            case "agresti_min" -> PairedRiskDifference.Method.AGRESTI_MIN;
            case "tango_score" -> PairedRiskDifference.Method.TANGO;
            case "newcombe_method_10" -> PairedRiskDifference.Method.NEWCOMBE;
            default ->
                throw CaseInput.unknown(
                        "type",
                        input.option("type"),
                        List.of("wald", "wald_cc", "agresti_min", "tango_score", "newcombe_method_10"));
        };
        PairedTable table = table(input);
        return estimate(
                PairedRiskDifference.estimate(table), PairedRiskDifference.interval(table, method, input.level()));
    }

    private static Map<String, Object> riskRatio(CaseInput input) {
        PairedTable table = table(input);
        if (!input.text("type", "wald_log").equals("wald_log")) {
            throw CaseInput.unknown("type", input.option("type"), List.of("wald_log"));
        }
        return estimate(PairedRatios.riskRatio(table), PairedRatios.riskRatioInterval(table, input.level()));
    }

    private static Map<String, Object> oddsRatio(CaseInput input) {
        PairedTable table = table(input);
        return switch (input.text("type")) {
            case "wald_log" ->
                estimate(PairedRatios.oddsRatio(table), PairedRatios.oddsRatioWaldInterval(table, input.level()));
            case "exact_clopper_pearson" ->
                estimate(PairedRatios.oddsRatio(table), PairedRatios.oddsRatioExactInterval(table, input.level()));
            default ->
                throw CaseInput.unknown("type", input.option("type"), List.of("wald_log", "exact_clopper_pearson"));
        };
    }

    private static Map<String, Object> estimate(Estimable<Double> estimate, Estimable<Interval> interval) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(estimate));
        CaseValues.putInterval(results, interval);
        return results;
    }

    private static SquareTable square(CaseInput input) {
        return SquareTable.of(Arrays.stream(input.dataMatrix("table"))
                .map(row -> Arrays.stream(row).mapToInt(x -> (int) x).toArray())
                .toArray(int[][]::new));
    }

    private static Map<String, Object> cochranQ(CaseInput input) {
        double[][] matrix = input.dataMatrix("matrix");
        boolean[][] answers = new boolean[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            answers[i] = new boolean[matrix[i].length];
            for (int j = 0; j < matrix[i].length; j++) {
                answers[i][j] = matrix[i][j] != 0;
            }
        }
        return chiSquare(CochranQ.of(answers));
    }

    private static Map<String, Object> friedman(CaseInput input) {
        Estimable<BlockedRanks> blocks = BlockedRanks.of(input.dataMatrix("matrix"));
        String form = input.text("form", "chi_square");
        Map<String, Object> results = switch (form) {
            case "chi_square" -> chiSquare(blocks.map(BlockedRanks::friedman));
            case "iman_davenport_f" -> f(blocks.flatMap(BlockedRanks::imanDavenport));
            default -> throw CaseInput.unknown("form", form, List.of("chi_square", "iman_davenport_f"));
        };
        results.put("kendall_w", number(blocks.map(BlockedRanks::kendallW)));
        return results;
    }

    private static Map<String, Object> quade(CaseInput input) {
        return f(BlockedRanks.of(input.dataMatrix("matrix")).flatMap(BlockedRanks::quade));
    }

    private static Map<String, Object> f(Estimable<FTest> test) {
        Map<String, Object> results = TwoSampleLocationCases.f(test);
        results.put("statistic", number(test.map(FTest::f)));
        return results;
    }
}
