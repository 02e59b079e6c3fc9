package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.linear.AnalysisOfVariance;
import org.sapwood.stats.linear.LinearModel;
import org.sapwood.stats.linear.TermTest;

/**
 * Analysis of covariance of a change at one visit: least-squares means per arm, differences between arms, and where asked
 * for a second model with the planned dose as a number.
 */
final class AncovaMethod implements AnalysisMethod<MethodSpec.Ancova> {
    private static final String TREATMENT = "treatment";
    private static final String BASELINE = "baseline";
    private static final String DOSE = "dose";

    @Override
    public void run(AnalysisSpec spec, MethodSpec.Ancova options, Study study, Rows rows) {
        new One(spec, options, study, rows).run();
    }

    private static final class One {
        private final AnalysisSpec spec;
        private final MethodSpec.Ancova options;
        private final Study study;
        private final Rows rows;
        private final Cohort cohort;
        private final EndpointValues changes;
        private final List<Subject> subjects = new ArrayList<>();

        One(AnalysisSpec spec, MethodSpec.Ancova options, Study study, Rows rows) {
            this.spec = spec;
            this.options = options;
            this.study = study;
            this.rows = rows;
            this.cohort = study.cohortOf(spec);
            this.changes = study.values(spec, options.endpoint());
        }

        void run() {
            for (Treatments.Arm arm : study.arms()) {
                for (Subject subject : cohort.in(arm.id())) {
                    // an estimand may give a value to a subject who has no baseline
                    boolean hasBaseline = !options.baseline()
                            || !Double.isNaN(
                                    value(measured(), subject, study.endpoints().baselineVisit()));
                    if (changes.at(subject.id(), options.visit()) != null && hasBaseline) {
                        subjects.add(subject);
                    }
                }
            }
            DesignMatrix design = DesignMatrix.of(frame(), terms(TREATMENT));
            Estimable<LinearModel> model = LinearModel.fit(design, response());
            LeastSquaresMeans means = LeastSquaresMeans.of(
                    design, List.of(TREATMENT), options.observedMargins() ? Margins.OBSERVED : Margins.EQUAL);
            String margins = options.observedMargins() ? "observed" : "equal";
            for (Treatments.Arm arm : study.arms()) {
                Estimable<WaldT> mean = estimate(model, m -> m.estimate(means.mean(arm.id()), study.level()));
                at(new Group.Arm(arm.id()), "analysis of covariance, LS mean with " + margins + " margins")
                        .real("ls_mean", mean.map(WaldT::estimate))
                        .real("se", mean.map(WaldT::standardError))
                        .interval("conf", mean.map(WaldT::interval));
            }
            for (MethodSpec.Pair pair : options.pairs()) {
                Estimable<WaldT> difference = estimate(
                        model,
                        m -> m.estimate(means.mean(pair.test()).minus(means.mean(pair.reference())), study.level()));
                at(
                                new Group.Comparison(pair.test(), pair.reference()),
                                "analysis of covariance, difference of LS means")
                        .real("estimate", difference.map(WaldT::estimate))
                        .real("se", difference.map(WaldT::standardError))
                        .real("df", difference.map(WaldT::degreesOfFreedom))
                        .interval("conf", difference.map(WaldT::interval))
                        .p("p_value", difference.map(WaldT::pValue));
            }
            at(new Group.AllArms(), "analysis of covariance, residual standard deviation")
                    .real("rmse", model.map(LinearModel::sigma));
            if (options.doseResponse()) {
                doseResponse();
            }
        }

        private void doseResponse() {
            DesignMatrix design = DesignMatrix.of(frame(), terms(DOSE));
            Estimable<TermTest> test = estimate(
                    LinearModel.fit(design, response()),
                    m -> AnalysisOfVariance.typeThree(m)
                            .getOrDefault(
                                    Term.of(DOSE),
                                    Estimable.not(Estimable.Reason.RANK_DEFICIENT, "the dose has no term")));
            at(new Group.AllArms(), "analysis of covariance, planned dose as a number, type III test")
                    .p("p_value", test.map(t -> t.test().pValue()));
        }

        private static <T> Estimable<T> estimate(
                Estimable<LinearModel> model, java.util.function.Function<LinearModel, Estimable<T>> ask) {
            if (model instanceof Estimable.Of<LinearModel> of) {
                return ask.apply(of.value());
            }
            Estimable.NotEstimable<LinearModel> none = (Estimable.NotEstimable<LinearModel>) model;
            return Estimable.not(none.reason(), none.detail());
        }

        private List<Term> terms(String treatment) {
            List<Term> terms = new ArrayList<>();
            terms.add(Term.of(treatment));
            options.factors().forEach(factor -> terms.add(Term.of(factor)));
            if (options.baseline()) {
                terms.add(Term.of(BASELINE));
            }
            return terms;
        }

        private double[] response() {
            return subjects.stream()
                    .mapToDouble(s -> value(changes, s, options.visit()))
                    .toArray();
        }

        private ModelFrame frame() {
            ModelFrame.Builder frame = ModelFrame.builder();
            Treatments.Arm reference = study.sap().treatments().reference();
            List<String> arms = new ArrayList<>(List.of(reference.id()));
            study.sap().treatments().compared().forEach(arm -> arms.add(arm.id()));
            frame.factor(TREATMENT, arms, subjects.stream().map(cohort::armOf).toList());
            frame.numeric(
                    DOSE,
                    subjects.stream()
                            .mapToDouble(s -> study.sap().arm(cohort.armOf(s)).dose())
                            .toArray());
            for (String factor : options.factors()) {
                Variable variable = study.subjectDataset().require(factor);
                List<@Nullable String> labels = new ArrayList<>();
                subjects.forEach(s -> labels.add(variable.isMissing(s.row()) ? null : variable.text(s.row())));
                TreeSet<String> levels = new TreeSet<>();
                labels.forEach(label -> {
                    if (label != null) {
                        levels.add(label);
                    }
                });
                frame.factor(factor, List.copyOf(new LinkedHashSet<>(levels)), labels);
            }
            if (options.baseline()) {
                EndpointValues measured = measured();
                String baseline = study.endpoints().baselineVisit();
                frame.numeric(
                        BASELINE,
                        subjects.stream()
                                .mapToDouble(s -> value(measured, s, baseline))
                                .toArray());
            }
            return frame.build();
        }

        private EndpointValues measured() {
            return changes.spec() instanceof EndpointSpec.Change change
                    ? study.endpoints().of(change.of())
                    : changes;
        }

        private static double value(EndpointValues values, Subject subject, String visit) {
            EndpointValues.@Nullable Entry entry = values.at(subject.id(), visit);
            return entry == null ? Double.NaN : entry.value().doubleValue();
        }

        private Rows.At at(Group group, String method) {
            List<String> ids = Cohort.ids(subjects);
            return rows.at(
                    ResultKey.of(spec.id(), group)
                            .withParameter(changes.spec().label())
                            .withVisit(study.sap().visit(options.visit()).label()),
                    new Provenance(
                            spec.place(),
                            changes.dataset(),
                            cohort.set().where() + "; " + changes.selection() + " at " + options.visit(),
                            ids,
                            changes.records(ids, options.visit()),
                            method));
        }
    }
}
