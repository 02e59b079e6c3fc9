package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.paired.McNemar;
import org.sapwood.stats.paired.PairedTable;

/** Methods on tables and blocks of family {@code 03-paired}. */
final class PairedTableCases {
    static final List<CaseMethod> METHODS = List.of(PairedCases.method("mcnemar", PairedTableCases::mcNemar));

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
            default ->
                throw CaseInput.unknown("type", input.option("type"), List.of("asymptotic", "exact", "midp"));
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
}
