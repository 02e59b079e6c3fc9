package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;
import org.sapwood.stats.contingency.ChiSquareResult;
import org.sapwood.stats.contingency.ContingencyTable;
import org.sapwood.stats.contingency.ContinuityCorrection;
import org.sapwood.stats.contingency.TwoByTwo;

/** The reference-case methods of family {@code 01-contingency}. */
final class ContingencyCases {
    static final String FAMILY = "01-contingency";
    static final String PAGE = "contingency";

    static final List<CaseMethod> METHODS = Stream.of(
                    ContingencyAsymptoticCases.METHODS,
                    ContingencyExactCases.METHODS,
                    ContingencyUnconditionalCases.METHODS,
                    ContingencyStratifiedCases.METHODS,
                    ContingencyOrdinalCases.METHODS)
            .flatMap(List::stream)
            .toList();

    private ContingencyCases() {}

    static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, PAGE, run);
    }

    static ContingencyTable table(CaseInput input) {
        return table(input.dataMatrix("table"));
    }

    static TwoByTwo twoByTwo(CaseInput input) {
        return twoByTwo(table(input));
    }

    static List<TwoByTwo> twoByTwoStrata(CaseInput input) {
        return strata(input).stream().map(ContingencyCases::twoByTwo).toList();
    }

    static List<ContingencyTable> strata(CaseInput input) {
        List<ContingencyTable> tables = new ArrayList<>();
        for (double[][] rows : input.dataMatrices("tables")) {
            tables.add(table(rows));
        }
        return tables;
    }

    private static ContingencyTable table(double[][] rows) {
        int[][] counts = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            counts[i] = new int[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                counts[i][j] = Math.toIntExact(Math.round(rows[i][j]));
            }
        }
        return ContingencyTable.of(counts);
    }

    private static TwoByTwo twoByTwo(ContingencyTable table) {
        if (!table.isTwoByTwo()) {
            throw new CaseInput.Unsupported(
                    "this method needs a 2x2 table, found " + table.rows() + "x" + table.columns());
        }
        return new TwoByTwo(table.count(0, 0), table.count(0, 1), table.count(1, 0), table.count(1, 1));
    }

    /** Scores of ordered categories; 1, 2, … when none are given. */
    static double[] scores(CaseInput input, String option, int categories) {
        double[] given = input.numbers(option);
        if (given.length == 0) {
            given = new double[categories];
            for (int k = 0; k < categories; k++) {
                given[k] = k + 1.0;
            }
        }
        if (given.length != categories) {
            throw new CaseInput.Unsupported(
                    "option \"" + option + "\": expected " + categories + " scores, found " + given.length);
        }
        return given;
    }

    static ContinuityCorrection correction(CaseInput input) {
        return input.flag("continuity_correction", false) ? ContinuityCorrection.YATES : ContinuityCorrection.NONE;
    }

    static Map<String, Object> chiSquare(Estimable<ChiSquareResult> test) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic", ProportionCases.number(test.map(ChiSquareResult::statistic)));
        results.put("df", ProportionCases.number(test.map(t -> (double) t.degreesOfFreedom())));
        results.put("p_value", ProportionCases.number(test.map(t -> t.pValue().value())));
        return results;
    }

    static Map<String, Object> pValue(PValue p) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("p_value", p.value());
        return results;
    }
}
