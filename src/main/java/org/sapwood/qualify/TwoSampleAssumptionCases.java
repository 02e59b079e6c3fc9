package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.normality.EmpiricalDistributionTests;
import org.sapwood.stats.normality.EmpiricalDistributionTests.Distance;
import org.sapwood.stats.normality.ShapiroWilk;
import org.sapwood.stats.spread.EqualVariances;
import org.sapwood.stats.spread.EqualVariances.Centre;
import org.sapwood.stats.spread.VarianceRatio;

/** Tests of normality and of equal variances among the methods of family {@code 04-two-sample}. */
final class TwoSampleAssumptionCases {
    static final List<CaseMethod> METHODS = List.of(
            TwoSampleCases.method("levene", TwoSampleAssumptionCases::levene),
            TwoSampleCases.method(
                    "bartlett",
                    input -> PairedTableCases.chiSquare(
                            EqualVariances.bartlett(TwoSampleLocationCases.groups(input).stream()
                                    .map(Moments::of)
                                    .toList()))),
            TwoSampleCases.method(
                    "fligner_killeen",
                    input -> PairedTableCases.chiSquare(
                            EqualVariances.flignerKilleen(TwoSampleLocationCases.groups(input)))),
            TwoSampleCases.method("variance_ratio_f", TwoSampleAssumptionCases::varianceRatio),
            TwoSampleCases.method("variance_folded_f", TwoSampleAssumptionCases::folded),
            TwoSampleCases.method("shapiro_wilk", TwoSampleAssumptionCases::shapiroWilk),
            TwoSampleCases.method(
                    "anderson_darling",
                    input -> distance(EmpiricalDistributionTests.andersonDarling(TwoSampleCases.present(input, "x")))),
            TwoSampleCases.method(
                    "cramer_von_mises",
                    input -> distance(EmpiricalDistributionTests.cramerVonMises(TwoSampleCases.present(input, "x")))),
            TwoSampleCases.method(
                    "lilliefors",
                    input -> distance(EmpiricalDistributionTests.lilliefors(TwoSampleCases.present(input, "x")))));

    private TwoSampleAssumptionCases() {}

    private static Map<String, Object> levene(CaseInput input) {
        Centre centre = input.choice("center", Centre.class, Centre.MEDIAN);
        return TwoSampleLocationCases.f(EqualVariances.levene(TwoSampleLocationCases.groups(input), centre));
    }

    private static Estimable<VarianceRatio> ratio(CaseInput input) {
        Estimable<Moments> first = Moments.observed(TwoSampleCases.present(input, "x"));
        Estimable<Moments> second = Moments.observed(TwoSampleCases.present(input, "y"));
        return first.flatMap(x -> second.flatMap(y -> VarianceRatio.of(x, y)));
    }

    private static Map<String, Object> varianceRatio(CaseInput input) {
        ConfidenceLevel level = input.level();
        Estimable<VarianceRatio> ratio = ratio(input);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("f", number(ratio.map(VarianceRatio::f)));
        results.put("df1", number(ratio.map(VarianceRatio::numerator)));
        results.put("df2", number(ratio.map(VarianceRatio::denominator)));
        results.put("p_value", p(ratio.map(VarianceRatio::pValue)));
        CaseValues.putInterval(results, ratio.map(found -> found.interval(level)));
        return results;
    }

    private static Map<String, Object> folded(CaseInput input) {
        return TwoSampleLocationCases.f(ratio(input).flatMap(VarianceRatio::folded));
    }

    private static Map<String, Object> shapiroWilk(CaseInput input) {
        Estimable<ShapiroWilk> test = ShapiroWilk.of(TwoSampleCases.present(input, "x"));
        return Map.of("w", number(test.map(ShapiroWilk::w)), "p_value", p(test.map(ShapiroWilk::pValue)));
    }

    private static Map<String, Object> distance(Estimable<Distance> test) {
        return Map.of("statistic", number(test.map(Distance::statistic)), "p_value", p(test.map(Distance::pValue)));
    }
}
