package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.sequential.ConditionalPower;
import org.sapwood.stats.sequential.FutilityDesign;
import org.sapwood.stats.sequential.GroupSequentialDesign;
import org.sapwood.stats.sequential.Sides;
import org.sapwood.stats.sequential.SpendingFunction;
import org.sapwood.stats.sequential.StageWiseInference;
import org.sapwood.stats.sequential.StoppingBoundary;

/** The group sequential methods of family {@code 11-group-sequential}. */
final class GroupSequentialCases {
    static final String FAMILY = "11-group-sequential";

    static final List<CaseMethod> METHODS = Stream.concat(
                    Stream.of(
                            method("group_sequential_boundary", GroupSequentialCases::boundary),
                            method("group_sequential_power", GroupSequentialCases::power),
                            method("group_sequential_classical", GroupSequentialCases::classical),
                            method("group_sequential_futility", GroupSequentialCases::futility),
                            method("conditional_power", GroupSequentialCases::conditionalPower),
                            method("group_sequential_final_inference", GroupSequentialCases::finalInference)),
                    SampleSizeCases.METHODS.stream())
            .toList();

    private GroupSequentialCases() {}

    static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, "group-sequential", run);
    }

    static Sides sides(CaseInput input, int otherwise) {
        double sides = input.number("sides", otherwise);
        if (sides == 1) {
            return Sides.ONE;
        }
        if (sides == 2) {
            return Sides.TWO;
        }
        throw CaseInput.unknown("sides", input.option("sides"), List.of(1, 2));
    }

    private static SpendingFunction spending(CaseInput input, String function, String parameter) {
        String name = input.text(function);
        input.option(parameter);
        return switch (name) {
            case "lan_demets_obf" -> new SpendingFunction.LanDeMetsObrienFleming();
            case "lan_demets_pocock" -> new SpendingFunction.LanDeMetsPocock();
            case "hwang_shih_decani" -> new SpendingFunction.HwangShihDeCani(input.number(parameter));
            case "kim_demets" -> new SpendingFunction.KimDeMets(input.number(parameter));
            default ->
                throw CaseInput.unknown(
                        function,
                        name,
                        List.of("lan_demets_obf", "lan_demets_pocock", "hwang_shih_decani", "kim_demets"));
        };
    }

    private static void requireNoFutility(CaseInput input) {
        String futility = input.text("futility", "none");
        if (!futility.equals("none")) {
            throw CaseInput.unknown("futility", futility, List.of("none"));
        }
    }

    private static Map<String, ?> boundary(CaseInput input) {
        requireNoFutility(input);
        double[] information = input.dataNumbers("information");
        double alpha = input.number("alpha");
        Sides sides = sides(input, 1);
        SpendingFunction spending = spending(input, "spending", "parameter");
        double[] z = GroupSequentialDesign.spending(information, spending, alpha, sides)
                .upper();
        double[] cumulative = spending.spent(information, sides.perSide(alpha));
        List<Double> spent = new ArrayList<>();
        List<Double> nominal = new ArrayList<>();
        for (int k = 0; k < z.length; k++) {
            spent.add(cumulative[k] * (sides == Sides.TWO ? 2 : 1));
            nominal.add(NormalDistribution.of(0, 1).survivalProbability(z[k]));
        }
        return Map.of("cumulative_alpha", spent, "z", z, "nominal_p_one_sided", nominal);
    }

    private static Map<String, ?> power(CaseInput input) {
        double[] information = input.dataNumbers("information");
        double[] upper = input.dataNumbers("upper");
        StoppingBoundary boundary = sides(input, 1) == Sides.TWO
                ? StoppingBoundary.symmetric(information, upper)
                : StoppingBoundary.upperOnly(information, upper);
        StoppingBoundary.Crossing crossing = boundary.crossing(input.number("drift"));
        return Map.of(
                "crossing_upper",
                crossing.upper(),
                "power",
                crossing.upperTotal(),
                "expected_information",
                crossing.expectedInformation());
    }

    private static Map<String, ?> classical(CaseInput input) {
        String type = input.text("type");
        input.option("delta");
        double delta = switch (type) {
            case "obrien_fleming" -> 0;
            case "pocock" -> 0.5;
            case "wang_tsiatis" -> input.number("delta");
            default -> throw CaseInput.unknown("type", type, List.of("obrien_fleming", "pocock", "wang_tsiatis"));
        };
        double[] z = GroupSequentialDesign.wangTsiatis(
                        input.dataCount("stages"), delta, input.number("alpha"), sides(input, 2))
                .upper();
        return Map.of("constant", z[z.length - 1], "z", z);
    }

    private static Map<String, ?> futility(CaseInput input) {
        FutilityDesign design = FutilityDesign.of(
                input.dataNumbers("information"),
                spending(input, "alpha_spending", "alpha_parameter"),
                input.number("alpha"),
                spending(input, "beta_spending", "beta_parameter"),
                input.number("beta"),
                input.flag("binding", false) ? FutilityDesign.Futility.BINDING : FutilityDesign.Futility.NON_BINDING);
        StoppingBoundary.Crossing effect = design.boundary().crossing(design.drift());
        StoppingBoundary.Crossing noEffect = design.boundary().crossing(0);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("upper", design.boundary().upper());
        results.put("lower", design.boundary().lower());
        results.put("drift", design.drift());
        results.put("inflation", design.inflation());
        results.put("crossing_upper_h1", effect.upper());
        results.put("crossing_lower_h1", effect.lower());
        results.put("crossing_upper_h0", noEffect.upper());
        results.put("crossing_lower_h0", noEffect.lower());
        return results;
    }

    private static Map<String, ?> conditionalPower(CaseInput input) {
        ConditionalPower interim = new ConditionalPower(
                input.dataNumber("information"), input.dataNumber("z"), input.number("final_critical_value"));
        return Map.of(
                "null",
                interim.given(0),
                "current_trend",
                interim.given(interim.currentTrend()),
                "design",
                interim.given(input.number("design_drift")),
                "predictive_flat_prior",
                interim.predictive());
    }

    private static Map<String, ?> finalInference(CaseInput input) {
        requireNoFutility(input);
        String ordering = input.text("ordering", "stage-wise");
        if (!ordering.equals("stage-wise")) {
            throw CaseInput.unknown("ordering", ordering, List.of("stage-wise"));
        }
        ConfidenceLevel level = input.level();
        StageWiseInference inference = StageWiseInference.of(
                StoppingBoundary.upperOnly(input.dataNumbers("information"), input.dataNumbers("upper")),
                (int) input.number("stage"),
                input.number("z"));
        Interval interval = inference.interval(level);
        Interval repeated = inference.repeatedInterval(level);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("p_value_one_sided", inference.pValue().value());
        results.put("median_unbiased_drift", inference.medianUnbiasedDrift());
        results.put("lower", interval.lower());
        results.put("upper_limit", interval.upper());
        results.put("repeated_lower", repeated.lower());
        results.put("repeated_upper", repeated.upper());
        results.put("naive_p_one_sided", inference.naivePValue().value());
        return results;
    }
}
