package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.proportion.Proportion;
import org.sapwood.stats.proportion.ProportionInterval;

/** Cases on one proportion. */
final class ProportionSingleCases {
    private static final Map<String, ProportionInterval> INTERVALS = intervals();

    static final List<CaseMethod> METHODS =
            List.of(ProportionCases.method("proportion_ci", ProportionSingleCases::interval));

    private ProportionSingleCases() {}

    private static Map<String, ProportionInterval> intervals() {
        Map<String, ProportionInterval> names = new LinkedHashMap<>();
        names.put("wald", ProportionInterval.WALD);
        names.put("wald_cc", ProportionInterval.WALD_CONTINUITY_CORRECTED);
        names.put("wilson", ProportionInterval.WILSON);
        names.put("wilson_cc", ProportionInterval.WILSON_CONTINUITY_CORRECTED);
        names.put("clopper_pearson", ProportionInterval.CLOPPER_PEARSON);
        names.put("agresti_coull", ProportionInterval.AGRESTI_COULL);
        names.put("jeffreys", ProportionInterval.JEFFREYS);
        names.put("midp", ProportionInterval.MID_P);
        names.put("blaker", ProportionInterval.BLAKER);
        names.put("arcsine", ProportionInterval.ARCSINE);
        names.put("likelihood_ratio", ProportionInterval.LIKELIHOOD_RATIO);
        names.put("logit", ProportionInterval.LOGIT);
        return names;
    }

    private static Map<String, Object> interval(CaseInput input) {
        int x = input.dataCount("x");
        int n = input.dataCount("n");
        ProportionInterval type = ProportionCases.named(input, "type", INTERVALS);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", ProportionCases.number(Proportion.estimate(x, n)));
        ProportionCases.putInterval(results, Proportion.interval(x, n, type, input.level()));
        return results;
    }
}
