package org.sapwood.analysis;

import java.util.List;
import org.sapwood.population.Cohort;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;

/**
 * The size of every analysis set that a display stands on, per arm and overall: the N of column heads and the n of flow
 * boxes are these rows.
 */
public final class PopulationMethod {
    private PopulationMethod() {}

    /** {@return the analysis id under which the sizes of a set stand} */
    public static String analysisOf(String set) {
        return "population." + set;
    }

    static void run(String set, Study study, Rows rows) {
        Cohort cohort = study.cohort(set);
        study.groups(cohort)
                .forEach((group, members) -> rows.at(
                                ResultKey.of(analysisOf(set), group),
                                new Provenance(
                                        cohort.set().place(),
                                        study.subjectDataset().name(),
                                        cohort.set().where().toString(),
                                        Cohort.ids(members),
                                        List.of(),
                                        "count of subjects"))
                        .count("big_n", members.size()));
    }
}
