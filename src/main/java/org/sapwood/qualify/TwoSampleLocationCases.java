package org.sapwood.qualify;

import static org.sapwood.qualify.CaseValues.number;
import static org.sapwood.qualify.CaseValues.p;
import static org.sapwood.qualify.CaseValues.putInterval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.simple.RandomSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.FTest;
import org.sapwood.stats.location.OneWayAnova;
import org.sapwood.stats.location.StandardisedMeanDifference;
import org.sapwood.stats.location.StudentT;
import org.sapwood.stats.location.TwoSampleT;
import org.sapwood.stats.location.TwoSampleT.Variances;
import org.sapwood.stats.rank.MeanDifferencePermutation;

/** Comparison of means among the methods of family {@code 04-two-sample}. */
final class TwoSampleLocationCases {
    static final List<CaseMethod> METHODS = List.of(
            TwoSampleCases.method("t_student", input -> t(input, Variances.EQUAL)),
            TwoSampleCases.method("t_welch", input -> t(input, Variances.UNEQUAL)),
            TwoSampleCases.method("anova_one_way", TwoSampleLocationCases::anova),
            TwoSampleCases.method("permutation_mean_difference", TwoSampleLocationCases::permutation),
            TwoSampleCases.method("standardised_mean_difference", TwoSampleLocationCases::standardisedDifference));

    /** Numbers before names, numbers by value. */
    static final Comparator<String> LABELS =
            Comparator.comparingDouble(TwoSampleLocationCases::numeric).thenComparing(Comparator.naturalOrder());

    private TwoSampleLocationCases() {}

    private static Map<String, Object> t(CaseInput input, Variances variances) {
        double[] x = TwoSampleCases.present(input, "x");
        double[] y = TwoSampleCases.present(input, "y");
        Estimable<StudentT> t = TwoSampleT.of(x, y, variances);
        Alternative alternative = input.alternative();
        double mu = input.number("mu", 0);
        Map<String, Object> results = new LinkedHashMap<>();
        Estimable<Double> first = Moments.observed(x).map(Moments::mean);
        Estimable<Double> second = Moments.observed(y).map(Moments::mean);
        results.put("mean_x", number(first));
        results.put("mean_y", number(second));
        results.put("difference", number(first.flatMap(a -> second.map(b -> a - b))));
        putStudentT(results, t, mu, alternative, input);
        return results;
    }

    /** Standard error, t, degrees of freedom, p-value and interval of a t inference. */
    static void putStudentT(
            Map<String, Object> results, Estimable<StudentT> t, double mu, Alternative alternative, CaseInput input) {
        ConfidenceLevel level = input.level();
        results.put("se", number(t.map(StudentT::standardError)));
        results.put("t", number(t.map(found -> found.t(mu))));
        results.put("df", number(t.map(StudentT::degreesOfFreedom)));
        results.put("p_value", p(t.map(found -> found.pValue(mu, alternative))));
        putInterval(results, t.map(found -> found.interval(level, alternative)));
    }

    private static Map<String, Object> anova(CaseInput input) {
        Variances variances = switch (input.text("variances", "equal")) {
            case "equal" -> Variances.EQUAL;
            case "unequal" -> Variances.UNEQUAL;
            default -> throw CaseInput.unknown("variances", input.option("variances"), List.of("equal", "unequal"));
        };
        List<Moments> groups = groups(input).stream().map(Moments::of).toList();
        return f(OneWayAnova.of(groups, variances));
    }

    /** An F test by the layout's names. */
    static Map<String, Object> f(Estimable<FTest> test) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("f", number(test.map(FTest::f)));
        results.put("df1", number(test.map(FTest::numerator)));
        results.put("df2", number(test.map(FTest::denominator)));
        results.put("p_value", p(test.map(FTest::pValue)));
        return results;
    }

    /** The values of {@code value} by {@code group}, groups in ascending order of their number or name. */
    static List<double[]> groups(CaseInput input) {
        double[] values = input.dataNumbers("value");
        List<String> labels = input.dataTexts("group");
        CaseInput.requireOneLength("value and group", values.length, labels.size());
        Map<String, List<Double>> byGroup = new TreeMap<>(LABELS);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                byGroup.computeIfAbsent(labels.get(i), any -> new ArrayList<>()).add(values[i]);
            }
        }
        return byGroup.values().stream().map(TwoSampleLocationCases::unboxed).toList();
    }

    static double[] unboxed(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double numeric(String label) {
        return label.matches("-?[0-9]+([.][0-9]+)?") ? Double.parseDouble(label) : Double.POSITIVE_INFINITY;
    }

    private static Map<String, Object> permutation(CaseInput input) {
        boolean exact = input.flag("exact", true);
        int draws = (int) input.number("draws", 0);
        long seed = (long) input.number("seed", 1);
        Estimable<MeanDifferencePermutation> test =
                MeanDifferencePermutation.of(TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("difference", number(test.map(MeanDifferencePermutation::difference)));
        // Not exact: random splits when their number is given, else the normal approximation.
        Estimable<MeanDifferencePermutation.PValues> found = test.flatMap(permutation -> exact
                ? permutation.exact()
                : draws > 0
                        ? Estimable.of(permutation.monteCarlo(draws, RandomSource.SPLIT_MIX_64.create(seed)::nextLong))
                        : permutation.asymptotic());
        results.put("p_value_two_sided", p(found.map(MeanDifferencePermutation.PValues::twoSided)));
        results.put("p_value_greater", p(found.map(MeanDifferencePermutation.PValues::greater)));
        results.put("p_value_less", p(found.map(MeanDifferencePermutation.PValues::less)));
        return results;
    }

    private static Map<String, Object> standardisedDifference(CaseInput input) {
        Estimable<Moments> first = Moments.observed(TwoSampleCases.present(input, "x"));
        Estimable<Moments> second = Moments.observed(TwoSampleCases.present(input, "y"));
        Estimable<StandardisedMeanDifference> found =
                first.flatMap(x -> second.flatMap(y -> StandardisedMeanDifference.of(x, y)));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("cohens_d", number(found.map(StandardisedMeanDifference::cohensD)));
        results.put("hedges_g", number(found.map(StandardisedMeanDifference::hedgesG)));
        results.put("hedges_variance", number(found.map(StandardisedMeanDifference::hedgesVariance)));
        return results;
    }
}
