package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.design.WaldZ;

/** Regression results in the words of the case layout; what cannot be estimated is its reason. */
final class RegressionResults {
    private RegressionResults() {}

    static Map<String, Object> of(Estimable<WaldT> estimate) {
        Map<String, Object> result =
                CaseValues.nothing(estimate, "estimate", "se", "df", "t", "p_value", "lower", "upper");
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
        Map<String, Object> result = CaseValues.nothing(estimate, "estimate", "se", "z", "p_value", "lower", "upper");
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
        Map<String, Object> result = CaseValues.nothing(estimate, "f", "df1", "df2", "df", "p_value");
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

    static Map<String, Object> ofChiSquare(Estimable<ChiSquareTest> estimate) {
        Map<String, Object> result = CaseValues.nothing(estimate, "statistic", "df", "p_value");
        if (estimate instanceof Estimable.Of<ChiSquareTest> of) {
            result.put("statistic", of.value().statistic());
            result.put("df", of.value().degreesOfFreedom());
            result.put("p_value", of.value().pValue().value());
        }
        return result;
    }

    static void put(Map<String, Object> result, String prefix, Interval interval) {
        result.put(prefix + "lower", interval.lower());
        result.put(prefix + "upper", interval.upper());
    }

    /** One entry per coefficient, in column order. */
    static <T> Map<String, Object> byName(List<String> names, Function<Integer, T> value) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (int j = 0; j < names.size(); j++) {
            results.put(names.get(j), value.apply(j));
        }
        return results;
    }

    /** One entry per column of the design, and the reason for those without a column since no row has the level. */
    static <T> Map<String, Object> byCoefficient(ModelCase rows, DesignMatrix design, Function<Integer, T> value) {
        Map<String, Object> results = byName(design.names(), value);
        for (String name : rows.unusedColumns(design)) {
            results.put(name, Estimable.not(Estimable.Reason.EMPTY_GROUP, "no observation has the level of " + name));
        }
        return results;
    }

    /** What stands for a mean or difference until there is an estimate: a level that no row has. */
    static Estimable<WaldT> unused(LinearFunction function) {
        return Estimable.not(Estimable.Reason.EMPTY_GROUP, "no observation has a level of " + function.name());
    }

    /** One number of every entry. */
    static Map<String, Object> pick(Map<String, Object> results, String number) {
        Map<String, Object> picked = new LinkedHashMap<>();
        results.forEach((name, result) ->
                picked.put(name, result instanceof Map<?, ?> numbers ? numbers.get(number) : result));
        return picked;
    }
}
