package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.samplesize.ExactBinomialDesign;
import org.sapwood.stats.samplesize.ExactProportionPower;
import org.sapwood.stats.samplesize.MeanComparison;
import org.sapwood.stats.samplesize.ProportionComparison;
import org.sapwood.stats.samplesize.SampleSizes;
import org.sapwood.stats.samplesize.TestError;
import org.sapwood.stats.sequential.Sides;

/** The sample size and exact power methods of family {@code 11-group-sequential}. */
final class SampleSizeCases {
    static final List<CaseMethod> METHODS = List.of(
            GroupSequentialCases.method("sample_size_two_means", SampleSizeCases::twoMeans),
            GroupSequentialCases.method("sample_size_paired_t", SampleSizeCases::paired),
            GroupSequentialCases.method("sample_size_two_proportions", SampleSizeCases::proportions),
            GroupSequentialCases.method("exact_power_two_proportions", SampleSizeCases::exactTwo),
            GroupSequentialCases.method("exact_power_one_proportion", SampleSizeCases::exactOne),
            GroupSequentialCases.method("sample_size_logrank_events", SampleSizeCases::events),
            GroupSequentialCases.method("sample_size_mcnemar", SampleSizeCases::mcNemar),
            GroupSequentialCases.method("sample_size_mann_whitney_noether", SampleSizeCases::noether),
            GroupSequentialCases.method("sample_size_negative_binomial", SampleSizeCases::negativeBinomial));

    private SampleSizeCases() {}

    private static TestError error(CaseInput input) {
        return new TestError(input.number("alpha"), GroupSequentialCases.sides(input, 2), input.number("power"));
    }

    private static double ratio(CaseInput input) {
        return input.number("allocation_n1_over_n2", 1);
    }

    /** Up to the next whole number; a size that is whole but for rounding stays. */
    private static double up(double size) {
        return Math.ceil(size - 1e-9);
    }

    private static Map<String, ?> twoMeans(CaseInput input) {
        double ratio = ratio(input);
        TestError error = error(input);
        MeanComparison means = new MeanComparison(
                input.number("difference") - input.number("margin", 0),
                input.number("sd"),
                MeanComparison.Design.TWO_GROUPS,
                ratio);
        Estimable<Double> n2 = means.size(error);
        Estimable<Double> whole2 = n2.map(SampleSizeCases::up);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("n2", CaseValues.number(n2));
        results.put("n1", CaseValues.number(n2.map(n -> ratio * n)));
        results.put("n2_rounded_up", CaseValues.number(whole2));
        results.put("n1_rounded_up", CaseValues.number(whole2.map(n -> up(ratio * n))));
        results.put("power_at_rounded", CaseValues.number(whole2.map(n -> means.power(up(ratio * n), n, error))));
        results.put("n2_normal_approximation", means.normalSize(error));
        return results;
    }

    private static Map<String, ?> paired(CaseInput input) {
        MeanComparison means = new MeanComparison(
                input.number("difference"), input.number("sd_difference"), MeanComparison.Design.PAIRED, 1);
        Estimable<Double> n = means.size(error(input));
        return Map.of("n", CaseValues.number(n), "n_rounded_up", CaseValues.number(n.map(Math::ceil)));
    }

    private static Map<String, ?> proportions(CaseInput input) {
        TestError error = error(input);
        double margin = input.number("margin", 0);
        ProportionComparison comparison =
                new ProportionComparison(input.number("p1"), input.number("p2"), ratio(input));
        Map<String, Object> results = new LinkedHashMap<>();
        if (margin == 0) {
            results.put("n2_pooled", comparison.pooled(error));
            results.put("n2_pooled_continuity", comparison.pooledWithContinuity(error));
            results.put("n2_unpooled", comparison.unpooled(error));
            results.put("n2_arcsine", comparison.arcsine(error));
        }
        results.put("n2_farrington_manning", comparison.farringtonManning(margin, error));
        return results;
    }

    private static Map<String, ?> exactTwo(CaseInput input) {
        ExactProportionPower power = new ExactProportionPower(
                input.number("p1"), input.number("p2"), (int) input.number("n1"), (int) input.number("n2"));
        double alpha = input.number("alpha", 0.05);
        return Map.of(
                "fisher_two_sided",
                power.fisherTwoSided(alpha),
                "fisher_one_sided_half_alpha",
                power.fisherOneSided(alpha / 2),
                "pearson_chi_square",
                power.pearson(alpha),
                "yates_chi_square",
                power.yates(alpha));
    }

    private static Map<String, ?> exactOne(CaseInput input) {
        Estimable<ExactBinomialDesign> design = ExactBinomialDesign.of(
                (int) input.number("n"), input.number("p0"), input.number("p1"), input.number("alpha_one_sided"));
        return Map.of(
                "critical_count",
                SurvivalCases.orReason(design.map(d -> (double) d.criticalCount())),
                "size",
                SurvivalCases.orReason(design.map(ExactBinomialDesign::size)),
                "power",
                SurvivalCases.orReason(design.map(ExactBinomialDesign::power)));
    }

    private static Map<String, ?> events(CaseInput input) {
        TestError error = new TestError(input.number("alpha_one_sided"), Sides.ONE, input.number("power"));
        double hazardRatio = input.number("hazard_ratio");
        return Map.of(
                "events_schoenfeld",
                SampleSizes.schoenfeldEvents(hazardRatio, ratio(input), error),
                "events_freedman",
                SampleSizes.freedmanEvents(hazardRatio, ratio(input), error));
    }

    private static Map<String, ?> mcNemar(CaseInput input) {
        return Map.of("n", SampleSizes.mcNemarPairs(input.number("p10"), input.number("p01"), error(input)));
    }

    private static Map<String, ?> noether(CaseInput input) {
        return Map.of("n_total", SampleSizes.noetherTotal(input.number("probability"), ratio(input), error(input)));
    }

    private static Map<String, ?> negativeBinomial(CaseInput input) {
        double n2 = SampleSizes.negativeBinomial(
                input.number("rate_ratio"),
                input.number("rate_control"),
                input.number("dispersion"),
                input.number("exposure", 1),
                ratio(input),
                error(input));
        return Map.of("n2", n2);
    }
}
