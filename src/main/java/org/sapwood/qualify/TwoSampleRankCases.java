package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;
import static org.sapwood.qualify.CaseValues.putInterval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.TTest;
import org.sapwood.stats.inference.ZTest;
import org.sapwood.stats.rank.HodgesLehmann;
import org.sapwood.stats.rank.MannWhitney;
import org.sapwood.stats.rank.MannWhitney.TwoSided;

/** Rank methods among the methods of family {@code 04-two-sample}. */
final class TwoSampleRankCases {
    static final List<CaseMethod> METHODS = List.of(
            TwoSampleCases.method("mann_whitney", TwoSampleRankCases::mannWhitney),
            TwoSampleCases.method("mann_whitney_effect", TwoSampleRankCases::effect),
            TwoSampleCases.method("hodges_lehmann_two_sample", TwoSampleRankCases::shift));

    private TwoSampleRankCases() {}

    /** The option {@code continuity_correction}, by default as R and SAS: applied. */
    static ContinuityCorrection correction(CaseInput input, boolean otherwise) {
        return input.flag("continuity_correction", otherwise) ? ContinuityCorrection.HALF : ContinuityCorrection.NONE;
    }

    private static Map<String, Object> mannWhitney(CaseInput input) {
        Estimable<MannWhitney> test =
                MannWhitney.of(TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("u", number(test.map(MannWhitney::u)));
        results.put("rank_sum", number(test.map(MannWhitney::rankSum)));
        if (!(test instanceof Estimable.Of<MannWhitney> of)) {
            return results;
        }
        MannWhitney found = of.value();
        boolean exact = input.flag("exact", true);
        ContinuityCorrection correction = correction(input, true);
        if (exact) {
            results.put("p_value_two_sided", found.exact(Alternative.TWO_SIDED).value());
            results.put("p_value_greater", found.exact(Alternative.GREATER).value());
            results.put("p_value_less", found.exact(Alternative.LESS).value());
            results.put(
                    "p_value_doubled", found.exactTwoSided(TwoSided.DOUBLED).value());
            results.put("p_value_greater_mid", found.midP(Alternative.GREATER).value());
            results.put("p_value_less_mid", found.midP(Alternative.LESS).value());
            return results;
        }
        results.put("z", number(found.normal(Alternative.TWO_SIDED, correction).map(ZTest::z)));
        results.put("p_value_two_sided", p(found.normal(Alternative.TWO_SIDED, correction)
                .map(ZTest::pValue)));
        results.put("p_value_greater", p(found.normal(Alternative.GREATER, correction)
                .map(ZTest::pValue)));
        results.put("p_value_less", p(found.normal(Alternative.LESS, correction).map(ZTest::pValue)));
        results.put("p_value_two_sided_t", p(found.studentT(Alternative.TWO_SIDED, correction)
                .map(TTest::pValue)));
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
            default ->
                throw CaseInput.unknown(
                        "ci",
                        input.option("ci"),
                        List.of("exact", "exact_with_ties", "asymptotic_order_statistic", "r_normal"));
        };
    }

    /** Estimate and order-statistic interval by the layout's names. */
    static Map<String, Object> hodgesLehmann(CaseInput input, Estimable<HodgesLehmann> found, boolean exact) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", number(found.map(HodgesLehmann::estimate)));
        if (exact) {
            Estimable<HodgesLehmann.Achieved> achieved = found.map(hl -> hl.exactInterval(input.level()));
            Estimable<Interval> interval = achieved.map(HodgesLehmann.Achieved::interval);
            putInterval(results, interval);
            results.put("achieved_level", number(achieved.map(HodgesLehmann.Achieved::achievedLevel)));
        } else {
            putInterval(results, found.map(hl -> hl.asymptoticInterval(input.level())));
        }
        return results;
    }
}
