package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.proportion.BinomialTest;
import org.sapwood.stats.proportion.NormalTail;
import org.sapwood.stats.proportion.Proportion;
import org.sapwood.stats.proportion.ProportionInterval;

/** Cases on one proportion. */
final class ProportionSingleCases {
    private static final Map<String, ProportionInterval> INTERVALS = intervals();

    static final List<CaseMethod> METHODS = List.of(
            ProportionCases.method("proportion_ci", ProportionSingleCases::interval),
            ProportionCases.method("binomial_test", ProportionSingleCases::test));

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

    private static Map<String, Object> test(CaseInput input) {
        int x = input.dataCount("x");
        int n = input.dataCount("n");
        double p0 = input.number("p0");
        Alternative alternative = input.alternative();
        Map<String, Object> results = new LinkedHashMap<>();
        switch (ProportionCases.oneOf(input, "type", "exact", "midp", "score")) {
            case "exact" ->
                results.put("p_value", BinomialTest.exact(x, n, p0, alternative).value());
            case "midp" ->
                results.put("p_value", BinomialTest.midP(x, n, p0, alternative).value());
            default -> {
                Estimable<Double> z = BinomialTest.scoreStatistic(x, n, p0);
                results.put("z", ProportionCases.number(z));
                results.put("p_value", ProportionCases.pValue(z.map(v -> NormalTail.pValue(v, alternative))));
            }
        }
        return results;
    }
}
