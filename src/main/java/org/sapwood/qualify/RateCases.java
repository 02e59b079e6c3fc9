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

    private static Estimable<PoissonRate> rate(CaseInput input) {
        return PoissonRate.observed(input.dataCount("events"), input.dataNumber("time"));
    }

    private static Map<String, ?> rateInterval(CaseInput input) {
        ConfidenceLevel level = input.level();
        PoissonRate.IntervalMethod type =
                input.choice("type", PoissonRate.IntervalMethod.class, PoissonRate.IntervalMethod.EXACT);
        Estimable<PoissonRate> rate = rate(input);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("estimate", CaseValues.number(rate.map(PoissonRate::estimate)));
        CaseValues.putInterval(result, rate.flatMap(r -> r.interval(type, level)));
        return result;
    }

    private enum ExactType {
        EXACT
    }

    private static Map<String, ?> rateTest(CaseInput input) {
        input.choice("type", ExactType.class, ExactType.EXACT);
        double rate0 = input.number("rate0", 1);
        Alternative alternative = input.alternative();
        return Map.of("p_value", CaseValues.p(rate(input).map(r -> r.exactTest(rate0, alternative))));
    }

    private static Estimable<RateComparison> comparison(CaseInput input) {
        return RateComparison.observed(
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
        Estimable<ExactRateRatio> found = comparison(input).flatMap(ExactRateRatio::of);
        Map<String, Object> result = CaseValues.nothing(found, "estimate", "p_value", "lower", "upper");
        if (found instanceof Estimable.Of<ExactRateRatio> of) {
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
        Estimable<RateComparison> rates = comparison(input);
        RatioType type = input.choice("type", RatioType.class, RatioType.WALD_LOG);
        Estimable<WaldZ> wald = rates.flatMap(r -> r.waldLogRatio(level));
        Map<String, Object> result = CaseValues.nothing(wald, "log_se", "lower", "upper", "z", "p_value");
        result.put("estimate", CaseValues.number(rates.flatMap(RateComparison::ratio)));
        if (type == RatioType.SCORE) {
            CaseValues.putInterval(result, rates.flatMap(r -> r.scoreRatioInterval(level)));
        } else if (wald instanceof Estimable.Of<WaldZ> of) {
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
        Estimable<RateComparison> rates = comparison(input);
        DifferenceType type = input.choice("type", DifferenceType.class, DifferenceType.WALD);
        Map<String, Object> result = new LinkedHashMap<>();
        if (type == DifferenceType.WALD) {
            result.putAll(RegressionResults.ofNormal(rates.flatMap(r -> r.waldDifference(level))));
        } else {
            CaseValues.putInterval(result, rates.map(r -> r.scoreDifferenceInterval(level)));
        }
        result.put("estimate", CaseValues.number(rates.map(RateComparison::difference)));
        return result;
    }

    /** The strata in which both groups were at risk; the others say nothing about the contrast. */
    private static Estimable<StratifiedRates> strata(CaseInput input) {
        int[] x1 = input.dataCounts("events1");
        double[] t1 = input.dataNumbers("time1");
        int[] x2 = input.dataCounts("events2");
        double[] t2 = input.dataNumbers("time2");
        CaseInput.requireOneLength("events1, time1, events2 and time2", x1.length, t1.length, x2.length, t2.length);
        List<RateComparison> strata = new ArrayList<>();
        for (int h = 0; h < x1.length; h++) {
            if (RateComparison.observed(x1[h], t1[h], x2[h], t2[h]) instanceof Estimable.Of<RateComparison> of) {
                strata.add(of.value());
            }
        }
        return strata.isEmpty()
                ? Estimable.not(Estimable.Reason.NO_INFORMATIVE_STRATUM, "no stratum has both groups at risk")
                : Estimable.of(new StratifiedRates(strata));
    }

    private static Map<String, ?> pooledRatio(CaseInput input) {
        ConfidenceLevel level = input.level();
        Estimable<WaldZ> pooled = strata(input).flatMap(strata -> strata.logRatio(level));
        Map<String, Object> result = CaseValues.nothing(pooled, "estimate", "log_se", "lower", "upper", "z", "p_value");
        if (pooled instanceof Estimable.Of<WaldZ> of) {
            putLogRatio(result, of.value());
        }
        return result;
    }

    private static Map<String, ?> pooledDifference(CaseInput input) {
        ConfidenceLevel level = input.level();
        return RegressionResults.ofNormal(strata(input).flatMap(strata -> strata.difference(level)));
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
            Estimable<PoissonRate> rate = PoissonRate.observed(events, time);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("subjects", subjects);
            result.put("subjects_with_event", withEvent);
            result.put("events", events);
            result.put("years", time);
            result.put("rate_per_100", CaseValues.number(rate.map(r -> 100 * r.estimate())));
            CaseValues.putInterval(
                    result,
                    rate.flatMap(r -> r.interval(method, level))
                            .map(i -> new Interval(100 * i.lower(), 100 * i.upper(), level)));
            groups.put(level0, result);
        }
        return Map.of("groups", groups);
    }
}
