package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.proportion.DifferenceEstimate;
import org.sapwood.stats.proportion.RatioEstimate;
import org.sapwood.stats.proportion.TwoProportions;

/** The reference-case methods of family {@code 02-proportions}. */
final class ProportionCases {
    static final String FAMILY = "02-proportions";
    static final String PAGE = "proportions";

    static final List<CaseMethod> METHODS = Stream.of(
                    ProportionSingleCases.METHODS, ProportionTwoCases.METHODS, ProportionStratifiedCases.METHODS)
            .flatMap(List::stream)
            .toList();

    private ProportionCases() {}

    static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, PAGE, run);
    }

    static TwoProportions pair(CaseInput input) {
        return new TwoProportions(
                input.dataCount("x1"), input.dataCount("n1"), input.dataCount("x2"), input.dataCount("n2"));
    }

    /** One value of a closed set by the name the layout gives it. */
    static <T> T named(CaseInput input, String option, Map<String, T> values) {
        String name = input.text(option);
        T value = values.get(name);
        if (value == null) {
            throw CaseInput.unknown(option, name, List.copyOf(values.keySet()));
        }
        return value;
    }

    /** Refuses a value the method does not know; an absent option stands for the first one. */
    static String oneOf(CaseInput input, String option, String... known) {
        String value = input.text(option, known[0]);
        if (!List.of(known).contains(value)) {
            throw CaseInput.unknown(option, value, List.of(known));
        }
        return value;
    }

    static Object number(Estimable<Double> value) {
        return CaseValues.number(value);
    }

    static Object pValue(Estimable<PValue> value) {
        return number(value.map(PValue::value));
    }

    static void putInterval(Map<String, Object> results, Estimable<Interval> interval) {
        results.put("lower", number(interval.map(Interval::lower)));
        results.put("upper", number(interval.map(Interval::upper)));
    }

    static Map<String, Object> ratio(RatioEstimate estimate) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(estimate.estimate()));
        results.put("log_se", number(estimate.logStandardError()));
        putInterval(results, estimate.interval());
        return results;
    }

    static Map<String, Object> difference(Estimable<DifferenceEstimate> estimate) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(estimate.map(DifferenceEstimate::estimate)));
        results.put("se", number(estimate.map(DifferenceEstimate::standardError)));
        putInterval(results, estimate.map(DifferenceEstimate::interval));
        return results;
    }
}
