package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.ResponseSpec;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.contingency.CochranArmitage;
import org.sapwood.stats.contingency.ContingencyTable;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.inference.ZTest;
import org.sapwood.stats.logistic.ProportionalOdds;
import org.sapwood.stats.rank.WinOdds;

/**
 * Ordered classes at one visit: how many subjects of each arm are in each class, and the arms compared. Parameter {@code
 * proportional-odds} holds the common odds ratio of a higher class, {@code win-odds} the odds that a subject of the test
 * arm is in a higher class than one of the reference, {@code trend} the Cochran-Armitage test, exact and asymptotic.
 * Subjects without a class are counted, and compared only where the plan takes them for the lowest class.
 */
final class CompareClassesMethod implements AnalysisMethod<ResponseSpec.CompareClasses> {
    @Override
    public void run(AnalysisSpec spec, ResponseSpec.CompareClasses options, Study study, Rows rows) {
        new One(spec, options, study, rows).run();
    }

    private static final class One {
        private final AnalysisSpec spec;
        private final ResponseSpec.CompareClasses options;
        private final Study study;
        private final Rows rows;
        private final Cohort cohort;
        private final EndpointValues values;
        private final EndpointSpec.Classes classes;

        One(AnalysisSpec spec, ResponseSpec.CompareClasses options, Study study, Rows rows) {
            this.spec = spec;
            this.options = options;
            this.study = study;
            this.rows = rows;
            this.cohort = study.cohortOf(spec);
            this.values = study.endpoints().of(options.endpoint());
            if (!(values.spec() instanceof EndpointSpec.Classes ordered)) {
                throw new IllegalArgumentException(spec.place() + ": \"" + options.endpoint() + "\" has no classes");
            }
            this.classes = ordered;
        }

        void run() {
            study.groups(cohort).forEach(this::counts);
            options.pairs().forEach(this::compare);
        }

        private void counts(Group group, List<Subject> members) {
            Map<Subject, Integer> known = classesOf(members);
            for (int i = 0; i < classes.classes().size(); i++) {
                int level = i;
                List<Subject> in = known.keySet().stream()
                        .filter(subject -> known.getOrDefault(subject, -1) == level)
                        .toList();
                at(group, "class", classes.classes().get(i).label(), in, values.method())
                        .count("n", in.size())
                        .count("big_n", known.size())
                        .ratio("percent", in.size(), known.size());
            }
            List<Subject> without = members.stream()
                    .filter(subject -> values.at(subject.id(), options.visit()) == null)
                    .toList();
            at(group, "missing", "", without, values.method())
                    .noting(
                            areLowest()
                                    ? List.of("Missing classes are counted as "
                                            + classes.classes().get(0).label() + ".")
                                    : List.of())
                    .count("n", without.size())
                    .count("big_n", members.size())
                    .ratio("percent", without.size(), members.size());
        }

        private boolean areLowest() {
            return options.missing() == ResponseSpec.MissingClass.LOWEST_CLASS;
        }

        private Map<Subject, Integer> classesOf(List<Subject> members) {
            Map<Subject, Integer> known = new LinkedHashMap<>();
            for (Subject subject : members) {
                EndpointValues.@Nullable Entry entry = values.at(subject.id(), options.visit());
                if (entry != null) {
                    known.put(subject, entry.value().intValueExact());
                } else if (areLowest()) {
                    known.put(subject, 0);
                }
            }
            return known;
        }

        private void compare(MethodSpec.Pair pair) {
            Group.Comparison group = new Group.Comparison(pair.test(), pair.reference());
            Map<Subject, Integer> test = classesOf(cohort.in(pair.test()));
            Map<Subject, Integer> reference = classesOf(cohort.in(pair.reference()));
            List<Subject> subjects = new ArrayList<>(test.keySet());
            subjects.addAll(reference.keySet());
            proportionalOdds(group, pair, test, reference);
            Estimable<WinOdds> odds = WinOdds.of(numbers(test), numbers(reference));
            at(group, "win-odds", "", subjects, "win odds, interval on the log scale by Brunner and Munzel")
                    .real("probability", odds.map(WinOdds::probability))
                    .real("estimate", odds.map(WinOdds::odds))
                    .interval("conf", odds.map(w -> w.interval(study.level())))
                    .p("p_value", odds.map(WinOdds::pValue));
            trend(group, subjects, test, reference);
        }

        /** Classes in which nobody is have no threshold, and take no part. */
        private void proportionalOdds(
                Group.Comparison group,
                MethodSpec.Pair pair,
                Map<Subject, Integer> test,
                Map<Subject, Integer> reference) {
            SubjectFrame frames = new SubjectFrame(study, cohort, options.factors());
            Map<Subject, Integer> both = new LinkedHashMap<>();
            List.of(test, reference)
                    .forEach(arm -> arm.forEach((subject, level) -> {
                        if (frames.hasFactors(subject)) {
                            both.put(subject, level);
                        }
                    }));
            List<Subject> subjects = List.copyOf(both.keySet());
            String adjusted = options.factors().isEmpty() ? "" : ", adjusted for " + study.words(options.factors());
            Rows.At at = at(group, "proportional-odds", "", subjects, "proportional odds model" + adjusted);
            Estimable<WaldZ> log = fit(frames, pair, subjects, both);
            at.noting(adjusted.isEmpty() ? List.of() : List.of("Proportional odds model" + adjusted + "."))
                    .real("estimate", log.map(WaldZ::ratio))
                    .interval("conf", log.map(WaldZ::ratioInterval))
                    .p("p_value", log.map(WaldZ::pValue));
        }

        private Estimable<WaldZ> fit(
                SubjectFrame frames, MethodSpec.Pair pair, List<Subject> subjects, Map<Subject, Integer> both) {
            if (subjects.isEmpty()) {
                return Estimable.not(Estimable.Reason.EMPTY_GROUP, "no subject has a class");
            }
            List<Integer> occurring = List.copyOf(new TreeSet<>(both.values()));
            DesignMatrix design = DesignMatrix.of(
                    frames.ofPair(subjects, pair).build(),
                    frames.terms(SubjectFrame.TREATMENT, false),
                    Coding.REFERENCE,
                    Intercept.ABSORBED);
            int[] category = subjects.stream()
                    .mapToInt(subject -> occurring.indexOf(both.get(subject)))
                    .toArray();
            int column = design.columnsOf(0)[0];
            return ProportionalOdds.fit(design, category).map(fit -> fit.coefficient(column, study.level()));
        }

        private void trend(
                Group.Comparison group,
                List<Subject> subjects,
                Map<Subject, Integer> test,
                Map<Subject, Integer> reference) {
            int n = classes.classes().size();
            int[][] counts = new int[n][2];
            test.values().forEach(level -> counts[level][0]++);
            reference.values().forEach(level -> counts[level][1]++);
            double[] scores = new double[n];
            for (int i = 0; i < n; i++) {
                scores[i] = i;
            }
            ContingencyTable table = ContingencyTable.of(counts);
            Estimable<Double> z = CochranArmitage.z(table, scores);
            at(group, "trend", "", subjects, "Cochran-Armitage test of trend, exact, scores 0, 1, 2 …")
                    .p(
                            "p_value",
                            z.map(x -> CochranArmitage.exact(table, scores).twoSided()))
                    .by("Cochran-Armitage test of trend, asymptotic, scores 0, 1, 2 …")
                    .p(
                            "asymptotic_p_value",
                            z.map(x -> ZTest.of(x, Alternative.TWO_SIDED).pValue()));
        }

        private static double[] numbers(Map<Subject, Integer> levels) {
            return levels.values().stream().mapToDouble(Integer::doubleValue).toArray();
        }

        private Rows.At at(Group group, String parameter, String level, List<Subject> subjects, String method) {
            List<String> ids = Cohort.ids(subjects);
            return rows.at(
                    ResultKey.of(spec.id(), group).withParameter(parameter).withLevel(level),
                    new Provenance(
                            spec.place(),
                            values.dataset(),
                            cohort.set().where() + "; " + values.selection() + " at " + options.visit(),
                            ids,
                            values.records(ids, options.visit()),
                            method));
        }
    }
}
