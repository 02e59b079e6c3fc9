package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.SynthesisSpec;

/**
 * The difference of two arms within subgroups: parameter is the subgroup, level its level; the test of interaction stands
 * under all arms. A subject counts in the first level whose condition holds; those in no level are counted.
 */
final class SubgroupsMethod implements AnalysisMethod<SynthesisSpec.Subgroups> {
    static final String OVERALL = "Overall";
    static final String EVERYBODY = "All subjects";

    /** What is estimated within a level, and how levels are compared. */
    interface Comparison {
        /** Writes the rows of both arms and of their difference within a level. */
        void level(Place place, String subgroup, String level, List<Subject> members);

        /** Writes the test of interaction. */
        void interaction(Place place, String subgroup, Map<String, List<Subject>> levels);
    }

    @Override
    public void run(AnalysisSpec spec, SynthesisSpec.Subgroups options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        Place place = Place.of(spec, options, study, rows, cohort);
        Comparison comparison = options.isBinary()
                ? new BinarySubgroups(study, options.pair(), study.sap().estimand(spec.estimand()))
                : new ContinuousSubgroups(study, options);
        List<Subject> both = new ArrayList<>(cohort.in(options.pair().test()));
        both.addAll(cohort.in(options.pair().reference()));
        comparison.level(place, OVERALL, EVERYBODY, both);
        options.subgroups().forEach((label, subgroup) -> {
            Map<String, List<Subject>> levels = levels(subgroup, both, cohort, study);
            levels.forEach((level, members) -> comparison.level(place, label, level, members));
            comparison.interaction(place, label, levels);
            int classified = levels.values().stream().mapToInt(List::size).sum();
            place.at(new Group.AllArms(), label, "", both, "subjects in no level")
                    .count("unclassified", both.size() - classified);
        });
    }

    private static Map<String, List<Subject>> levels(
            SynthesisSpec.Subgroup subgroup, List<Subject> both, Cohort cohort, Study study) {
        Map<String, List<Subject>> levels = new LinkedHashMap<>();
        List<Subject> left = new ArrayList<>(both);
        for (Map.Entry<String, Condition> level : subgroup.levels().entrySet()) {
            List<Subject> where = cohort.where(study.data(), level.getValue());
            List<Subject> members = left.stream().filter(where::contains).toList();
            left.removeAll(members);
            levels.put(level.getKey(), members);
        }
        return levels;
    }

    /** Where the rows of one analysis go, and what they are made from. */
    record Place(AnalysisSpec spec, Study study, Rows rows, Cohort cohort, EndpointValues values, String visit) {

        static Place of(AnalysisSpec spec, SynthesisSpec.Subgroups options, Study study, Rows rows, Cohort cohort) {
            boolean binary = options.isBinary();
            String endpoint = binary ? study.sap().estimand(spec.estimand()).variable() : options.endpoint();
            String visit = binary ? study.sap().estimand(spec.estimand()).visit() : options.visit();
            EndpointValues values = binary ? study.endpoints().of(endpoint) : study.values(spec, endpoint);
            return new Place(spec, study, rows, cohort, values, visit);
        }

        Rows.At at(Group group, String subgroup, String level, List<Subject> subjects, String method) {
            List<String> ids = Cohort.ids(subjects);
            return rows.at(
                    ResultKey.of(spec.id(), group).withParameter(subgroup).withLevel(level),
                    new Provenance(
                            spec.place(),
                            values.dataset(),
                            cohort.set().where() + "; " + values.selection() + " at " + visit,
                            ids,
                            values.records(ids, visit),
                            method));
        }
    }
}
