package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.yaml.YamlMapping;

/** Reads rates of adverse events and shifts of laboratory values. */
final class SafetyReader {
    private final Names names;

    SafetyReader(Names names) {
        this.names = names;
    }

    MethodSpec eventRates(YamlMapping analysis) {
        AnalysisReader.only(analysis, "dataset", "where", "day", "until", "periods", "kinds");
        Map<String, SafetySpec.EventRates.Period> periods = new LinkedHashMap<>();
        analysis.mapping("periods")
                .fields()
                .forEach((label, node) -> node.asMapping().ifPresent(period -> {
                    period.rejectUnknown("from", "to");
                    int from = period.integer("from");
                    int to = period.integer("to");
                    if (from < 1 || to < from) {
                        period.complain("expected study days from at least 1 on; found " + from + " to " + to, "");
                    }
                    periods.put(label, new SafetySpec.EventRates.Period(from, to));
                }));
        return new SafetySpec.EventRates(
                names.use("dataset", analysis, "dataset"),
                ConditionReader.optional(analysis, "where"),
                analysis.text("day"),
                analysis.text("until"),
                periods,
                ConditionReader.labelled(analysis, "kinds"));
    }

    MethodSpec shift(YamlMapping analysis) {
        AnalysisReader.only(analysis, "dataset", "where", "parameter", "value", "baseline", "after", "range", "grades");
        if (analysis.has("range") == analysis.has("grades")) {
            analysis.complain(
                    "a shift has either a \"range\" or \"grades\"",
                    "Write \"range: {low: ANRLO, high: ANRHI}\", or \"grades: {limit: ANRHI, multiples: [1, 3, 5,"
                            + " 20]}\".");
        }
        return new SafetySpec.Shift(
                names.use("dataset", analysis, "dataset"),
                ConditionReader.optional(analysis, "where"),
                analysis.text("parameter"),
                analysis.text("value", "AVAL"),
                ConditionReader.read(analysis.mapping("baseline")),
                ConditionReader.read(analysis.mapping("after")),
                analysis.has("grades") ? grades(analysis.mapping("grades")) : range(analysis));
    }

    private static SafetySpec.Shift.Scale range(YamlMapping analysis) {
        YamlMapping range = analysis.optionalMapping("range").orElse(analysis);
        if (analysis.has("range")) {
            range.rejectUnknown("low", "high", "worst");
        }
        return new SafetySpec.Shift.Range(
                range.text("low", ""), range.text("high", ""), range.choice("worst", SafetySpec.Shift.Worst.HIGH));
    }

    private static SafetySpec.Shift.Scale grades(YamlMapping grades) {
        grades.rejectUnknown("limit", "multiples");
        List<BigDecimal> multiples = new ArrayList<>();
        for (String text : grades.texts("multiples")) {
            try {
                BigDecimal multiple = new BigDecimal(text);
                if (multiple.signum() <= 0
                        || (!multiples.isEmpty() && multiple.compareTo(multiples.get(multiples.size() - 1)) <= 0)) {
                    grades.complainAbout("multiples", "expected ascending numbers above 0; found " + text, "");
                }
                multiples.add(multiple);
            } catch (NumberFormatException e) {
                grades.complainAbout("multiples", "expected numbers; found \"" + text + "\"", "");
            }
        }
        return new SafetySpec.Shift.Grades(grades.text("limit"), multiples);
    }
}
