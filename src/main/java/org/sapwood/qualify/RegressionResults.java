package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.design.WaldZ;

/** Regression results in the words of the case layout; what cannot be estimated becomes NaN. */
final class RegressionResults {
    private RegressionResults() {}

    static Map<String, Object> of(Estimable<WaldT> estimate) {
        Map<String, Object> result = nothing("estimate", "se", "df", "t", "p_value", "lower", "upper");
        if (estimate instanceof Estimable.Of<WaldT> of) {
            WaldT wald = of.value();
            result.put("estimate", wald.estimate());
            result.put("se", wald.standardError());
            result.put("df", wald.degreesOfFreedom());
            result.put("t", wald.t());
            result.put("p_value", wald.pValue().value());
            put(result, "", wald.interval());
        }
        return result;
    }

    static Map<String, Object> ofNormal(Estimable<WaldZ> estimate) {
        Map<String, Object> result = nothing("estimate", "se", "z", "p_value", "lower", "upper");
        if (estimate instanceof Estimable.Of<WaldZ> of) {
            WaldZ wald = of.value();
            result.put("estimate", wald.estimate());
            result.put("se", wald.standardError());
            result.put("z", wald.z());
            result.put("p_value", wald.pValue().value());
            put(result, "", wald.interval());
        }
        return result;
    }

    static Map<String, Object> ofTest(Estimable<FTest> estimate) {
        Map<String, Object> result = nothing("f", "df1", "df2", "df", "p_value");
        if (estimate instanceof Estimable.Of<FTest> of) {
            FTest test = of.value();
            result.put("f", test.f());
            result.put("df1", test.numeratorDegreesOfFreedom());
            result.put("df2", test.denominatorDegreesOfFreedom());
            result.put("df", test.numeratorDegreesOfFreedom());
            result.put("p_value", test.pValue().value());
        }
        return result;
    }

    static Map<String, Object> ofTest(ChiSquareTest test) {
        return Map.of(
                "statistic", test.statistic(),
                "df", test.degreesOfFreedom(),
                "p_value", test.pValue().value());
    }

    static void put(Map<String, Object> result, String prefix, Interval interval) {
        result.put(prefix + "lower", interval.lower());
        result.put(prefix + "upper", interval.upper());
    }

    static Map<String, Object> nothing(String... names) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String name : names) {
            result.put(name, Double.NaN);
        }
        return result;
    }

    /** One entry per coefficient, in column order. */
    static <T> Map<String, Object> byName(List<String> names, Function<Integer, T> value) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (int j = 0; j < names.size(); j++) {
            results.put(names.get(j), value.apply(j));
        }
        return results;
    }

    /** One number of every entry. */
    static Map<String, Object> pick(Map<String, Object> results, String number) {
        Map<String, Object> picked = new LinkedHashMap<>();
        results.forEach((name, result) -> picked.put(name, ((Map<?, ?>) result).get(number)));
        return picked;
    }

    /** Goes on with the value, if there is one; a reason passes through. */
    static <T, R> Estimable<R> then(Estimable<T> first, Function<T, Estimable<R>> next) {
        if (first instanceof Estimable.NotEstimable<T> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        return next.apply(first.orElseThrow());
    }
}
