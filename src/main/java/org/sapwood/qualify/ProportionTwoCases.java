package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.proportion.ExactRiskDifference;
import org.sapwood.stats.proportion.OddsRatio;
import org.sapwood.stats.proportion.OddsRatioInterval;
import org.sapwood.stats.proportion.RiskDifference;
import org.sapwood.stats.proportion.RiskDifferenceInterval;
import org.sapwood.stats.proportion.RiskDifferenceScoreTest;
import org.sapwood.stats.proportion.RiskRatio;
import org.sapwood.stats.proportion.RiskRatioInterval;
import org.sapwood.stats.proportion.TwoProportions;
import org.sapwood.stats.proportion.VarianceFactor;

/** Cases on two independent proportions. */
final class ProportionTwoCases {
    private static final Map<String, RiskDifferenceInterval> DIFFERENCES = differences();

    private static final Map<String, RiskRatioInterval> RATIOS = ratios();
    private static final Map<String, OddsRatioInterval> ODDS_RATIOS = oddsRatios();

    static final List<CaseMethod> METHODS = List.of(
            ProportionCases.method("risk_difference_ci", ProportionTwoCases::riskDifference),
            ProportionCases.method("risk_difference_score_test", ProportionTwoCases::scoreTest),
            ProportionCases.method("risk_difference_exact_ci", ProportionTwoCases::exact),
            ProportionCases.method("risk_ratio_ci", ProportionTwoCases::riskRatio),
            ProportionCases.method("odds_ratio_ci", ProportionTwoCases::oddsRatio));

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

    private static Map<String, RiskRatioInterval> ratios() {
        Map<String, RiskRatioInterval> names = new LinkedHashMap<>();
        names.put("katz_log", RiskRatioInterval.KATZ_LOG);
        names.put("adjusted_log", RiskRatioInterval.ADJUSTED_LOG);
        names.put("koopman", RiskRatioInterval.KOOPMAN);
        names.put("miettinen_nurminen", RiskRatioInterval.MIETTINEN_NURMINEN);
        names.put("likelihood_ratio", RiskRatioInterval.LIKELIHOOD_RATIO);
        return names;
    }

    private static Map<String, OddsRatioInterval> oddsRatios() {
        Map<String, OddsRatioInterval> names = new LinkedHashMap<>();
        names.put("woolf", OddsRatioInterval.WOOLF);
        names.put("gart_adjusted", OddsRatioInterval.GART_ADJUSTED);
        names.put("miettinen_nurminen", OddsRatioInterval.MIETTINEN_NURMINEN);
        names.put("score", OddsRatioInterval.SCORE);
        names.put("likelihood_ratio", OddsRatioInterval.LIKELIHOOD_RATIO);
        return names;
    }

    private static Map<String, Object> riskRatio(CaseInput input) {
        TwoProportions data = ProportionCases.pair(input);
        RiskRatioInterval type = ProportionCases.named(input, "type", RATIOS);
        Map<String, Object> results = ProportionCases.ratio(RiskRatio.katz(data, input.level()));
        ProportionCases.putInterval(results, RiskRatio.interval(data, type, input.level()));
        return results;
    }

    private static Map<String, Object> oddsRatio(CaseInput input) {
        TwoProportions data = ProportionCases.pair(input);
        OddsRatioInterval type = ProportionCases.named(input, "type", ODDS_RATIOS);
        Map<String, Object> results = ProportionCases.ratio(OddsRatio.woolf(data, input.level()));
        ProportionCases.putInterval(results, OddsRatio.interval(data, type, input.level()));
        return results;
    }

    private static Map<String, Object> scoreTest(CaseInput input) {
        VarianceFactor factor = ProportionCases.oneOf(input, "type", "farrington_manning", "miettinen_nurminen")
                        .equals("miettinen_nurminen")
                ? VarianceFactor.N_OVER_N_MINUS_1
                : VarianceFactor.NONE;
        Estimable<RiskDifferenceScoreTest> test =
                RiskDifferenceScoreTest.of(ProportionCases.pair(input), input.number("margin"), factor);
        Estimable<Interval> limits = test.map(t -> t.testBasedInterval(ConfidenceLevel.of(0.90)));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("z", ProportionCases.number(test.map(RiskDifferenceScoreTest::z)));
        results.put("p_value_greater", ProportionCases.pValue(test.map(t -> t.pValue(Alternative.GREATER))));
        results.put("p_value_less", ProportionCases.pValue(test.map(t -> t.pValue(Alternative.LESS))));
        results.put("se_at_margin", ProportionCases.number(test.map(RiskDifferenceScoreTest::standardErrorAtMargin)));
        results.put("lower_90", ProportionCases.number(limits.map(Interval::lower)));
        results.put("upper_90", ProportionCases.number(limits.map(Interval::upper)));
        return results;
    }

    private static Map<String, Object> exact(CaseInput input) {
        TwoProportions data = ProportionCases.pair(input);
        ProportionCases.oneOf(input, "tails", "two one-sided at alpha/2");
        ExactRiskDifference.Ordering ordering =
                ProportionCases.oneOf(input, "statistic", "score (Chan-Zhang)", "raw difference (Santner-Snell)")
                                .startsWith("score")
                        ? ExactRiskDifference.Ordering.SCORE
                        : ExactRiskDifference.Ordering.RAW_DIFFERENCE;
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", ProportionCases.number(RiskDifference.estimate(data)));
        ProportionCases.putInterval(results, ExactRiskDifference.interval(data, ordering, input.level()));
        return results;
    }
}
