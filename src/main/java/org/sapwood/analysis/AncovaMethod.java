package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final String TREATMENT = SubjectFrame.TREATMENT;
    private static final String DOSE = "dose";

    @Override
    public void run(AnalysisSpec spec, MethodSpec.Ancova options, Study study, Rows rows) {
        options.endpoints().forEach(endpoint -> new One(spec, options, endpoint, study, rows).run());
    }

    private static final class One {
        private final AnalysisSpec spec;
        private final MethodSpec.Ancova options;
        private final Study study;
        private final Rows rows;
        private final Cohort cohort;
        private final EndpointValues changes;
        private final SubjectFrame frames;
        private final CarriedValues carried;
        private final List<Subject> subjects = new ArrayList<>();

        One(AnalysisSpec spec, MethodSpec.Ancova options, String endpoint, Study study, Rows rows) {
            this.spec = spec;
            this.options = options;
            this.study = study;
            this.rows = rows;
            this.cohort = study.cohortOf(spec);
            this.changes = study.values(spec, endpoint);
            this.frames = new SubjectFrame(study, cohort, options.factors());
            this.carried = new CarriedValues(study, changes, options.visit(), options.imputation());
        }

        void run() {
            for (Treatments.Arm arm : study.arms()) {
                for (Subject subject : cohort.in(arm.id())) {
                    // an estimand may give a value to a subject who has no baseline
                    boolean hasBaseline = !options.baseline() || frames.hasBaseline(changes, subject);
                    if (carried.of(subject) != null && hasBaseline) {
                        subjects.add(subject);
                    }
                }
            }
            DesignMatrix design = DesignMatrix.of(frame(), frames.terms(TREATMENT, options.baseline()));
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
            if (options.imputation() != MethodSpec.SingleImputation.NONE) {
                imputed();
            }
        }

        /** Per arm how many values were recorded and how many imputed, and by what. */
        private void imputed() {
            String method = "single imputation, " + carried.flag();
            for (Treatments.Arm arm : study.arms()) {
                Group group = new Group.Arm(arm.id());
                List<Subject> members = subjects.stream()
                        .filter(s -> cohort.armOf(s).equals(arm.id()))
                        .toList();
                Map<String, Integer> reasons = carried.reasons(members);
                int imputed = reasons.values().stream().mapToInt(n -> n).sum();
                at(group, method)
                        .count("n", members.size())
                        .count("observed", (long) members.size() - imputed)
                        .count("imputed", imputed)
                        .count("still_missing", (long) cohort.in(arm.id()).size() - members.size());
                reasons.forEach(
                        (reason, n) -> rows.at(key(group).withStratum("imputed").withLevel(reason), origin(method))
                                .count("n", n)
                                .word("flag", carried.flag()));
            }
        }

        private void doseResponse() {
            DesignMatrix design = DesignMatrix.of(frame(), frames.terms(DOSE, options.baseline()));
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

        private double[] response() {
            return subjects.stream().mapToDouble(carried::number).toArray();
        }

        private ModelFrame frame() {
            ModelFrame.Builder frame = frames.of(subjects)
                    .numeric(
                            DOSE,
                            subjects.stream()
                                    .mapToDouble(s ->
                                            study.sap().arm(cohort.armOf(s)).dose())
                                    .toArray());
            if (options.baseline()) {
                frame.numeric(SubjectFrame.BASELINE, frames.baselines(changes, subjects));
            }
            return frame.build();
        }

        private Rows.At at(Group group, String method) {
            return rows.at(key(group), origin(method)).noting(carried.remarks());
        }

        private ResultKey key(Group group) {
            return ResultKey.of(spec.id(), group)
                    .withParameter(changes.spec().label())
                    .withVisit(study.sap().visit(options.visit()).label());
        }

        private Provenance origin(String method) {
            List<String> ids = Cohort.ids(subjects);
            return new Provenance(
                    spec.place(),
                    changes.dataset(),
                    cohort.set().where() + "; " + changes.selection() + " at " + options.visit(),
                    ids,
                    carried.records(subjects),
                    method);
        }
    }
}
