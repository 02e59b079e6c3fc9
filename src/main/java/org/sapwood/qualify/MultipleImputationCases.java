package org.sapwood.qualify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.imputation.ConditionalMeanImputation;
import org.sapwood.stats.imputation.IncompleteProfiles;
import org.sapwood.stats.imputation.Jackknife;
import org.sapwood.stats.imputation.PooledWaldTest;
import org.sapwood.stats.imputation.ReferenceStrategy;
import org.sapwood.stats.imputation.RubinsRules;
import org.sapwood.stats.linear.LinearModel;

/** The reference-case methods of family {@code 12-multiple-imputation}. */
final class MultipleImputationCases {
    static final String FAMILY = "12-multiple-imputation";
    private static final String PAGE = "multiple-imputation";
    private static final String SUBJECT = "SUBJID";
    private static final String VISIT = "AVISIT";

    private static final Map<String, ReferenceStrategy> STRATEGIES = Map.of(
            "missing at random", ReferenceStrategy.MISSING_AT_RANDOM,
            "jump to reference", ReferenceStrategy.JUMP_TO_REFERENCE,
            "copy reference", ReferenceStrategy.COPY_REFERENCE,
            "copy increments in reference", ReferenceStrategy.COPY_INCREMENTS_IN_REFERENCE,
            "last mean carried forward", ReferenceStrategy.LAST_MEAN_CARRIED_FORWARD);

    static final List<CaseMethod> METHODS = List.of(
            new CaseMethod("rubin_pooling", FAMILY, PAGE, MultipleImputationCases::rubin),
            new CaseMethod("pooled_wald_test", FAMILY, PAGE, MultipleImputationCases::wald),
            new CaseMethod("reference_based_conditional_mean", FAMILY, PAGE, MultipleImputationCases::conditionalMean));

    private MultipleImputationCases() {}

    private static Map<String, ?> rubin(CaseInput input) {
        RubinsRules pooled = RubinsRules.pool(input.dataNumbers("estimates"), input.dataNumbers("se"));
        double nullValue = input.number("null", 0);
        ConfidenceLevel level = input.level();
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("estimate", pooled.estimate());
        results.put("within", pooled.within());
        results.put("between", pooled.between());
        results.put("total", pooled.total());
        results.put("se", pooled.standardError());
        results.put("relative_increase", pooled.relativeIncrease());
        results.put("lambda", pooled.lambda());
        if (input.hasOption("df_complete")) {
            double df = pooled.barnardRubinDegreesOfFreedom(input.number("df_complete"));
            results.put("barnard_rubin", inference(pooled.inference(df, nullValue, level)));
        }
        results.put("rubin_1987", inference(pooled.inference(pooled.rubinDegreesOfFreedom(), nullValue, level)));
        return results;
    }

    private static Map<String, ?> inference(RubinsRules.Inference inference) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("df", inference.df());
        results.put("t", inference.t());
        results.put("p_value", inference.pValue().value());
        results.put("lower", inference.interval().lower());
        results.put("upper", inference.interval().upper());
        results.put("fraction_missing_information", inference.fractionMissingInformation());
        return results;
    }

    private static Map<String, ?> wald(CaseInput input) {
        double[][] estimates = input.dataMatrix("estimates");
        double[][][] covariances = input.dataMatrices("covariances").toArray(double[][][]::new);
        double nullValue = input.number("null", 0);
        return Map.of(
                "d1", test(PooledWaldTest.fromMoments(estimates, covariances, nullValue)),
                "d2", test(PooledWaldTest.fromStatistics(estimates, covariances, nullValue)));
    }

    private static Map<String, ?> test(PooledWaldTest test) {
        return Map.of(
                "f", test.f(),
                "df1", test.numerator(),
                "df2", test.denominator(),
                "relative_increase", test.relativeIncrease(),
                "p_value", test.pValue().value());
    }

    private static Map<String, ?> conditionalMean(CaseInput input) {
        return new ConditionalMeanCase(input).results();
    }

    /** One case of reference-based imputation: a model of the observed data, and an ANCOVA of the completed at each visit. */
    private static final class ConditionalMeanCase {
        private final ModelCase rows;
        private final String group;
        private final String test;
        private final String reference;
        private final ReferenceStrategy strategy;
        private final double delta;
        private final List<Term> analysis;
        private final ConfidenceLevel level;
        private final List<String> subjects;
        private final List<String> visits;
        private final int[][] rowOf;
        private final IncompleteProfiles data;

        ConditionalMeanCase(CaseInput input) {
            rows = ModelCase.of(input, List.of(), List.of(SUBJECT));
            group = input.texts("terms").get(0);
            reference = input.text("reference_arm");
            level = input.level();
            delta = input.number("delta", 0);
            String name = input.text("strategy");
            ReferenceStrategy known = STRATEGIES.get(name);
            if (known == null) {
                throw CaseInput.unknown(
                        "strategy", name, STRATEGIES.keySet().stream().sorted().toList());
            }
            strategy = known;
            require(input, "covariance", "unstructured");
            require(input, "estimation", "REML");
            require(input, "variance", "jackknife over subjects");
            require(
                    input,
                    "intercurrent_event",
                    "first visit after the last observed value; visits missing before it are imputed under missing at random");
            String formula = input.text("analysis");
            analysis = Term.parse(
                    List.of(formula.substring(formula.indexOf('~') + 1).strip().split("\\s*\\+\\s*")));
            ModelFrame frame = rows.frame();
            test = frame.factor(group).levels().stream()
                    .filter(arm -> !arm.equals(reference))
                    .findFirst()
                    .orElseThrow(() -> new CaseInput.Unsupported("there is only one arm"));
            visits = frame.factor(VISIT).levels();
            subjects = frame.factor(SUBJECT).levels();
            rowOf = new int[subjects.size()][visits.size()];
            for (int row = 0; row < frame.rows(); row++) {
                rowOf[frame.factor(SUBJECT).codes()[row]][frame.factor(VISIT).codes()[row]] = row;
            }
            data = profiles(input.text("response"));
        }

        private static void require(CaseInput input, String option, String known) {
            if (!input.text(option, known).equals(known)) {
                throw CaseInput.unknown(option, input.option(option), List.of(known));
            }
        }

        private IncompleteProfiles profiles(String response) {
            DesignMatrix design = rows.design();
            double[][] own = design.rows();
            double[][] moved = design.rows(rows.frame().withEveryoneAt(group, reference));
            double[] y = rows.numbers(response);
            int n = subjects.size();
            double[][] values = new double[n][visits.size()];
            double[][][] x = new double[n][visits.size()][];
            double[][][] r = new double[n][visits.size()][];
            boolean[] inReference = new boolean[n];
            for (int i = 0; i < n; i++) {
                for (int v = 0; v < visits.size(); v++) {
                    values[i][v] = y[rowOf[i][v]];
                    x[i][v] = own[rowOf[i][v]];
                    r[i][v] = moved[rowOf[i][v]];
                }
                inReference[i] = rows.frame().factor(group).label(rowOf[i][0]).equals(reference);
            }
            return new IncompleteProfiles(values, x, r, inReference, design.names(), visits);
        }

        Map<String, ?> results() {
            Estimable<double[][]> completed = ConditionalMeanImputation.complete(data, strategy, delta);
            double[][] values = completed.orElseThrow();
            double[] full = analyse(values, -1).orElseThrow();
            Jackknife jackknife = Jackknife.of(subjects.size(), full, i -> {
                        Estimable<double[][]> left =
                                ConditionalMeanImputation.complete(data.without(i), strategy, delta);
                        return analyse(left.orElseThrow(), i);
                    })
                    .orElseThrow();
            Map<String, Object> byVisit = new LinkedHashMap<>();
            Map<String, Object> differences = new LinkedHashMap<>();
            for (int v = 0; v < visits.size(); v++) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("difference", full[3 * v]);
                one.put("se", jackknife.standardError(3 * v));
                one.put("lower", jackknife.interval(3 * v, level).lower());
                one.put("upper", jackknife.interval(3 * v, level).upper());
                one.put("p_value", jackknife.pValue(3 * v).value());
                one.put("lsm_ref", full[3 * v + 1]);
                one.put("lsm_alt", full[3 * v + 2]);
                byVisit.put(visits.get(v), one);
                differences.put(visits.get(v), full[3 * v]);
            }
            Map<String, Object> imputed = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                for (int v = 0; v < visits.size(); v++) {
                    imputed.put(subjects.get(i) + "|" + visits.get(v), values[i][v]);
                }
            }
            return Map.of("visits", byVisit, "difference_only", differences, "imputed", imputed);
        }

        /** Difference and LS means at each visit, from the completed values of all subjects but one. */
        private Estimable<double[]> analyse(double[][] values, int without) {
            double[] estimates = new double[3 * visits.size()];
            List<Integer> kept =
                    new ArrayList<>(IntStream.range(0, subjects.size()).boxed().toList());
            if (without >= 0) {
                kept.remove(without);
            }
            for (int v = 0; v < visits.size(); v++) {
                int visit = v;
                int[] at = kept.stream().mapToInt(i -> rowOf[i][visit]).toArray();
                DesignMatrix design = DesignMatrix.of(rows.frame().select(at), analysis);
                double[] y = new double[at.length];
                for (int i = 0; i < y.length; i++) {
                    y[i] = values[i][v];
                }
                Estimable<LinearModel> model = LinearModel.fit(design, y);
                LeastSquaresMeans means = LeastSquaresMeans.of(design, List.of(group), Margins.OBSERVED);
                LinearModel fitted = model.orElseThrow();
                double ref = fitted.estimate(means.mean(reference), level)
                        .orElseThrow()
                        .estimate();
                double alt =
                        fitted.estimate(means.mean(test), level).orElseThrow().estimate();
                estimates[3 * v] = alt - ref;
                estimates[3 * v + 1] = ref;
                estimates[3 * v + 2] = alt;
            }
            return Estimable.of(estimates);
        }
    }
}
