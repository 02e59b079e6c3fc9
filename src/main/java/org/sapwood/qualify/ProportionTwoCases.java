package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.proportion.RiskDifference;
import org.sapwood.stats.proportion.RiskDifferenceInterval;
import org.sapwood.stats.proportion.TwoProportions;

/** Cases on two independent proportions. */
final class ProportionTwoCases {
    private static final Map<String, RiskDifferenceInterval> DIFFERENCES = differences();

    static final List<CaseMethod> METHODS =
            List.of(ProportionCases.method("risk_difference_ci", ProportionTwoCases::riskDifference));

    private ProportionTwoCases() {}

    private static Map<String, RiskDifferenceInterval> differences() {
        Map<String, RiskDifferenceInterval> names = new LinkedHashMap<>();
        names.put("wald", RiskDifferenceInterval.WALD);
        names.put("wald_cc", RiskDifferenceInterval.WALD_CONTINUITY_CORRECTED);
        names.put("newcombe", RiskDifferenceInterval.NEWCOMBE);
        names.put("newcombe_cc", RiskDifferenceInterval.NEWCOMBE_CONTINUITY_CORRECTED);
        names.put("miettinen_nurminen", RiskDifferenceInterval.MIETTINEN_NURMINEN);
        names.put("mee", RiskDifferenceInterval.MEE);
        names.put("agresti_caffo", RiskDifferenceInterval.AGRESTI_CAFFO);
        names.put("hauck_anderson", RiskDifferenceInterval.HAUCK_ANDERSON);
        names.put("jeffreys_perks", RiskDifferenceInterval.JEFFREYS_PERKS);
        names.put("scas", RiskDifferenceInterval.SKEWNESS_CORRECTED_SCORE);
        return names;
    }

    private static Map<String, Object> riskDifference(CaseInput input) {
        TwoProportions data = ProportionCases.pair(input);
        RiskDifferenceInterval type = ProportionCases.named(input, "type", DIFFERENCES);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", ProportionCases.number(RiskDifference.estimate(data)));
        ProportionCases.putInterval(results, RiskDifference.interval(data, type, input.level()));
        return results;
    }
}
