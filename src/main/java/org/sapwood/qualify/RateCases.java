package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.rate.ExactRateRatio;
import org.sapwood.stats.rate.PoissonRate;
import org.sapwood.stats.rate.RateComparison;
import org.sapwood.stats.rate.StratifiedRates;

/** The reference-case methods of family {@code 09-rates}. */
final class RateCases {
    static final String FAMILY = "09-rates";
    private static final String PAGE = "rates";

    static final List<CaseMethod> METHODS = List.of(
            method("rate_ci", RateCases::rateInterval),
            method("rate_test", RateCases::rateTest),
            method("rate_ratio_exact", RateCases::exactRatio),
            method("rate_ratio_ci", RateCases::ratioInterval),
            method("rate_difference_ci", RateCases::differenceInterval),
            method("mh_rate_ratio", RateCases::pooledRatio),
            method("mh_rate_difference", RateCases::pooledDifference),
            method("exposure_adjusted_rate", RateCases::exposureAdjusted),
            method("poisson_regression", RateModelCases::poisson),
            method("negative_binomial_regression", RateModelCases::negativeBinomial));

    private RateCases() {}

    private static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, PAGE, run);
    }

    private static Map<String, ?> rateInterval(CaseInput input) {
        PoissonRate.IntervalMethod type =
                input.choice("type", PoissonRate.IntervalMethod.class, PoissonRate.IntervalMethod.EXACT);
        PoissonRate rate = new PoissonRate(input.dataCount("events"), input.dataNumber("time"));
        Map<String, Object> result = RegressionResults.nothing("lower", "upper");
        result.put("estimate", rate.estimate());
        putInterval(result, rate.interval(type, input.level()));
        return result;
    }

    private static void putInterval(Map<String, Object> result, Estimable<Interval> interval) {
        if (interval instanceof Estimable.Of<Interval> of) {
            RegressionResults.put(result, "", of.value());
        }
    }

    private enum ExactType {
        EXACT
    }

    private static Map<String, ?> rateTest(CaseInput input) {
        input.choice("type", ExactType.class, ExactType.EXACT);
        PoissonRate rate = new PoissonRate(input.dataCount("events"), input.dataNumber("time"));
        return Map.of(
                "p_value",
                rate.exactTest(input.number("rate0", 1), input.alternative()).value());
    }

    private static RateComparison comparison(CaseInput input) {
        return RateComparison.of(
                input.dataCount("events1"),
                input.dataNumber("time1"),
                input.dataCount("events2"),
                input.dataNumber("time2"));
    }

    private static Map<String, ?> exactRatio(CaseInput input) {
        ConfidenceLevel level = input.level();
        Alternative alternative = input.alternative();
        ExactRateRatio.Method method = exactMethod(input);
        double null0 = input.number("ratio0", 1);
        Map<String, Object> result = RegressionResults.nothing("estimate", "p_value", "lower", "upper");
        if (ExactRateRatio.of(comparison(input)) instanceof Estimable.Of<ExactRateRatio> of) {
            ExactRateRatio exact = of.value();
            PValue p = exact.test(null0, alternative, method);
            result.put("estimate", exact.estimate());
            result.put("p_value", p.value());
            RegressionResults.put(result, "", exact.interval(alternative, method, level));
        }
        return result;
    }

    private static ExactRateRatio.Method exactMethod(CaseInput input) {
        String twoSided = input.text("two_sided", "minimum likelihood p, central interval");
        String type = input.text("type", twoSided).toLowerCase(Locale.ROOT);
        if (type.startsWith("minimum likelihood") || type.equals("exact")) {
            return ExactRateRatio.Method.MINIMUM_LIKELIHOOD;
        }
        return switch (type) {
            case "central p", "central" -> ExactRateRatio.Method.CENTRAL;
            case "midp" -> ExactRateRatio.Method.MIDP;
            default ->
                throw CaseInput.unknown(
                        "type", type, List.of("minimum likelihood p, central interval", "central p", "midp"));
        };
    }

    private enum RatioType {
        WALD_LOG,
        SCORE
    }

    private static Map<String, ?> ratioInterval(CaseInput input) {
        ConfidenceLevel level = input.level();
        RateComparison rates = comparison(input);
        RatioType type = input.choice("type", RatioType.class, RatioType.WALD_LOG);
        Map<String, Object> result = RegressionResults.nothing("estimate", "log_se", "lower", "upper", "z", "p_value");
        if (rates.ratio() instanceof Estimable.Of<Double> of) {
            result.put("estimate", of.value());
        }
        if (type == RatioType.SCORE) {
            putInterval(result, rates.scoreRatioInterval(level));
        } else if (rates.waldLogRatio(level) instanceof Estimable.Of<WaldZ> of) {
            putLogRatio(result, of.value());
        }
        return result;
    }

    private static void putLogRatio(Map<String, Object> result, WaldZ wald) {
        result.put("estimate", wald.ratio());
        result.put("log_se", wald.standardError());
        result.put("z", wald.z());
        result.put("p_value", wald.pValue().value());
        RegressionResults.put(result, "", wald.ratioInterval());
    }

    private enum DifferenceType {
        WALD,
        MIETTINEN_NURMINEN
    }

    private static Map<String, ?> differenceInterval(CaseInput input) {
        ConfidenceLevel level = input.level();
        RateComparison rates = comparison(input);
        DifferenceType type = input.choice("type", DifferenceType.class, DifferenceType.WALD);
        if (type == DifferenceType.WALD) {
            Map<String, Object> result = RegressionResults.ofNormal(rates.waldDifference(level));
            result.put("estimate", rates.difference());
            return result;
        }
        Map<String, Object> result = RegressionResults.nothing("lower", "upper");
        result.put("estimate", rates.difference());
        RegressionResults.put(result, "", rates.scoreDifferenceInterval(level));
        return result;
    }

    private static StratifiedRates strata(CaseInput input) {
        int[] x1 = input.dataCounts("events1");
        double[] t1 = input.dataNumbers("time1");
        int[] x2 = input.dataCounts("events2");
        double[] t2 = input.dataNumbers("time2");
        List<RateComparison> strata = new ArrayList<>();
        for (int h = 0; h < x1.length; h++) {
            strata.add(RateComparison.of(x1[h], t1[h], x2[h], t2[h]));
        }
        return new StratifiedRates(strata);
    }

    private static Map<String, ?> pooledRatio(CaseInput input) {
        Map<String, Object> result = RegressionResults.nothing("estimate", "log_se", "lower", "upper", "z", "p_value");
        if (strata(input).logRatio(input.level()) instanceof Estimable.Of<WaldZ> of) {
            putLogRatio(result, of.value());
        }
        return result;
    }

    private static Map<String, ?> pooledDifference(CaseInput input) {
        return RegressionResults.ofNormal(strata(input).difference(input.level()));
    }

    private static Map<String, ?> exposureAdjusted(CaseInput input) {
        ConfidenceLevel level = input.level();
        PoissonRate.IntervalMethod method =
                input.choice("ci", PoissonRate.IntervalMethod.class, PoissonRate.IntervalMethod.EXACT);
        String response = input.text("response");
        String exposure = input.text("exposure");
        String group = input.text("group");
        ModelCase rows = ModelCase.of(input, List.of(response, exposure), List.of(group));
        double[] counts = rows.numbers(response);
        double[] times = rows.numbers(exposure);
        List<String> labels = rows.labels(group);
        Map<String, Object> groups = new LinkedHashMap<>();
        for (String level0 : rows.frame().factor(group).levels()) {
            int subjects = 0;
            int withEvent = 0;
            long events = 0;
            double time = 0;
            for (int i = 0; i < counts.length; i++) {
                if (labels.get(i).equals(level0)) {
                    subjects++;
                    withEvent += counts[i] > 0 ? 1 : 0;
                    events += Math.round(counts[i]);
                    time += times[i];
                }
            }
            PoissonRate rate = new PoissonRate(events, time);
            Map<String, Object> result = RegressionResults.nothing("lower", "upper");
            result.put("subjects", subjects);
            result.put("subjects_with_event", withEvent);
            result.put("events", events);
            result.put("years", time);
            result.put("rate_per_100", 100 * rate.estimate());
            if (rate.interval(method, level) instanceof Estimable.Of<Interval> of) {
                result.put("lower", 100 * of.value().lower());
                result.put("upper", 100 * of.value().upper());
            }
            groups.put(level0, result);
        }
        return Map.of("groups", groups);
    }
}
