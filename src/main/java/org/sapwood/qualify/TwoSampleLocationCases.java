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
import org.sapwood.stats.Alternative;
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
        Moments first = Moments.of(x);
        Moments second = Moments.of(y);
        results.put("mean_x", first.mean());
        results.put("mean_y", second.mean());
        results.put("difference", first.mean() - second.mean());
        putStudentT(results, t, mu, alternative, input);
        return results;
    }

    /** Standard error, t, degrees of freedom, p-value and interval of a t inference. */
    static void putStudentT(
            Map<String, Object> results, Estimable<StudentT> t, double mu, Alternative alternative, CaseInput input) {
        results.put("se", number(t.map(StudentT::standardError)));
        results.put("t", number(t.map(found -> found.t(mu))));
        results.put("df", number(t.map(StudentT::degreesOfFreedom)));
        results.put("p_value", p(t.map(found -> found.pValue(mu, alternative))));
        putInterval(results, t.map(found -> found.interval(input.level(), alternative)));
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
        if (!input.flag("exact", true)) {
            throw CaseInput.unknown("exact", false, List.of(true));
        }
        Estimable<MeanDifferencePermutation> test =
                MeanDifferencePermutation.of(TwoSampleCases.present(input, "x"), TwoSampleCases.present(input, "y"));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("difference", number(test.map(MeanDifferencePermutation::difference)));
        if (test instanceof Estimable.Of<MeanDifferencePermutation> of) {
            Estimable<MeanDifferencePermutation.PValues> exact = of.value().exact();
            results.put("p_value_two_sided", p(exact.map(MeanDifferencePermutation.PValues::twoSided)));
            results.put("p_value_greater", p(exact.map(MeanDifferencePermutation.PValues::greater)));
            results.put("p_value_less", p(exact.map(MeanDifferencePermutation.PValues::less)));
        }
        return results;
    }

    private static Map<String, Object> standardisedDifference(CaseInput input) {
        Estimable<StandardisedMeanDifference> found = StandardisedMeanDifference.of(
                Moments.of(TwoSampleCases.present(input, "x")), Moments.of(TwoSampleCases.present(input, "y")));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("cohens_d", number(found.map(StandardisedMeanDifference::cohensD)));
        results.put("hedges_g", number(found.map(StandardisedMeanDifference::hedgesG)));
        results.put("hedges_variance", number(found.map(StandardisedMeanDifference::hedgesVariance)));
        return results;
    }
}
