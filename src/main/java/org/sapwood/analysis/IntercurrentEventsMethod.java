package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sapwood.endpoint.IntercurrentEvents.Occurrence;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.SynthesisSpec;
import org.sapwood.sap.VisitSpec;

/**
 * Subjects with intercurrent events by kind, up to the planned day of visits, and day by day for a figure: parameter {@code
 * cumulative} holds the subjects with any event up to the study day that is the level.
 */
final class IntercurrentEventsMethod implements AnalysisMethod<SynthesisSpec.IntercurrentEvents> {
    private static final String ANY = "Any intercurrent event";

    @Override
    public void run(AnalysisSpec spec, SynthesisSpec.IntercurrentEvents options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        study.groups(cohort).forEach((group, members) -> {
            for (String id : options.visits()) {
                VisitSpec visit = study.sap().visit(id);
                ResultKey key = ResultKey.of(spec.id(), group).withVisit(visit.label());
                count(key.withLevel(ANY), options.events(), visit.plannedDay(), members, spec, study, rows);
                for (String event : options.events()) {
                    String label = study.sap().intercurrentEvent(event).label();
                    count(key.withLevel(label), List.of(event), visit.plannedDay(), members, spec, study, rows);
                }
            }
            if (group instanceof Group.Arm) {
                byDay(ResultKey.of(spec.id(), group), options, members, spec, study, rows);
            }
        });
    }

    private static void byDay(
            ResultKey key,
            SynthesisSpec.IntercurrentEvents options,
            List<Subject> members,
            AnalysisSpec spec,
            Study study,
            Rows rows) {
        TreeSet<Integer> days = new TreeSet<>();
        days.add(1);
        int last = 1;
        for (String id : options.visits()) {
            last = Math.max(last, study.sap().visit(id).plannedDay());
        }
        for (VisitSpec visit : study.sap().visits()) {
            days.add(visit.plannedDay());
        }
        for (Subject subject : members) {
            for (String event : options.events()) {
                study.intercurrentEvents()
                        .of(event)
                        .getOrDefault(subject.id(), List.of())
                        .forEach(occurrence -> days.add(occurrence.day()));
            }
        }
        for (int day : days) {
            if (day >= 1 && day <= last) {
                count(
                        key.withParameter("cumulative").withLevel(Integer.toString(day)),
                        options.events(),
                        day,
                        members,
                        spec,
                        study,
                        rows);
            }
        }
    }

    private static void count(
            ResultKey key,
            List<String> events,
            int lastDay,
            List<Subject> members,
            AnalysisSpec spec,
            Study study,
            Rows rows) {
        Map<String, List<Integer>> with = new LinkedHashMap<>();
        String dataset = "";
        int happened = 0;
        for (String event : events) {
            dataset = dataset.isEmpty() ? study.intercurrentEvents().dataset(event) : dataset;
            for (Subject subject : members) {
                for (Occurrence occurrence :
                        study.intercurrentEvents().of(event).getOrDefault(subject.id(), List.of())) {
                    if (occurrence.day() <= lastDay) {
                        happened++;
                        with.computeIfAbsent(subject.id(), s -> new ArrayList<>())
                                .addAll(occurrence.records());
                    }
                }
            }
        }
        List<Integer> records = new ArrayList<>();
        with.values().forEach(records::addAll);
        rows.at(
                        key,
                        new Provenance(
                                spec.place(),
                                dataset,
                                "events " + String.join(", ", events) + " up to day " + lastDay,
                                with.keySet().stream().sorted().toList(),
                                records.stream().distinct().sorted().toList(),
                                "count of subjects"))
                .count("n", with.size())
                .ratio("percent", with.size(), members.size())
                .count("events", happened);
    }
}
