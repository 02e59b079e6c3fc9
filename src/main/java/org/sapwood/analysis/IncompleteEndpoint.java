package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.imputation.DeltaAdjustment;
import org.sapwood.stats.imputation.IncompleteData;
import org.sapwood.stats.imputation.IncompleteProfiles;
import org.sapwood.stats.linear.LinearModel;

/**
 * The values of an endpoint at the visits of a plan's imputation model, one row per subject with a baseline and all factors, in
 * order of arm and subject id; and the analysis of covariance of completed values.
 */
final class IncompleteEndpoint {
    private static final String VISIT = "visit";

    private final AnalysisSpec spec;
    private final MethodSpec.ImputedModel model;
    private final Study study;
    private final Cohort cohort;
    private final EndpointValues endpoint;
    private final SubjectFrame frames;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Subject> leftOut = new ArrayList<>();
    private final double[][] values;
    private @Nullable ModelFrame frame;

    IncompleteEndpoint(AnalysisSpec spec, MethodSpec.ImputedModel model, Study study) {
        this.spec = spec;
        this.model = model;
        this.study = study;
        this.cohort = study.cohortOf(spec);
        this.endpoint = study.values(spec, model.endpoint());
        this.frames = new SubjectFrame(study, cohort, model.factors());
        for (Treatments.Arm arm : study.arms()) {
            for (Subject subject : cohort.in(arm.id())) {
                boolean usable = frames.hasBaseline(endpoint, subject) && frames.hasFactors(subject);
                (usable ? subjects : leftOut).add(subject);
            }
        }
        values = new double[subjects.size()][model.visits().size()];
        for (int i = 0; i < values.length; i++) {
            for (int v = 0; v < values[i].length; v++) {
                EndpointValues.@Nullable Entry entry =
                        endpoint.at(subjects.get(i).id(), model.visits().get(v));
                values[i][v] = entry == null ? Double.NaN : entry.value().doubleValue();
            }
        }
    }

    int subjects() {
        return subjects.size();
    }

    List<String> ids() {
        return Cohort.ids(subjects);
    }

    boolean isIn(int subject, String arm) {
        return cohort.armOf(subjects.get(subject)).equals(arm);
    }

    /** {@return the place of the visit analysed} */
    int visitAnalysed() {
        return model.visits().indexOf(model.visit());
    }

    /** {@return whether anybody misses a visit} */
    boolean isIncompleteAt(int visit) {
        return Arrays.stream(values).anyMatch(row -> Double.isNaN(row[visit]));
    }

    DeltaAdjustment adjustment(String arm) {
        return new DeltaAdjustment(values, i -> isIn(i, arm));
    }

    private ModelFrame frame() {
        ModelFrame built = frame;
        if (built == null) {
            built = frames.of(subjects)
                    .numeric(SubjectFrame.BASELINE, frames.baselines(endpoint, subjects))
                    .build();
            frame = built;
        }
        return built;
    }

    /** {@return the values with treatment, factors and baseline as predictors} */
    IncompleteData data() {
        DesignMatrix design = DesignMatrix.of(frame(), frames.terms(SubjectFrame.TREATMENT, true));
        return IncompleteData.of(ids(), model.visits(), design.rows(), values);
    }

    /** {@return the values as profiles around treatment by visit, baseline by visit and the factors} */
    IncompleteProfiles profiles() {
        int k = model.visits().size();
        List<Subject> repeated = new ArrayList<>();
        List<String> visits = new ArrayList<>();
        for (Subject subject : subjects) {
            for (String visit : model.visits()) {
                repeated.add(subject);
                visits.add(visit);
            }
        }
        ModelFrame frame = frames.of(repeated)
                .factor(VISIT, model.visits(), visits)
                .numeric(SubjectFrame.BASELINE, frames.baselines(endpoint, repeated))
                .build();
        List<Term> terms = new ArrayList<>(List.of(
                Term.of(SubjectFrame.TREATMENT),
                Term.of(VISIT),
                Term.of(SubjectFrame.TREATMENT, VISIT),
                Term.of(SubjectFrame.BASELINE),
                Term.of(SubjectFrame.BASELINE, VISIT)));
        model.factors().forEach(factor -> terms.add(Term.of(factor)));
        DesignMatrix design = DesignMatrix.of(frame, terms);
        String reference = frames.arms().get(0);
        double[][] moved = design.rows(frame.withEveryoneAt(SubjectFrame.TREATMENT, reference));
        int n = subjects.size();
        double[][][] own = new double[n][][];
        double[][][] asReference = new double[n][][];
        boolean[] inReference = new boolean[n];
        for (int i = 0; i < n; i++) {
            own[i] = Arrays.copyOfRange(design.rows(), i * k, (i + 1) * k);
            asReference[i] = Arrays.copyOfRange(moved, i * k, (i + 1) * k);
            inReference[i] = isIn(i, reference);
        }
        return new IncompleteProfiles(values, own, asReference, inReference, design.names(), model.visits());
    }

    /** {@return the analysis of covariance of the subjects in some rows, whatever their values} */
    Analysis analysis(int[] rows) {
        return new Analysis(DesignMatrix.of(frame().select(rows), frames.terms(SubjectFrame.TREATMENT, true)));
    }

    /** Least-squares means and their differences from completed values at one visit. */
    final class Analysis {
        private final DesignMatrix design;
        private final LeastSquaresMeans means;

        private Analysis(DesignMatrix design) {
            this.design = design;
            this.means = LeastSquaresMeans.of(
                    design,
                    List.of(SubjectFrame.TREATMENT),
                    model.observedMargins() ? Margins.OBSERVED : Margins.EQUAL);
        }

        /** {@return the fit to the completed values of the subjects at a visit} */
        Estimable<LinearModel> fit(double[][] completed, int visit) {
            return LinearModel.fit(
                    design,
                    Arrays.stream(completed).mapToDouble(row -> row[visit]).toArray());
        }

        Estimable<WaldT> estimate(Estimable<LinearModel> fit, Group group) {
            LinearFunction function = group instanceof Group.Comparison pair
                    ? means.mean(pair.test()).minus(means.mean(pair.reference()))
                    : means.mean(group.toString());
            return fit.flatMap(fitted -> fitted.estimate(function, study.level()));
        }
    }

    /** {@return each arm, and each arm compared with the reference} */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        study.arms().forEach(arm -> groups.add(new Group.Arm(arm.id())));
        String reference = study.sap().treatments().reference().id();
        study.sap().treatments().compared().forEach(arm -> groups.add(new Group.Comparison(arm.id(), reference)));
        return groups;
    }

    /** Per arm and visit, how many subjects have a value and how many an imputed one, and why it was missing. */
    void counts(Rows rows, String flag, String method, List<String> remarks) {
        for (int v = 0; v < model.visits().size(); v++) {
            List<Map<String, List<Subject>>> missing = new ArrayList<>();
            Set<String> reasons = new LinkedHashSet<>();
            for (Treatments.Arm arm : study.arms()) {
                missing.add(missing(v, arm.id()));
            }
            missing.forEach(ofArm -> reasons.addAll(ofArm.keySet()));
            for (int a = 0; a < study.arms().size(); a++) {
                String arm = study.arms().get(a).id();
                counts(rows, method, remarks, v, arm);
                for (String reason : reasons) {
                    List<Subject> who = missing.get(a).getOrDefault(reason, List.of());
                    rows.at(key(new Group.Arm(arm), v).withStratum("imputed").withLevel(reason), origin(who, method))
                            .count("n", who.size())
                            .word("flag", flag);
                }
            }
        }
        rows.at(ResultKey.of(spec.id(), new Group.Overall()).withParameter("left-out"), origin(leftOut, method))
                .count("n", leftOut.size());
    }

    /** The subjects of an arm without a value at a visit, by why there is none. */
    private Map<String, List<Subject>> missing(int visit, String arm) {
        Map<String, List<Subject>> missing = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (isIn(i, arm) && Double.isNaN(values[i][visit])) {
                String reason =
                        endpoint.reasonFor(subjects.get(i).id(), model.visits().get(visit));
                missing.computeIfAbsent(reason.isEmpty() ? "no record of the visit" : reason, r -> new ArrayList<>())
                        .add(subjects.get(i));
            }
        }
        return missing;
    }

    private void counts(Rows rows, String method, List<String> remarks, int visit, String arm) {
        List<Subject> imputed = new ArrayList<>();
        int n = 0;
        int afterLast = 0;
        for (int i = 0; i < values.length; i++) {
            if (!isIn(i, arm)) {
                continue;
            }
            n++;
            if (Double.isNaN(values[i][visit])) {
                imputed.add(subjects.get(i));
                afterLast += visit >= DeltaAdjustment.firstAfterLastObserved(values[i]) ? 1 : 0;
            }
        }
        rows.at(key(new Group.Arm(arm), visit), origin(imputed, method))
                .noting(remarks)
                .count("n", n)
                .count("observed", (long) n - imputed.size())
                .count("imputed", imputed.size())
                .count("imputed_after_last", afterLast);
    }

    ResultKey key(Group group, int visit) {
        return ResultKey.of(spec.id(), group)
                .withParameter(endpoint.spec().label())
                .withVisit(study.sap().visit(model.visits().get(visit)).label());
    }

    Provenance origin(String method) {
        return origin(subjects, method);
    }

    private Provenance origin(List<Subject> who, String method) {
        List<String> ids = Cohort.ids(who);
        List<Integer> records = new ArrayList<>();
        model.visits().forEach(visit -> records.addAll(endpoint.records(ids, visit)));
        return new Provenance(
                spec.place(),
                endpoint.dataset(),
                cohort.set().where() + "; " + endpoint.selection() + " at " + String.join(", ", model.visits()),
                ids,
                records.stream().distinct().sorted().toList(),
                method);
    }

    /** {@return the explanatory variables, in words} */
    String covariates() {
        return "treatment, " + (model.factors().isEmpty() ? "" : study.words(model.factors()) + ", ") + "baseline";
    }
}
