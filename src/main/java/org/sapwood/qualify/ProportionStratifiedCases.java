package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.proportion.DifferenceEstimate;
import org.sapwood.stats.proportion.NormalTail;
import org.sapwood.stats.proportion.StratifiedRatio;
import org.sapwood.stats.proportion.StratifiedRiskDifference;
import org.sapwood.stats.proportion.StratumWeights;
import org.sapwood.stats.proportion.TwoProportions;
import org.sapwood.stats.proportion.VarianceFactor;

/** Cases on two proportions over strata. */
final class ProportionStratifiedCases {
    static final List<CaseMethod> METHODS = List.of(
            ProportionCases.method("stratified_risk_difference_ci", ProportionStratifiedCases::riskDifference),
            ProportionCases.method("stratified_risk_ratio_ci", ProportionStratifiedCases::riskRatio),
            ProportionCases.method("stratified_odds_ratio_ci", ProportionStratifiedCases::oddsRatio));

    private ProportionStratifiedCases() {}

    private static List<TwoProportions> strata(CaseInput input) {
        int[] x1 = input.dataCounts("x1");
        int[] n1 = input.dataCounts("n1");
        int[] x2 = input.dataCounts("x2");
        int[] n2 = input.dataCounts("n2");
        List<TwoProportions> strata = new ArrayList<>();
        for (int k = 0; k < x1.length; k++) {
            strata.add(new TwoProportions(x1[k], n1[k], x2[k], n2[k]));
        }
        return strata;
    }

    private static Map<String, Object> riskDifference(CaseInput input) {
        List<TwoProportions> strata = strata(input);
        ConfidenceLevel level = input.level();
        return switch (input.text("type")) {
            case "miettinen_nurminen" -> miettinenNurminen(input, strata, level);
            case "newcombe_yan_su" -> {
                ProportionCases.oneOf(input, "weights", "mantel_haenszel");
                Map<String, Object> results = new LinkedHashMap<>();
                results.put("estimate", ProportionCases.number(StratifiedRiskDifference.estimate(strata)));
                ProportionCases.putInterval(results, StratifiedRiskDifference.newcombe(strata, level));
                yield results;
            }
            case "mantel_haenszel" ->
                ProportionCases.difference(
                        StratifiedRiskDifference.mantelHaenszel(strata, differenceVariance(input), level));
            case "summary_score" -> {
                Estimable<DifferenceEstimate> estimate = StratifiedRiskDifference.summaryScore(strata, level);
                Map<String, Object> results = ProportionCases.difference(estimate);
                results.put(
                        "p_value",
                        ProportionCases.pValue(estimate.map(
                                e -> NormalTail.pValue(e.estimate() / e.standardError(), Alternative.TWO_SIDED))));
                yield results;
            }
            default ->
                throw CaseInput.unknown(
                        "type",
                        input.text("type"),
                        List.of("miettinen_nurminen", "newcombe_yan_su", "mantel_haenszel", "summary_score"));
        };
    }

    static StratifiedRiskDifference.Variance differenceVariance(CaseInput input) {
        return input.choice(
                "variance", StratifiedRiskDifference.Variance.class, StratifiedRiskDifference.Variance.SATO);
    }

    private static Map<String, Object> miettinenNurminen(
            CaseInput input, List<TwoProportions> strata, ConfidenceLevel level) {
        VarianceFactor factor =
                input.flag("variance_correction", true) ? VarianceFactor.N_OVER_N_MINUS_1 : VarianceFactor.NONE;
        StratumWeights weights = input.choice("weights", StratumWeights.class, StratumWeights.MANTEL_HAENSZEL);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put(
                "estimate", ProportionCases.number(StratifiedRiskDifference.scoreEstimate(strata, weights, factor)));
        ProportionCases.putInterval(
                results, StratifiedRiskDifference.miettinenNurminen(strata, weights, factor, level));
        return results;
    }

    private static void requireFixedScore(CaseInput input) {
        ProportionCases.oneOf(input, "type", "miettinen_nurminen");
        ProportionCases.oneOf(input, "weights", "mantel_haenszel (fixed)", "mantel_haenszel");
    }

    private static Map<String, Object> riskRatio(CaseInput input) {
        requireFixedScore(input);
        List<TwoProportions> strata = strata(input);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", ProportionCases.number(StratifiedRatio.riskRatio(strata)));
        ProportionCases.putInterval(results, StratifiedRatio.riskRatioInterval(strata, input.level()));
        return results;
    }

    private static Map<String, Object> oddsRatio(CaseInput input) {
        requireFixedScore(input);
        List<TwoProportions> strata = strata(input);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", ProportionCases.number(StratifiedRatio.oddsRatio(strata)));
        ProportionCases.putInterval(results, StratifiedRatio.oddsRatioInterval(strata, input.level()));
        return results;
    }
}
