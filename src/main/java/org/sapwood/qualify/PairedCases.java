package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;
import static org.sapwood.qualify.CaseValues.putInterval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.descriptive.Summary;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.TTest;
import org.sapwood.stats.location.OneSampleT;
import org.sapwood.stats.location.StudentT;
import org.sapwood.stats.paired.MedianInterval;
import org.sapwood.stats.paired.SignTest;
import org.sapwood.stats.rank.HodgesLehmann;
import org.sapwood.stats.rank.HodgesLehmannGivenTies;
import org.sapwood.stats.rank.RankTestInversion;
import org.sapwood.stats.rank.SignedRank;
import org.sapwood.stats.rank.SignedRank.Zeros;

/** The reference-case methods of family {@code 03-paired}: here those on measurements; tables have their own class. */
final class PairedCases {
    static final String FAMILY = "03-paired";

    static final List<CaseMethod> METHODS = Stream.concat(
                    Stream.of(
                            method("paired_t", PairedCases::pairedT),
                            method("signed_rank", PairedCases::signedRank),
                            method("signed_rank_t_approximation", PairedCases::signedRankT),
                            method("hodges_lehmann_one_sample", PairedCases::centre),
                            method("sign_test", PairedCases::sign),
                            method("median_ci", PairedCases::medianInterval)),
                    PairedTableCases.METHODS.stream())
            .toList();

    private PairedCases() {}

    static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, "paired", run);
    }

    private static Map<String, Object> pairedT(CaseInput input) {
        double[] x = input.dataNumbers("x");
        double[] y = input.dataNumbers("y");
        CaseInput.requireOneLength("x and y", x.length, y.length);
        double[] differences = IntStream.range(0, x.length)
                .mapToDouble(i -> x[i] - y[i])
                .filter(d -> !Double.isNaN(d))
                .toArray();
        Estimable<Moments> moments = Moments.observed(differences);
        Estimable<StudentT> t = moments.flatMap(OneSampleT::of);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("n", differences.length);
        results.put("mean_difference", number(moments.map(Moments::mean)));
        results.put("sd", number(moments.flatMap(Moments::standardDeviation)));
        TwoSampleLocationCases.putStudentT(results, t, input.number("mu", 0), input.alternative(), input);
        return results;
    }

    /** The differences less the hypothesised value, subtracted in binary as the reference programs do. */
    private static double[] deviations(CaseInput input) {
        double mu = input.number("mu", 0);
        return Arrays.stream(TwoSampleCases.present(input, "d"))
                .map(d -> d - mu)
                .toArray();
    }

    private static Map<String, Object> signedRank(CaseInput input) {
        Zeros zeros = input.choice("zero_method", Zeros.class, Zeros.DROP);
        boolean exact = input.flag("exact", true);
        ContinuityCorrection correction = TwoSampleRankCases.correction(input, true);
        Estimable<SignedRank> test = SignedRank.of(deviations(input), zeros);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("n_used", test.isEstimable() ? test.orElseThrow().used() : 0);
        results.put("statistic_v", number(test.map(SignedRank::positiveRankSum)));
        results.put("statistic_s", number(test.map(SignedRank::centred)));
        if (!exact) {
            results.put(
                    "z",
                    number(test.map(found ->
                            found.normal(Alternative.TWO_SIDED, correction).z())));
        }
        for (Map.Entry<String, Alternative> side : SIDES.entrySet()) {
            Estimable<PValue> p = test.map(found -> exact
                    ? found.exact(side.getValue())
                    : found.normal(side.getValue(), correction).pValue());
            results.put(side.getKey(), p(p));
        }
        return results;
    }

    private static final Map<String, Alternative> SIDES = new LinkedHashMap<>();

    static {
        SIDES.put("p_value_two_sided", Alternative.TWO_SIDED);
        SIDES.put("p_value_greater", Alternative.GREATER);
        SIDES.put("p_value_less", Alternative.LESS);
    }

    private static Map<String, Object> signedRankT(CaseInput input) {
        Estimable<SignedRank> test = SignedRank.of(deviations(input), Zeros.DROP);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("statistic_s", number(test.map(SignedRank::centred)));
        Estimable<TTest> t = test.flatMap(found -> found.studentT(Alternative.TWO_SIDED));
        results.put("t", number(t.map(TTest::t)));
        results.put("df", number(t.map(TTest::degreesOfFreedom)));
        results.put("p_value_two_sided", p(t.map(TTest::pValue)));
        return results;
    }

    private static Map<String, Object> centre(CaseInput input) {
        Estimable<HodgesLehmann> found = HodgesLehmann.ofCentre(TwoSampleCases.present(input, "d"));
        return switch (input.text("ci", "exact")) {
            case "exact" -> TwoSampleRankCases.hodgesLehmann(input, found, true);
            case "asymptotic_order_statistic" -> TwoSampleRankCases.hodgesLehmann(input, found, false);
            case "exact_with_ties" ->
                TwoSampleRankCases.givenTies(
                        HodgesLehmannGivenTies.ofCentre(TwoSampleCases.present(input, "d"), input.level()));
            case "r_normal" ->
                TwoSampleRankCases.inversion(RankTestInversion.ofCentre(
                        TwoSampleCases.present(input, "d"), input.level(), TwoSampleRankCases.correction(input, true)));
            default ->
                throw CaseInput.unknown(
                        "ci",
                        input.option("ci"),
                        List.of("exact", "exact_with_ties", "asymptotic_order_statistic", "r_normal"));
        };
    }

    private static Map<String, Object> sign(CaseInput input) {
        Estimable<SignTest> test = SignTest.of(deviations(input));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("n_used", test.isEstimable() ? test.orElseThrow().used() : 0);
        results.put("n_positive", test.isEstimable() ? test.orElseThrow().positive() : 0);
        results.put("statistic_m", number(test.map(SignTest::centred)));
        for (Map.Entry<String, Alternative> side : SIDES.entrySet()) {
            results.put(side.getKey(), p(test.map(found -> found.pValue(side.getValue()))));
        }
        return results;
    }

    private static Map<String, Object> medianInterval(CaseInput input) {
        if (!input.text("ci", "order_statistics").equals("order_statistics")) {
            throw CaseInput.unknown("ci", input.option("ci"), List.of("order_statistics"));
        }
        double[] d = TwoSampleCases.present(input, "d");
        Estimable<MedianInterval> found = MedianInterval.of(d, input.level());
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("median", number(Summary.of(d).median()));
        putInterval(results, found.map(MedianInterval::interval));
        results.put("achieved_level", number(found.map(MedianInterval::achievedLevel)));
        return results;
    }
}
