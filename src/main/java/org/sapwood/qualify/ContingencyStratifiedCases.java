package org.sapwood.qualify;

import java.util.List;
import java.util.Map;
import org.sapwood.stats.contingency.BreslowDay;
import org.sapwood.stats.contingency.CochranMantelHaenszel;
import org.sapwood.stats.contingency.InverseVariancePooling;
import org.sapwood.stats.contingency.MantelHaenszel;
import org.sapwood.stats.contingency.PetoOddsRatio;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.proportion.StratifiedRiskDifference;
import org.sapwood.stats.proportion.TwoProportions;

/** Cases on 2×2 tables over strata. */
final class ContingencyStratifiedCases {
    static final List<CaseMethod> METHODS = List.of(
            ContingencyCases.method("cmh_2x2", ContingencyStratifiedCases::cochranMantelHaenszel),
            ContingencyCases.method("mh_odds_ratio", ContingencyStratifiedCases::oddsRatio),
            ContingencyCases.method("mh_risk_ratio", ContingencyStratifiedCases::riskRatio),
            ContingencyCases.method("mh_risk_difference", ContingencyStratifiedCases::riskDifference),
            ContingencyCases.method("breslow_day", ContingencyStratifiedCases::breslowDay),
            ContingencyCases.method(
                    "logit_pooled_odds_ratio",
                    input -> ProportionCases.ratio(
                            InverseVariancePooling.oddsRatio(ContingencyCases.twoByTwoStrata(input), input.level()))),
            ContingencyCases.method(
                    "logit_pooled_risk_ratio",
                    input -> ProportionCases.ratio(
                            InverseVariancePooling.riskRatio(ContingencyCases.twoByTwoStrata(input), input.level()))),
            ContingencyCases.method(
                    "woolf_homogeneity",
                    input -> ContingencyCases.chiSquare(
                            InverseVariancePooling.homogeneity(ContingencyCases.twoByTwoStrata(input)))),
            ContingencyCases.method(
                    "peto_odds_ratio",
                    input -> ProportionCases.ratio(
                            PetoOddsRatio.of(ContingencyCases.twoByTwoStrata(input), input.level()))));

    private ContingencyStratifiedCases() {}

    private static Map<String, Object> cochranMantelHaenszel(CaseInput input) {
        return ContingencyCases.chiSquare(
                CochranMantelHaenszel.test(ContingencyCases.twoByTwoStrata(input), ContingencyCases.correction(input)));
    }

    private static Map<String, Object> oddsRatio(CaseInput input) {
        ProportionCases.oneOf(input, "variance", "robins_breslow_greenland");
        return ProportionCases.ratio(MantelHaenszel.oddsRatio(ContingencyCases.twoByTwoStrata(input), input.level()));
    }

    private static Map<String, Object> riskRatio(CaseInput input) {
        ProportionCases.oneOf(input, "variance", "greenland_robins");
        return ProportionCases.ratio(MantelHaenszel.riskRatio(ContingencyCases.twoByTwoStrata(input), input.level()));
    }

    private static Map<String, Object> riskDifference(CaseInput input) {
        List<TwoProportions> strata = ContingencyCases.twoByTwoStrata(input).stream()
                .map(TwoByTwo::rows)
                .toList();
        return ProportionCases.difference(StratifiedRiskDifference.mantelHaenszel(
                strata, ProportionStratifiedCases.differenceVariance(input), input.level()));
    }

    private static Map<String, Object> breslowDay(CaseInput input) {
        BreslowDay.Tarone tarone = input.flag("tarone", false) ? BreslowDay.Tarone.CORRECTED : BreslowDay.Tarone.NONE;
        return ContingencyCases.chiSquare(BreslowDay.test(ContingencyCases.twoByTwoStrata(input), tarone));
    }
}
