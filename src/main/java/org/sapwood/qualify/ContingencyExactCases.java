package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.contingency.ConditionalInterval;
import org.sapwood.stats.contingency.ConditionalOddsRatio;
import org.sapwood.stats.contingency.ExactTableResult;
import org.sapwood.stats.contingency.ExactTableTests;
import org.sapwood.stats.contingency.FisherExact;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.TwoSidedMethod;

/** Cases on tests that are exact given both margins. */
final class ContingencyExactCases {
    private static final Map<String, ConditionalInterval> INTERVALS = intervals();

    static final List<CaseMethod> METHODS = List.of(
            ContingencyCases.method("or_exact_conditional", ContingencyExactCases::oddsRatio),
            ContingencyCases.method("cmh_exact", ContingencyExactCases::commonOddsRatio),
            ContingencyCases.method("fisher_exact_2x2", ContingencyExactCases::fisher),
            ContingencyCases.method("fisher_midp_2x2", ContingencyExactCases::midP),
            ContingencyCases.method("fisher_exact_rxc", ContingencyExactCases::fisherOfLargerTable),
            ContingencyCases.method(
                    "chisq_pearson_exact", input -> exact(ExactTableTests.pearson(ContingencyCases.table(input)))),
            ContingencyCases.method(
                    "chisq_likelihood_ratio_exact",
                    input -> exact(ExactTableTests.likelihoodRatio(ContingencyCases.table(input)))));

    private ContingencyExactCases() {}

    private static TwoSidedMethod method(CaseInput input) {
        return switch (input.text("two_sided", "minlike")) {
            case "minlike" -> TwoSidedMethod.MINIMUM_LIKELIHOOD;
            case "central" -> TwoSidedMethod.CENTRAL;
            case "blaker" -> TwoSidedMethod.BLAKER;
            default ->
                throw CaseInput.unknown("two_sided", input.text("two_sided"), List.of("minlike", "central", "blaker"));
        };
    }

    private static Map<String, Object> fisher(CaseInput input) {
        TwoByTwo table = ContingencyCases.twoByTwo(input);
        Map<String, Object> results =
                ContingencyCases.pValue(FisherExact.test(table, input.alternative(), method(input)));
        results.put("table_probability", FisherExact.tableProbability(table));
        return results;
    }

    private static Map<String, Object> midP(CaseInput input) {
        TwoByTwo table = ContingencyCases.twoByTwo(input);
        TwoSidedMethod method = method(input);
        if (method == TwoSidedMethod.BLAKER) {
            throw CaseInput.unknown("two_sided", "blaker", List.of("minlike", "central"));
        }
        Map<String, Object> results = ContingencyCases.pValue(FisherExact.midP(table, input.alternative(), method));
        results.put(
                "p_value_greater",
                FisherExact.midP(table, Alternative.GREATER, method).value());
        results.put(
                "p_value_less",
                FisherExact.midP(table, Alternative.LESS, method).value());
        return results;
    }

    private static Map<String, Object> fisherOfLargerTable(CaseInput input) {
        return exact(FisherExact.test(ContingencyCases.table(input)));
    }

    private static Map<String, Object> exact(Estimable<ExactTableResult> test) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic", ProportionCases.number(test.map(ExactTableResult::statistic)));
        results.put("p_value", ProportionCases.pValue(test.map(ExactTableResult::pValue)));
        results.put("point_probability", ProportionCases.number(test.map(ExactTableResult::pointProbability)));
        results.put("mid_p_value", ProportionCases.pValue(test.map(ExactTableResult::midPValue)));
        results.put("table_probability", ProportionCases.number(test.map(ExactTableResult::tableProbability)));
        return results;
    }

    private static Map<String, ConditionalInterval> intervals() {
        Map<String, ConditionalInterval> names = new LinkedHashMap<>();
        names.put("central", ConditionalInterval.CENTRAL);
        names.put("midp", ConditionalInterval.MID_P);
        names.put("minlike", ConditionalInterval.MINIMUM_LIKELIHOOD);
        names.put("less", ConditionalInterval.LESS);
        names.put("greater", ConditionalInterval.GREATER);
        return names;
    }

    private static Map<String, Object> oddsRatio(CaseInput input) {
        return oddsRatio(input, ConditionalOddsRatio.of(ContingencyCases.twoByTwo(input)));
    }

    private static Map<String, Object> oddsRatio(CaseInput input, ConditionalOddsRatio inference) {
        ConditionalInterval type =
                input.hasOption("ci") ? ProportionCases.named(input, "ci", INTERVALS) : ConditionalInterval.CENTRAL;
        Interval interval = inference.interval(type, input.level());
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", ProportionCases.number(inference.estimate()));
        results.put("lower", interval.lower());
        results.put("upper", interval.upper());
        return results;
    }

    private static Map<String, Object> commonOddsRatio(CaseInput input) {
        ConditionalOddsRatio inference = ConditionalOddsRatio.ofStrata(ContingencyCases.twoByTwoStrata(input));
        double twoSided = inference
                .pValue(Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                .value();
        Map<String, Object> results = oddsRatio(input, inference);
        results.put("p_value_two_sided", twoSided);
        results.put(
                "p_value_greater",
                inference
                        .pValue(Alternative.GREATER, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value());
        results.put(
                "p_value_less",
                inference
                        .pValue(Alternative.LESS, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value());
        results.put("p_value_mid", twoSided - inference.pointProbability() / 2);
        return results;
    }
}
