package org.sapwood.qualify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.imputation.ConditionalMeanImputation;
import org.sapwood.stats.imputation.IncompleteProfiles;
import org.sapwood.stats.imputation.Jackknife;
import org.sapwood.stats.imputation.ReferenceStrategy;
import org.sapwood.stats.linear.LinearModel;

/**
 * One case of reference-based imputation by conditional means: a model of the observed data, and an ANCOVA of the completed
 * data at each visit. The delta is for the first arm that is not the reference.
 */
final class ConditionalMeanCase {
    private static final String SUBJECT = "SUBJID";
    private static final String VISIT = "AVISIT";
    private static final int ABSENT = -1;

    private static final Map<String, ReferenceStrategy> STRATEGIES = Map.of(
            "missing at random", ReferenceStrategy.MISSING_AT_RANDOM,
            "jump to reference", ReferenceStrategy.JUMP_TO_REFERENCE,
            "copy reference", ReferenceStrategy.COPY_REFERENCE,
            "copy increments in reference", ReferenceStrategy.COPY_INCREMENTS_IN_REFERENCE,
            "last mean carried forward", ReferenceStrategy.LAST_MEAN_CARRIED_FORWARD);

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
    private final Estimable<IncompleteProfiles> data;

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
                "first visit after the last observed value; visits missing before it are imputed under missing at"
                        + " random");
        String formula = input.text("analysis");
        analysis = Term.parse(
                List.of(formula.substring(formula.indexOf('~') + 1).strip().split("\\s*\\+\\s*")));
        ModelFrame frame = rows.frame();
        test = frame.factor(group).levels().stream()
                .filter(arm -> !arm.equals(reference))
                .findFirst()
                .orElse("");
        visits = frame.factor(VISIT).levels();
        subjects = frame.factor(SUBJECT).levels();
        rowOf = rowOf(frame);
        String response = input.text("response");
        boolean compares = !subjects.isEmpty()
                && !test.isEmpty()
                && frame.factor(group).levels().contains(reference);
        data = compares
                ? Estimable.of(profiles(response))
                : Estimable.not(Estimable.Reason.EMPTY_GROUP, "needs subjects in " + reference + " and in another arm");
    }

    private static void require(CaseInput input, String option, String known) {
        if (!input.text(option, known).equals(known)) {
            throw CaseInput.unknown(option, input.option(option), List.of(known));
        }
    }

    /** The row of each subject and visit; every one must be there, its response missing or not. */
    private int[][] rowOf(ModelFrame frame) {
        int[][] found = new int[subjects.size()][visits.size()];
        for (int[] one : found) {
            Arrays.fill(one, ABSENT);
        }
        for (int row = 0; row < frame.rows(); row++) {
            int subject = frame.factor(SUBJECT).codes()[row];
            int visit = frame.factor(VISIT).codes()[row];
            if (found[subject][visit] != ABSENT) {
                throw new CaseInput.Unsupported("subject " + subjects.get(subject) + " has two rows at visit "
                        + visits.get(visit) + ", expected one");
            }
            found[subject][visit] = row;
        }
        for (int i = 0; i < found.length; i++) {
            for (int v = 0; v < visits.size(); v++) {
                if (found[i][v] == ABSENT) {
                    throw new CaseInput.Unsupported("subject " + subjects.get(i) + " has no row at visit "
                            + visits.get(v) + ", expected one with its covariates, the response left empty if missing");
                }
            }
        }
        return found;
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
        int n = subjects.size();
        Estimable<double[][]> completed = data.flatMap(profiles -> completed(profiles, this::isInTest));
        Estimable<double[]> full = completed.flatMap(
                values -> analysed(values, IntStream.range(0, n).toArray()));
        Estimable<Jackknife> jackknife = full.flatMap(estimates -> Jackknife.of(n, estimates, this::withoutOne));
        Map<String, Object> byVisit = new LinkedHashMap<>();
        Map<String, Object> differences = new LinkedHashMap<>();
        for (int v = 0; v < visits.size(); v++) {
            int at = 3 * v;
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("difference", CaseValues.number(full.map(estimates -> estimates[at])));
            one.put("se", CaseValues.number(jackknife.map(j -> j.standardError(at))));
            CaseValues.putInterval(one, jackknife.map(j -> j.interval(at, level)));
            one.put("p_value", CaseValues.p(jackknife.map(j -> j.pValue(at))));
            one.put("lsm_ref", CaseValues.number(full.map(estimates -> estimates[at + 1])));
            one.put("lsm_alt", CaseValues.number(full.map(estimates -> estimates[at + 2])));
            byVisit.put(visits.get(v), one);
            differences.put(visits.get(v), CaseValues.number(full.map(estimates -> estimates[at])));
        }
        Map<String, Object> imputed = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            for (int v = 0; v < visits.size(); v++) {
                int subject = i;
                int visit = v;
                imputed.put(
                        subjects.get(i) + "|" + visits.get(v),
                        CaseValues.number(completed.map(values -> values[subject][visit])));
            }
        }
        return Map.of("visits", byVisit, "difference_only", differences, "imputed", imputed);
    }

    private boolean isInTest(int subject) {
        return rows.frame().factor(group).label(rowOf[subject][0]).equals(test);
    }

    private Estimable<double[][]> completed(IncompleteProfiles profiles, IntPredicate shifted) {
        return ConditionalMeanImputation.complete(profiles, strategy)
                .map(values -> profiles.adjustment(shifted).adjusted(values, delta));
    }

    private Estimable<double[]> withoutOne(int left) {
        int[] kept = IntStream.range(0, subjects.size()).filter(i -> i != left).toArray();
        return data.flatMap(profiles -> completed(profiles.without(left), i -> isInTest(kept[i])))
                .flatMap(values -> analysed(values, kept));
    }

    /** Difference and LS means at each visit, from the completed values of some subjects. */
    private Estimable<double[]> analysed(double[][] values, int[] kept) {
        double[] estimates = new double[3 * visits.size()];
        for (int v = 0; v < visits.size(); v++) {
            int visit = v;
            int[] at = IntStream.of(kept).map(i -> rowOf[i][visit]).toArray();
            DesignMatrix design = DesignMatrix.of(rows.frame().select(at), analysis);
            double[] y = new double[at.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = values[i][v];
            }
            LeastSquaresMeans means = LeastSquaresMeans.of(design, List.of(group), Margins.OBSERVED);
            Estimable<LinearModel> model = LinearModel.fit(design, y);
            Estimable<WaldT> ref = model.flatMap(fitted -> fitted.estimate(means.mean(reference), level));
            Estimable<WaldT> alt = model.flatMap(fitted -> fitted.estimate(means.mean(test), level));
            for (Estimable<WaldT> one : List.of(ref, alt)) {
                if (one instanceof Estimable.NotEstimable<WaldT> none) {
                    return Estimable.not(none.reason(), visits.get(v) + ": " + none.detail());
                }
            }
            estimates[3 * v] = alt.orElseThrow().estimate() - ref.orElseThrow().estimate();
            estimates[3 * v + 1] = ref.orElseThrow().estimate();
            estimates[3 * v + 2] = alt.orElseThrow().estimate();
        }
        return Estimable.of(estimates);
    }
}
