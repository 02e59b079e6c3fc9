package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;
import static org.sapwood.qualify.CaseValues.putInterval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.TTest;
import org.sapwood.stats.inference.ZTest;
import org.sapwood.stats.location.StudentT;
import org.sapwood.stats.rank.BrunnerMunzel;
import org.sapwood.stats.rank.HodgesLehmann;
import org.sapwood.stats.rank.HodgesLehmannGivenTies;
import org.sapwood.stats.rank.JonckheereTerpstra;
import org.sapwood.stats.rank.KolmogorovSmirnov;
import org.sapwood.stats.rank.KruskalWallis;
import org.sapwood.stats.rank.MannWhitney;
import org.sapwood.stats.rank.MannWhitney.TwoSided;
import org.sapwood.stats.rank.MedianTest;
import org.sapwood.stats.rank.RankTestInversion;
import org.sapwood.stats.rank.VanElteren;

/** Rank methods among the methods of family {@code 04-two-sample}. */
final class TwoSampleRankCases {
    static final List<CaseMethod> METHODS = List.of(
            TwoSampleCases.method("mann_whitney", TwoSampleRankCases::mannWhitney),
            TwoSampleCases.method("mann_whitney_effect", TwoSampleRankCases::effect),
            TwoSampleCases.method("hodges_lehmann_two_sample", TwoSampleRankCases::shift),
            TwoSampleCases.method("van_elteren", TwoSampleRankCases::vanElteren),
            TwoSampleCases.method("kruskal_wallis", TwoSampleRankCases::kruskalWallis),
            TwoSampleCases.method("jonckheere_terpstra", TwoSampleRankCases::jonckheere),
            TwoSampleCases.method("brunner_munzel", TwoSampleRankCases::brunnerMunzel),
            TwoSampleCases.method("median_test", TwoSampleRankCases::medianTest),
            TwoSampleCases.method("kolmogorov_smirnov_two_sample", TwoSampleRankCases::kolmogorovSmirnov));

    private TwoSampleRankCases() {}

    /** The option {@code continuity_correction}, by default as R and SAS: applied. */
    static ContinuityCorrection correction(CaseInput input, boolean otherwise) {
        return input.flag("continuity_correction", otherwise) ? ContinuityCorrection.HALF : ContinuityCorrection.NONE;
    }

    private static Map<String, Object> mannWhitney(CaseInput input) {
        Estimable<MannWhitney> test =
                MannWhitney.of(TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"));
        boolean exact = input.flag("exact", true);
        ContinuityCorrection correction = correction(input, true);
        Map<String, Object> results = CaseValues.nothing(
                test,
                "p_value_two_sided",
                "p_value_greater",
                "p_value_less",
                "p_value_doubled",
                "p_value_greater_mid",
                "p_value_less_mid",
                "z",
                "p_value_two_sided_t");
        results.put("u", number(test.map(MannWhitney::u)));
        results.put("rank_sum", number(test.map(MannWhitney::rankSum)));
        if (!(test instanceof Estimable.Of<MannWhitney> of)) {
            return results;
        }
        results.keySet().retainAll(Set.of("u", "rank_sum"));
        MannWhitney found = of.value();
        if (exact) {
            results.put("p_value_two_sided", found.exact(Alternative.TWO_SIDED).value());
            results.put("p_value_greater", found.exact(Alternative.GREATER).value());
            results.put("p_value_less", found.exact(Alternative.LESS).value());
            results.put("p_value_doubled", found.exactTwoSided(TwoSided.DOUBLED).value());
            results.put("p_value_greater_mid", found.midP(Alternative.GREATER).value());
            results.put("p_value_less_mid", found.midP(Alternative.LESS).value());
            return results;
        }
        results.put("z", number(found.normal(Alternative.TWO_SIDED, correction).map(ZTest::z)));
        results.put(
                "p_value_two_sided",
                p(found.normal(Alternative.TWO_SIDED, correction).map(ZTest::pValue)));
        results.put(
                "p_value_greater",
                p(found.normal(Alternative.GREATER, correction).map(ZTest::pValue)));
        results.put("p_value_less", p(found.normal(Alternative.LESS, correction).map(ZTest::pValue)));
        results.put(
                "p_value_two_sided_t",
                p(found.studentT(Alternative.TWO_SIDED, correction).map(TTest::pValue)));
        return results;
    }

    private static Map<String, Object> effect(CaseInput input) {
        Estimable<MannWhitney> test =
                MannWhitney.of(TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"));
        return Map.of(
                "probability_x_greater", number(test.map(MannWhitney::probabilityFirstGreater)),
                "cliffs_delta", number(test.map(MannWhitney::cliffsDelta)));
    }

    private static Map<String, Object> shift(CaseInput input) {
        double[] x = TwoSampleCases.present(input, "x");
        double[] y = TwoSampleCases.present(input, "y");
        return switch (input.text("ci", "exact")) {
            case "exact" -> hodgesLehmann(input, HodgesLehmann.ofShift(x, y), true);
            case "asymptotic_order_statistic" -> hodgesLehmann(input, HodgesLehmann.ofShift(x, y), false);
            case "exact_with_ties" -> givenTies(HodgesLehmannGivenTies.ofShift(x, y, input.level()));
            case "r_normal" -> inversion(RankTestInversion.ofShift(x, y, input.level(), correction(input, true)));
            default ->
                throw CaseInput.unknown(
                        "ci",
                        input.option("ci"),
                        List.of("exact", "exact_with_ties", "asymptotic_order_statistic", "r_normal"));
        };
    }

    /** Estimate and order-statistic interval by the layout's names. */
    static Map<String, Object> hodgesLehmann(CaseInput input, Estimable<HodgesLehmann> found, boolean exact) {
        ConfidenceLevel level = input.level();
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(found.map(HodgesLehmann::estimate)));
        if (exact) {
            Estimable<HodgesLehmann.Achieved> achieved = found.map(hl -> hl.exactInterval(level));
            Estimable<Interval> interval = achieved.map(HodgesLehmann.Achieved::interval);
            putInterval(results, interval);
            results.put("achieved_level", number(achieved.map(HodgesLehmann.Achieved::achievedLevel)));
        } else {
            putInterval(results, found.map(hl -> hl.asymptoticInterval(level)));
        }
        return results;
    }

    /** Estimate and interval of an inverted rank test by the layout's names. */
    static Map<String, Object> inversion(Estimable<RankTestInversion> found) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(found.map(RankTestInversion::estimate)));
        putInterval(results, found.map(RankTestInversion::interval));
        return results;
    }

    /** Estimate and interval given the ties by the layout's names. */
    static Map<String, Object> givenTies(Estimable<HodgesLehmannGivenTies> found) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(found.map(HodgesLehmannGivenTies::estimate)));
        putInterval(results, found.map(HodgesLehmannGivenTies::interval));
        return results;
    }

    private static Map<String, Object> vanElteren(CaseInput input) {
        VanElteren.Weights weights = input.choice("weights", VanElteren.Weights.class, VanElteren.Weights.VAN_ELTEREN);
        ContinuityCorrection correction = correction(input, false);
        double[] values = input.dataNumbers("value");
        List<String> groups = input.dataTexts("group");
        List<String> strata = input.dataTexts("stratum");
        CaseInput.requireOneLength("value, group and stratum", values.length, groups.size(), strata.size());
        String first = groups.stream().min(TwoSampleLocationCases.LABELS).orElse("");
        Map<String, List<List<Double>>> byStratum = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                byStratum
                        .computeIfAbsent(strata.get(i), any -> List.of(new ArrayList<>(), new ArrayList<>()))
                        .get(groups.get(i).equals(first) ? 0 : 1)
                        .add(values[i]);
            }
        }
        Estimable<VanElteren> test = VanElteren.of(
                byStratum.values().stream()
                        .map(pair -> new VanElteren.Stratum(
                                TwoSampleLocationCases.unboxed(pair.get(0)),
                                TwoSampleLocationCases.unboxed(pair.get(1))))
                        .toList(),
                weights);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("weighted_rank_sum", number(test.map(VanElteren::weightedRankSum)));
        results.put("expected", number(test.map(VanElteren::expected)));
        results.put("variance", number(test.map(VanElteren::variance)));
        Alternative alternative = input.alternative();
        Estimable<ZTest> z = test.map(found -> found.test(alternative, correction));
        results.put("z", number(z.map(ZTest::z)));
        results.put("chi_square", number(z.map(found -> found.z() * found.z())));
        results.put("p_value", p(z.map(ZTest::pValue)));
        return results;
    }

    private static Map<String, Object> kruskalWallis(CaseInput input) {
        Estimable<KruskalWallis> test = KruskalWallis.of(TwoSampleLocationCases.groups(input));
        Map<String, Object> results = PairedTableCases.chiSquare(test.map(KruskalWallis::asymptotic));
        if (input.flag("exact", false)) {
            results.put("p_value", p(test.flatMap(KruskalWallis::exact)));
        }
        return results;
    }

    private static Map<String, Object> jonckheere(CaseInput input) {
        List<double[]> groups = new ArrayList<>(TwoSampleLocationCases.groups(input));
        switch (input.text("group_order", "increasing")) {
            case "increasing" -> {}
            case "decreasing" -> Collections.reverse(groups);
            default ->
                throw CaseInput.unknown(
                        "group_order", input.option("group_order"), List.of("increasing", "decreasing"));
        }
        Estimable<JonckheereTerpstra> test = JonckheereTerpstra.of(groups);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic", number(test.map(JonckheereTerpstra::statistic)));
        results.put("expected", number(test.map(JonckheereTerpstra::expected)));
        results.put("variance", number(test.map(JonckheereTerpstra::variance)));
        results.put(
                "z",
                number(test.map(found -> found.normal(Alternative.TWO_SIDED).z())));
        boolean exact = input.flag("exact", false);
        for (Map.Entry<String, Alternative> side : Map.of(
                        "p_value_two_sided", Alternative.TWO_SIDED,
                        "p_value_increasing", Alternative.GREATER,
                        "p_value_decreasing", Alternative.LESS)
                .entrySet()) {
            Alternative alternative = side.getValue();
            results.put(
                    side.getKey(),
                    p(
                            exact
                                    ? test.flatMap(found -> found.exact(alternative))
                                    : test.map(
                                            found -> found.normal(alternative).pValue())));
        }
        return results;
    }

    private static Map<String, Object> brunnerMunzel(CaseInput input) {
        double[] x = TwoSampleCases.present(input, "x");
        double[] y = TwoSampleCases.present(input, "y");
        if (input.flag("permutation", false)) {
            input.level();
            return Map.of("p_value", p(BrunnerMunzel.permutation(x, y)));
        }
        ConfidenceLevel level = input.level();
        Alternative alternative = input.alternative();
        Estimable<StudentT> found = BrunnerMunzel.of(x, y);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic", number(found.map(t -> t.t(0.5))));
        results.put("df", number(found.map(StudentT::degreesOfFreedom)));
        results.put("p_value", p(found.map(t -> t.pValue(0.5, alternative))));
        results.put("estimate", number(found.map(StudentT::estimate)));
        putInterval(results, found.map(t -> t.interval(level)));
        return results;
    }

    private static Map<String, Object> medianTest(CaseInput input) {
        Estimable<ZTest> test = MedianTest.of(
                TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"), input.alternative());
        return Map.of("z", number(test.map(ZTest::z)), "p_value", p(test.map(ZTest::pValue)));
    }

    private static Map<String, Object> kolmogorovSmirnov(CaseInput input) {
        Estimable<KolmogorovSmirnov> test =
                KolmogorovSmirnov.of(TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("d", number(test.map(KolmogorovSmirnov::d)));
        results.put("p_value_exact", p(test.flatMap(KolmogorovSmirnov::exact)));
        results.put("p_value_asymptotic", p(test.map(KolmogorovSmirnov::asymptotic)));
        return results;
    }
}
