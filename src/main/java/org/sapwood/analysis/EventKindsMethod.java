package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.Treatments;
import org.sapwood.stats.proportion.RiskDifference;
import org.sapwood.stats.proportion.RiskDifferenceInterval;
import org.sapwood.stats.proportion.TwoProportions;

/** Named kinds of adverse events: subjects, events, and the difference of proportions with its interval. */
final class EventKindsMethod implements AnalysisMethod<MethodSpec.EventKinds> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.EventKinds options, Study study, Rows rows) {
        Dataset dataset = study.data().dataset(options.dataset());
        Variable subjectOf = dataset.require(study.data().subjectVariable());
        Cohort cohort = study.cohortOf(spec);
        options.kinds().forEach((kind, condition) -> {
            Selection selection = dataset.select(condition);
            Set<String> with = new TreeSet<>();
            selection.rows().forEach(row -> with.add(subjectOf.text(row)));
            study.groups(cohort).forEach((group, members) -> {
                List<String> ids =
                        members.stream().map(Subject::id).filter(with::contains).toList();
                List<Integer> records = new ArrayList<>();
                selection.rows().forEach(row -> {
                    if (ids.contains(subjectOf.text(row))) {
                        records.add(row);
                    }
                });
                rows.at(
                                ResultKey.of(spec.id(), group).withLevel(kind),
                                new Provenance(
                                        spec.place(),
                                        options.dataset(),
                                        condition.toString(),
                                        ids,
                                        TrialData.records(records),
                                        "count of subjects"))
                        .count("n", ids.size())
                        .ratio("percent", ids.size(), members.size())
                        .count("events", records.size());
            });
            for (Treatments.Arm arm : study.sap().treatments().compared()) {
                Treatments.Arm reference = study.sap().treatments().reference();
                TwoProportions pair = pair(cohort.in(arm.id()), cohort.in(reference.id()), with);
                List<String> ids = cohort.members().stream()
                        .map(Subject::id)
                        .filter(with::contains)
                        .toList();
                rows.at(
                                ResultKey.of(spec.id(), new Group.Comparison(arm.id(), reference.id()))
                                        .withLevel(kind),
                                new Provenance(
                                        spec.place(),
                                        options.dataset(),
                                        condition.toString(),
                                        ids,
                                        List.of(),
                                        "difference of proportions, Miettinen-Nurminen interval"))
                        .real("estimate", RiskDifference.estimate(pair))
                        .interval(
                                "conf",
                                RiskDifference.interval(
                                        pair, RiskDifferenceInterval.MIETTINEN_NURMINEN, study.level()));
            }
        });
    }

    private static TwoProportions pair(List<Subject> test, List<Subject> reference, Set<String> with) {
        return new TwoProportions(count(test, with), test.size(), count(reference, with), reference.size());
    }

    private static int count(List<Subject> subjects, Set<String> with) {
        return (int) subjects.stream().map(Subject::id).filter(with::contains).count();
    }
}
