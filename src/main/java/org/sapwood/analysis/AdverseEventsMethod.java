package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.contingency.FisherExact;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.TwoSidedMethod;

/**
 * Adverse events by organ class and term: a subject counts once per row, events are counted besides. Organ classes are
 * in alphabetical order, terms by falling number of subjects in the plan's arm, then alphabetical.
 */
final class AdverseEventsMethod implements AnalysisMethod<MethodSpec.AdverseEvents> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.AdverseEvents options, Study study, Rows rows) {
        Dataset dataset = study.data().dataset(options.dataset());
        Variable outer = dataset.require(options.outer());
        Variable inner = dataset.require(options.inner());
        Cohort cohort = study.cohortOf(spec);
        Counter all = new Counter();
        Map<String, Counter> byOuter = new TreeMap<>();
        Map<String, Map<String, Counter>> byInner = new TreeMap<>();
        Variable subject = dataset.require(study.data().subjectVariable());
        Selection selection = dataset.select(options.where());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            @Nullable Subject who = study.data().subject(subject.text(row));
            if (who == null || !cohort.contains(who.id())) {
                continue;
            }
            String organ = outer.text(row);
            all.add(who, row);
            byOuter.computeIfAbsent(organ, o -> new Counter()).add(who, row);
            byInner.computeIfAbsent(organ, o -> new TreeMap<>())
                    .computeIfAbsent(inner.text(row), t -> new Counter())
                    .add(who, row);
        }
        Writer writer = new Writer(spec, options, study, cohort, rows);
        writer.row(options.any(), "", all);
        byOuter.forEach((organ, counter) -> {
            writer.row(organ, "", counter);
            Map<String, Counter> terms = byInner.getOrDefault(organ, Map.of());
            List<String> names = new ArrayList<>(terms.keySet());
            Comparator<String> order = Comparator.comparing((String name) ->
                    -counted(terms, name).subjects(cohort.in(options.sortBy())).size());
            names.sort(order.thenComparing(Comparator.naturalOrder()));
            names.forEach(name -> writer.row(organ, name, counted(terms, name)));
        });
    }

    private static Counter counted(Map<String, Counter> terms, String name) {
        return terms.getOrDefault(name, new Counter());
    }

    /** Subjects and events of one row. */
    private static final class Counter {
        private final Map<Subject, List<Integer>> rowsBySubject = new LinkedHashMap<>();

        void add(Subject subject, int row) {
            rowsBySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(row);
        }

        Set<Subject> subjects(List<Subject> members) {
            Set<Subject> subjects = new LinkedHashSet<>(members);
            subjects.retainAll(rowsBySubject.keySet());
            return subjects;
        }

        List<Integer> rows(Set<Subject> subjects) {
            List<Integer> rows = new ArrayList<>();
            subjects.forEach(subject -> rows.addAll(rowsBySubject.getOrDefault(subject, List.of())));
            return rows;
        }
    }

    private record Writer(AnalysisSpec spec, MethodSpec.AdverseEvents options, Study study, Cohort cohort, Rows rows) {

        void row(String parameter, String level, Counter counter) {
            study.groups(cohort).forEach((group, members) -> {
                Set<Subject> subjects = counter.subjects(members);
                List<Integer> records = counter.rows(subjects);
                rows.at(key(group, parameter, level), origin(parameter, level, subjects, records, "count of subjects"))
                        .count("n", subjects.size())
                        .ratio("percent", subjects.size(), members.size())
                        .count("events", records.size());
            });
            if (options.fisher()) {
                for (Treatments.Arm arm : study.sap().treatments().compared()) {
                    fisher(arm, parameter, level, counter);
                }
            }
        }

        private void fisher(Treatments.Arm arm, String parameter, String level, Counter counter) {
            Treatments.Arm reference = study.sap().treatments().reference();
            List<Subject> test = cohort.in(arm.id());
            List<Subject> against = cohort.in(reference.id());
            Set<Subject> x1 = counter.subjects(test);
            Set<Subject> x2 = counter.subjects(against);
            if (x1.isEmpty() && x2.isEmpty()) {
                return; // nothing to compare: neither arm has the event
            }
            Set<Subject> both = new LinkedHashSet<>(x1);
            both.addAll(x2);
            rows.at(
                            key(new Group.Comparison(arm.id(), reference.id()), parameter, level),
                            origin(parameter, level, both, counter.rows(both), "Fisher's exact test, two-sided"))
                    .p(
                            "p_value",
                            FisherExact.test(
                                    new TwoByTwo(
                                            x1.size(), test.size() - x1.size(), x2.size(), against.size() - x2.size()),
                                    Alternative.TWO_SIDED,
                                    TwoSidedMethod.MINIMUM_LIKELIHOOD));
        }

        private ResultKey key(Group group, String parameter, String level) {
            return ResultKey.of(spec.id(), group).withParameter(parameter).withLevel(level);
        }

        private Provenance origin(
                String parameter, String level, Set<Subject> subjects, List<Integer> records, String method) {
            Condition where = options.where();
            if (!parameter.equals(options.any())) {
                where = where.and(new Condition.Is(options.outer(), parameter));
            }
            if (!level.isEmpty()) {
                where = where.and(new Condition.Is(options.inner(), level));
            }
            return new Provenance(
                    spec.place(),
                    options.dataset(),
                    where.toString(),
                    subjects.stream().map(Subject::id).toList(),
                    TrialData.records(records),
                    method);
        }
    }
}
