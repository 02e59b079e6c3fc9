package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.paired.McNemar;
import org.sapwood.stats.paired.PairedRiskDifference;
import org.sapwood.stats.paired.PairedTable;

/**
 * A binary endpoint at two visits of the same subjects, per arm: how many met it at both, one or none, and the exact
 * McNemar test of no change. Subjects without one of the two values are counted as incomplete and left out.
 */
final class PairedRespondersMethod implements AnalysisMethod<MethodSpec.PairedResponders> {
    private static final List<String> CELLS = List.of(
            "Met at both visits",
            "Met only at the later visit",
            "Met only at the earlier visit",
            "Met at neither visit");

    @Override
    public void run(AnalysisSpec spec, MethodSpec.PairedResponders options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        EndpointValues values = study.endpoints().of(options.endpoint());
        study.groups(cohort).forEach((group, members) -> {
            List<List<String>> cells =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<String> pairs = new ArrayList<>();
            List<String> incomplete = new ArrayList<>();
            for (Subject subject : members) {
                EndpointValues.@Nullable Entry first = values.at(subject.id(), options.first());
                EndpointValues.@Nullable Entry second = values.at(subject.id(), options.second());
                if (first == null || second == null) {
                    incomplete.add(subject.id());
                    continue;
                }
                pairs.add(subject.id());
                boolean before = first.value().signum() > 0;
                boolean after = second.value().signum() > 0;
                cells.get(before && after ? 0 : after ? 1 : before ? 2 : 3).add(subject.id());
            }
            PairedTable table = new PairedTable(
                    cells.get(0).size(),
                    cells.get(1).size(),
                    cells.get(2).size(),
                    cells.get(3).size());
            Place place = new Place(spec, options, study, rows, cohort, values);
            ResultKey key = ResultKey.of(spec.id(), group);
            place.at(key.withParameter("pairs"), pairs, "subjects with both values")
                    .count("n", pairs.size());
            place.at(key.withParameter("incomplete"), incomplete, "subjects without one of the values")
                    .count("n", incomplete.size());
            for (int i = 0; i < CELLS.size(); i++) {
                place.at(key.withParameter("pairing").withLevel(CELLS.get(i)), cells.get(i), values.method())
                        .count("n", cells.get(i).size())
                        .ratio("percent", cells.get(i).size(), pairs.size());
            }
            // the table's first observation is the later visit, so that differences are later minus earlier
            proportion(place, key, options.first(), table.secondYes(), pairs);
            proportion(place, key, options.second(), table.firstYes(), pairs);
            PairedRiskDifference.Method interval = PairedRiskDifference.Method.valueOf(
                    options.interval().toUpperCase(Locale.ROOT).replace('-', '_'));
            place.at(
                            key.withParameter("change"),
                            pairs,
                            "difference of paired proportions, " + options.interval() + " interval")
                    .real("estimate", PairedRiskDifference.estimate(table))
                    .interval("conf", PairedRiskDifference.interval(table, interval, study.level()));
            place.at(key.withParameter("mcnemar-exact"), pairs, "McNemar's test, exact")
                    .p("p_value", McNemar.exact(table));
            place.at(key.withParameter("mcnemar-mid-p"), pairs, "McNemar's test, mid-p")
                    .p("p_value", McNemar.midP(table));
        });
    }

    private static void proportion(Place place, ResultKey key, String visit, int responders, List<String> pairs) {
        place.at(
                        key.withParameter("response")
                                .withVisit(place.study().sap().visit(visit).label()),
                        pairs,
                        place.values().method())
                .count("n", responders)
                .ratio("percent", responders, pairs.size());
    }

    /** Where the rows of one analysis go, and what they are made from. */
    private record Place(
            AnalysisSpec spec,
            MethodSpec.PairedResponders options,
            Study study,
            Rows rows,
            Cohort cohort,
            EndpointValues values) {

        Rows.At at(ResultKey key, List<String> subjects, String method) {
            List<Integer> records = new ArrayList<>(values.records(subjects, options.first()));
            records.addAll(values.records(subjects, options.second()));
            return rows.at(
                    key,
                    new Provenance(
                            spec.place(),
                            values.dataset(),
                            cohort.set().where() + "; " + values.selection() + " at " + options.first() + " and "
                                    + options.second(),
                            subjects,
                            records.stream().distinct().sorted().toList(),
                            method));
        }
    }
}
