package org.sapwood.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;

/** Subjects in each of several conditions: {@code n}, {@code big_n} and {@code percent} per arm and overall. */
final class CountSubjectsMethod implements AnalysisMethod<MethodSpec.CountSubjects> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.CountSubjects options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        options.levels().forEach((level, condition) -> {
            Set<Subject> there = new HashSet<>(cohort.where(study.data(), condition));
            study.groups(cohort).forEach((group, members) -> {
                List<Subject> counted = members.stream().filter(there::contains).toList();
                rows.at(
                                ResultKey.of(spec.id(), group).withLevel(level),
                                new Provenance(
                                        spec.place(),
                                        study.subjectDataset().name(),
                                        cohort.set().where().and(condition).toString(),
                                        Cohort.ids(counted),
                                        List.of(),
                                        "count of subjects"))
                        .count("n", counted.size())
                        .count("big_n", members.size())
                        .ratio("percent", counted.size(), members.size());
            });
        });
    }
}
