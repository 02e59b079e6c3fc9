package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
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
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.mixed.CovarianceLadder;
import org.sapwood.stats.mixed.CovarianceStructure;
import org.sapwood.stats.mixed.FitAttempt;
import org.sapwood.stats.mixed.Mmrm;
import org.sapwood.stats.mixed.MmrmFit;
import org.sapwood.stats.mixed.MmrmSpecification;
import org.sapwood.stats.mixed.RepeatedMeasures;

/**
 * Mixed model for repeated measures on change from baseline: treatment, visit, their interaction, baseline and baseline by
 * visit unless the plan says otherwise, and the plan's factors; REML. Every step of the covariance ladder is a result; the one used is a footnote.
 */
final class MmrmMethod implements AnalysisMethod<MethodSpec.Mmrm> {
    private static final String TREATMENT = "treatment";
    private static final String VISIT = "visit";
    private static final String BASELINE = "baseline";

    @Override
    public void run(AnalysisSpec spec, MethodSpec.Mmrm options, Study study, Rows rows) {
        new One(spec, options, study, rows).run();
    }

    /** One measurement; without a baseline in the model, its baseline is 0 and is not looked at. */
    private record Measured(Subject subject, int visit, double change, double baseline) {}

    private static final class One {
        private final AnalysisSpec spec;
        private final MethodSpec.Mmrm options;
        private final Study study;
        private final Rows rows;
        private final Cohort cohort;
        private final EndpointValues changes;
        private final List<Measured> measured = new ArrayList<>();

        One(AnalysisSpec spec, MethodSpec.Mmrm options, Study study, Rows rows) {
            this.spec = spec;
            this.options = options;
            this.study = study;
            this.rows = rows;
            this.cohort = study.cohortOf(spec);
            this.changes = study.values(spec, options.endpoint());
        }

        void run() {
            collect();
            if (measured.isEmpty()) {
                report(Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject has a value"), null, List.of());
                return;
            }
            DesignMatrix design = DesignMatrix.of(frame(), terms());
            Mmrm.Outcome outcome = Mmrm.fit(data(design), specification());
            LeastSquaresMeans means = LeastSquaresMeans.of(design, List.of(TREATMENT, VISIT), Margins.EQUAL);
            report(outcome.fit(), means, outcome.attempts());
        }

        private void collect() {
            EndpointValues base = changes.spec() instanceof EndpointSpec.Change change
                    ? study.endpoints().of(change.of())
                    : changes;
            String baseline = study.endpoints().baselineVisit();
            for (Treatments.Arm arm : study.arms()) {
                for (Subject subject : cohort.in(arm.id())) {
                    EndpointValues.@Nullable Entry before = options.baseline() ? base.at(subject.id(), baseline) : null;
                    boolean known = options.factors().stream()
                            .noneMatch(factor ->
                                    study.subjectDataset().require(factor).isMissing(subject.row()));
                    if (!known || (options.baseline() && before == null)) {
                        continue;
                    }
                    double b = before == null ? 0 : before.value().doubleValue();
                    for (int v = 0; v < options.visits().size(); v++) {
                        EndpointValues.@Nullable Entry entry =
                                changes.at(subject.id(), options.visits().get(v));
                        if (entry != null) {
                            measured.add(new Measured(subject, v, entry.value().doubleValue(), b));
                        }
                    }
                }
            }
        }

        private List<Term> terms() {
            List<Term> terms = new ArrayList<>(List.of(Term.of(TREATMENT), Term.of(VISIT), Term.of(TREATMENT, VISIT)));
            if (options.baseline()) {
                terms.add(Term.of(BASELINE));
                terms.add(Term.of(BASELINE, VISIT));
            }
            options.factors().forEach(factor -> terms.add(Term.of(factor)));
            return terms;
        }

        private ModelFrame frame() {
            List<String> arms =
                    new ArrayList<>(List.of(study.sap().treatments().reference().id()));
            study.sap().treatments().compared().forEach(arm -> arms.add(arm.id()));
            ModelFrame.Builder frame = ModelFrame.builder();
            frame.factor(TREATMENT, arms, labels(m -> cohort.armOf(m.subject())));
            frame.factor(VISIT, options.visits(), labels(m -> options.visits().get(m.visit())));
            if (options.baseline()) {
                frame.numeric(
                        BASELINE,
                        measured.stream().mapToDouble(Measured::baseline).toArray());
            }
            for (String factor : options.factors()) {
                Variable variable = study.subjectDataset().require(factor);
                List<String> labels = labels(m -> variable.text(m.subject().row()));
                frame.factor(factor, List.copyOf(new TreeSet<>(labels)), labels);
            }
            return frame.build();
        }

        private List<String> labels(Function<Measured, String> label) {
            return measured.stream().map(label).toList();
        }

        private RepeatedMeasures data(DesignMatrix design) {
            return RepeatedMeasures.of(
                    measured.stream().mapToDouble(Measured::change).toArray(),
                    design,
                    measured.stream().mapToInt(m -> m.subject().row()).toArray(),
                    measured.stream().mapToInt(Measured::visit).toArray(),
                    options.visits());
        }

        private MmrmSpecification specification() {
            CovarianceLadder ladder = new CovarianceLadder(
                    options.covariances().stream().map(One::structure).toList());
            return options.degreesOfFreedom().equals("satterthwaite")
                    ? MmrmSpecification.satterthwaite(ladder)
                    : MmrmSpecification.kenwardRoger(ladder);
        }

        /** The structure by its name in plans. */
        private static CovarianceStructure structure(String name) {
            return switch (name) {
                case "unstructured" -> CovarianceStructure.UNSTRUCTURED;
                case "toeplitz" -> CovarianceStructure.TOEPLITZ_HOMOGENEOUS;
                case "heterogeneous-toeplitz" -> CovarianceStructure.TOEPLITZ_HETEROGENEOUS;
                case "ar1" -> CovarianceStructure.AR1_HOMOGENEOUS;
                case "heterogeneous-ar1" -> CovarianceStructure.AR1_HETEROGENEOUS;
                case "compound-symmetry" -> CovarianceStructure.COMPOUND_SYMMETRY_HOMOGENEOUS;
                case "heterogeneous-compound-symmetry" -> CovarianceStructure.COMPOUND_SYMMETRY_HETEROGENEOUS;
                default -> throw new IllegalArgumentException("no covariance structure named " + name);
            };
        }

        private void report(Estimable<MmrmFit> fit, @Nullable LeastSquaresMeans means, List<FitAttempt> attempts) {
            List<String> remark = fit instanceof Estimable.Of<MmrmFit> of
                    ? List.of("Mixed model for repeated measures (REML)"
                            + (options.baseline()
                                    ? " on change from baseline with treatment, visit, treatment by visit, baseline,"
                                            + " baseline by visit"
                                    : " with treatment, visit, treatment by visit")
                            + (options.factors().isEmpty() ? "" : ", " + study.words(options.factors()))
                            + "; covariance " + written(of.value().structure().name()) + " (step "
                            + attempts.size() + " of " + options.covariances().size() + " stated); "
                            + (options.degreesOfFreedom().equals("satterthwaite") ? "Satterthwaite" : "Kenward-Roger")
                            + " degrees of freedom.")
                    : List.of();
            for (int v = 0; v < options.visits().size(); v++) {
                String visit = options.visits().get(v);
                for (Treatments.Arm arm : study.arms()) {
                    Estimable<WaldT> mean = ask(fit, means, m -> m.mean(arm.id() + "|" + visit));
                    at(new Group.Arm(arm.id()), visit, remark)
                            .count("n", subjects(arm.id(), v).size())
                            .real("ls_mean", mean.map(WaldT::estimate))
                            .real("se", mean.map(WaldT::standardError))
                            .interval("conf", mean.map(WaldT::interval));
                }
                for (Treatments.Arm arm : study.sap().treatments().compared()) {
                    String reference = study.sap().treatments().reference().id();
                    Function<LeastSquaresMeans, LinearFunction> contrast =
                            m -> m.mean(arm.id() + "|" + visit).minus(m.mean(reference + "|" + visit));
                    Estimable<WaldT> difference = ask(fit, means, contrast);
                    at(new Group.Comparison(arm.id(), reference), visit, remark)
                            .real("estimate", difference.map(WaldT::estimate))
                            .real("se", difference.map(WaldT::standardError))
                            .real("df", difference.map(WaldT::degreesOfFreedom))
                            .interval("conf", difference.map(WaldT::interval))
                            .p("p_value", difference.map(WaldT::pValue));
                }
            }
            attempts(fit, attempts);
        }

        private Estimable<WaldT> ask(
                Estimable<MmrmFit> fit,
                @Nullable LeastSquaresMeans means,
                Function<LeastSquaresMeans, LinearFunction> contrast) {
            if (means != null && fit instanceof Estimable.Of<MmrmFit> of) {
                return of.value().estimate(contrast.apply(means), study.level());
            }
            if (fit instanceof Estimable.NotEstimable<MmrmFit> none) {
                return Estimable.not(none.reason(), none.detail());
            }
            return Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject has a value");
        }

        private void attempts(Estimable<MmrmFit> fit, List<FitAttempt> attempts) {
            for (int i = 0; i < attempts.size(); i++) {
                FitAttempt attempt = attempts.get(i);
                Rows.At at = rows.at(
                        ResultKey.of(spec.id(), new Group.AllArms())
                                .withParameter("covariance")
                                .withLevel((i + 1) + " "
                                        + written(attempt.structure().name())),
                        origin(List.of(), "covariance ladder, step " + (i + 1)));
                at.word("converged", attempt.converged() ? "yes" : "no")
                        .word("explanation", attempt.explanation())
                        .count("iterations", attempt.iterations())
                        .count("parameters", attempt.parameters())
                        .real("gradient_norm", attempt.gradientNorm())
                        .real("neg2_log_likelihood", attempt.neg2LogLikelihood());
                if (!attempt.hessianEigenvalues().isEmpty()) {
                    at.real(
                            "smallest_hessian_eigenvalue",
                            attempt.hessianEigenvalues()
                                    .get(attempt.hessianEigenvalues().size() - 1));
                }
            }
            rows.at(
                            ResultKey.of(spec.id(), new Group.AllArms()).withParameter("fit"),
                            origin(List.of(), "restricted maximum likelihood"))
                    .real("neg2_log_likelihood", fit.map(MmrmFit::neg2LogLikelihood))
                    .real("aic", fit.map(MmrmFit::aic))
                    .real("bic", fit.map(MmrmFit::bic));
        }

        private static String written(String name) {
            return name.toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private List<String> subjects(String arm, int visit) {
            return measured.stream()
                    .filter(m -> m.visit() == visit && cohort.armOf(m.subject()).equals(arm))
                    .map(m -> m.subject().id())
                    .toList();
        }

        private Rows.At at(Group group, String visit, List<String> remark) {
            List<String> ids =
                    measured.stream().map(m -> m.subject().id()).distinct().toList();
            return rows.at(
                            ResultKey.of(spec.id(), group)
                                    .withParameter(changes.spec().label())
                                    .withVisit(study.sap().visit(visit).label()),
                            origin(ids, "mixed model for repeated measures, " + options.degreesOfFreedom()))
                    .noting(remark);
        }

        private Provenance origin(List<String> subjects, String method) {
            List<Integer> records = new ArrayList<>();
            if (!subjects.isEmpty()) {
                options.visits().forEach(visit -> records.addAll(changes.records(subjects, visit)));
            }
            return new Provenance(
                    spec.place(),
                    changes.dataset(),
                    cohort.set().where() + "; " + changes.selection(),
                    subjects,
                    records.stream().distinct().sorted().toList(),
                    method);
        }
    }
}
