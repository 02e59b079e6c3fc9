package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.endpoint.EstimandValues;
import org.sapwood.endpoint.UnderStrategies;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.logistic.EstimatingEquations;
import org.sapwood.stats.logistic.EstimatingEquations.Correlation;
import org.sapwood.stats.logistic.EstimatingEquations.MomentEstimators;

/**
 * A yes or no at several visits by generalised estimating equations, parameter {@code response}: responders per arm and
 * visit, the odds ratio of the
 * estimand's arms at each visit (visit, treatment within visit, factors), and one common to all visits (visit, treatment,
 * factors), visit {@code All visits}. Values are as the estimand's strategies make them at each visit; a missing value
 * counts as the estimand says.
 */
final class RepeatedRespondersMethod implements AnalysisMethod<ResponseSpec.RepeatedResponders> {
    private static final String VISIT = "visit";
    private static final String TEST = "test";

    /** The visit of the odds ratio that is common to all. */
    private static final String ALL = "All visits";

    /** The visit of the test that the odds ratio is the same at each. */
    private static final String EQUAL = "Equal at all visits";

    @Override
    public void run(AnalysisSpec spec, ResponseSpec.RepeatedResponders options, Study study, Rows rows) {
        new One(spec, options, study, rows).run();
    }

    /** One answer of one subject. */
    private record Answer(Subject subject, int visit, boolean yes) {}

    private record Model(DesignMatrix design, EstimatingEquations equations) {}

    private static final class One {
        private final AnalysisSpec spec;
        private final ResponseSpec.RepeatedResponders options;
        private final Study study;
        private final Rows rows;
        private final Estimand estimand;
        private final Cohort cohort;
        private final EstimandValues values;
        private final SubjectFrame frames;

        One(AnalysisSpec spec, ResponseSpec.RepeatedResponders options, Study study, Rows rows) {
            this.spec = spec;
            this.options = options;
            this.study = study;
            this.rows = rows;
            this.estimand = study.sap().estimand(spec.estimand());
            this.cohort = study.cohort(estimand.population());
            this.values = study.estimandValues(estimand.id());
            this.frames = new SubjectFrame(study, cohort, options.factors());
        }

        void run() {
            for (String arm : List.of(estimand.test(), estimand.reference())) {
                List<Answer> answers = answers(cohort.in(arm));
                for (int v = 0; v < options.visits().size(); v++) {
                    int visit = v;
                    List<Answer> given =
                            answers.stream().filter(a -> a.visit() == visit).toList();
                    long yes = given.stream().filter(Answer::yes).count();
                    at(new Group.Arm(arm), label(v), given, "count of subjects")
                            .count("n", yes)
                            .count("big_n", given.size())
                            .ratio("percent", yes, given.size());
                }
            }
            List<Answer> both = new ArrayList<>(answers(cohort.in(estimand.test())));
            both.addAll(answers(cohort.in(estimand.reference())));
            both.removeIf(answer -> !frames.hasFactors(answer.subject()));
            Group.Comparison pair = new Group.Comparison(estimand.test(), estimand.reference());
            Estimable<Model> common = fit(both, List.of(Term.of(SubjectFrame.TREATMENT), Term.of(VISIT)));
            odds(at(pair, ALL, both, method()), common, 0);
            List<Term> byVisit = new ArrayList<>(List.of(Term.of(VISIT)));
            for (int v = 0; v < options.visits().size(); v++) {
                byVisit.add(Term.of(TEST + v));
            }
            Estimable<Model> each = fit(both, byVisit);
            for (int v = 0; v < options.visits().size(); v++) {
                odds(at(pair, label(v), both, method()), each, 1 + v);
            }
            if (options.visits().size() > 1) {
                homogeneity(at(pair, EQUAL, both, method() + ", joint Wald test of treatment by visit"), each);
            }
        }

        private String label(int visit) {
            return study.sap().visit(options.visits().get(visit)).label();
        }

        private String remark() {
            return "Working correlation " + MethodSpec.written(options.correlation())
                    + (options.factors().isEmpty() ? "" : ", adjusted for " + study.words(options.factors()))
                    + "; sandwich variance, whose intervals are too narrow with few subjects.";
        }

        private String method() {
            return "generalised estimating equations, logit link, "
                    + MethodSpec.written(options.correlation()) + " working correlation, sandwich variance"
                    + (options.factors().isEmpty() ? "" : ", adjusted for " + study.words(options.factors()));
        }

        /** Every answer an arm's members give, and the missing ones that count as no. */
        private List<Answer> answers(List<Subject> members) {
            boolean missingIsNo = estimand.missing() == Estimand.MissingRule.NON_RESPONSE;
            List<Answer> answers = new ArrayList<>();
            for (Subject subject : members) {
                for (int v = 0; v < options.visits().size(); v++) {
                    UnderStrategies<BigDecimal> made =
                            values.at(subject, options.visits().get(v));
                    if (made.value().isKnown()) {
                        answers.add(new Answer(
                                subject, v, made.value().orElseThrow().signum() > 0));
                    } else if (missingIsNo && made.use() != UnderStrategies.Use.OUTSIDE_STRATUM) {
                        answers.add(new Answer(subject, v, false));
                    }
                }
            }
            return answers;
        }

        private Estimable<Model> fit(List<Answer> answers, List<Term> terms) {
            if (answers.isEmpty()) {
                return Estimable.not(Estimable.Reason.EMPTY_GROUP, "nobody has an answer");
            }
            List<Term> all = new ArrayList<>(terms);
            options.factors().forEach(factor -> all.add(Term.of(factor)));
            DesignMatrix design = DesignMatrix.of(frame(answers), all);
            return EstimatingEquations.fit(
                            design,
                            answers.stream().mapToDouble(a -> a.yes() ? 1 : 0).toArray(),
                            answers.stream().map(a -> a.subject().id()).toList(),
                            answers.stream().mapToDouble(Answer::visit).toArray(),
                            Correlation.valueOf(options.correlation().name()),
                            MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM)
                    .map(equations -> new Model(design, equations));
        }

        private ModelFrame frame(List<Answer> answers) {
            MethodSpec.Pair pair = new MethodSpec.Pair(estimand.test(), estimand.reference());
            ModelFrame.Builder frame =
                    frames.ofPair(answers.stream().map(Answer::subject).toList(), pair);
            frame.factor(
                    VISIT,
                    options.visits(),
                    answers.stream().map(a -> options.visits().get(a.visit())).toList());
            for (int v = 0; v < options.visits().size(); v++) {
                int visit = v;
                frame.numeric(
                        TEST + v,
                        answers.stream()
                                .mapToDouble(a -> a.visit() == visit
                                                && cohort.armOf(a.subject()).equals(estimand.test())
                                        ? 1
                                        : 0)
                                .toArray());
            }
            return frame.build();
        }

        /** The coefficient of a term with one column. */
        private void odds(Rows.At at, Estimable<Model> fit, int term) {
            Estimable<WaldZ> log = fit.flatMap(
                    model -> model.equations().coefficient(model.design().columnsOf(term)[0], study.level()));
            at.noting(List.of(remark()))
                    .real("estimate", log.map(WaldZ::ratio))
                    .interval("conf", log.map(WaldZ::ratioInterval))
                    .p("p_value", log.map(WaldZ::pValue));
        }

        /** Whether the odds ratios of the later visits differ from that of the first. */
        private void homogeneity(Rows.At at, Estimable<Model> fit) {
            Estimable<ChiSquareTest> test = fit.flatMap(model -> {
                List<LinearFunction> differences = new ArrayList<>();
                for (int v = 1; v < options.visits().size(); v++) {
                    double[] weights = new double[model.design().columns()];
                    weights[model.design().columnsOf(1)[0]] = -1;
                    weights[model.design().columnsOf(1 + v)[0]] = 1;
                    differences.add(new LinearFunction(label(v), weights));
                }
                return model.equations().joint(differences);
            });
            at.real("statistic", test.map(ChiSquareTest::statistic))
                    .real("df", test.map(ChiSquareTest::degreesOfFreedom))
                    .p("p_value", test.map(ChiSquareTest::pValue));
        }

        private Rows.At at(Group group, String visit, List<Answer> answers, String method) {
            List<String> ids =
                    answers.stream().map(a -> a.subject().id()).distinct().toList();
            List<Integer> records = new ArrayList<>();
            EndpointValues observed = study.endpoints().of(estimand.variable());
            options.visits().stream()
                    .filter(id -> visit.equals(ALL)
                            || visit.equals(EQUAL)
                            || study.sap().visit(id).label().equals(visit))
                    .forEach(id -> records.addAll(observed.records(ids, id)));
            return rows.at(
                    ResultKey.of(spec.id(), group)
                            .withParameter(visit.equals(EQUAL) ? "homogeneity" : "response")
                            .withVisit(visit),
                    new Provenance(
                            spec.place(),
                            observed.dataset(),
                            cohort.set().where() + "; " + observed.selection(),
                            ids,
                            records.stream().distinct().sorted().toList(),
                            method));
        }
    }
}
