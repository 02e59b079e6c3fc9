package org.sapwood.population;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.sap.Sap;
import org.sapwood.sap.Treatments;

/** The datasets of a study, and its subjects as the subject dataset lists them. */
public final class TrialData {
    private final Map<String, Dataset> datasets;
    private final Dataset subjectDataset;
    private final String subjectVariable;
    private final Map<String, Subject> subjects;

    /**
     * Binds datasets to a plan.
     *
     * @param sap the plan
     * @param datasets the datasets by their name in the plan; each named there must be present
     */
    public TrialData(Sap sap, Map<String, Dataset> datasets) {
        this.datasets = new LinkedHashMap<>(datasets);
        this.subjectDataset = dataset(sap.data().subjects());
        this.subjectVariable = sap.data().subject();
        this.subjects = Collections.unmodifiableMap(roster(sap.treatments()));
    }

    /** Subjects by id in ascending order, so that no result depends on the order of records. */
    private Map<String, Subject> roster(Treatments treatments) {
        Map<String, String> armOf = new LinkedHashMap<>();
        treatments.arms().forEach(arm -> armOf.put(arm.value(), arm.id()));
        Variable id = subjectDataset.require(subjectVariable);
        Variable planned = subjectDataset.require(treatments.planned());
        Variable actual = subjectDataset.require(treatments.actual());
        Map<String, Subject> roster = new TreeMap<>();
        for (int row = 0; row < subjectDataset.rows(); row++) {
            roster.put(
                    id.text(row),
                    new Subject(
                            id.text(row),
                            row,
                            armOf.getOrDefault(planned.text(row), ""),
                            armOf.getOrDefault(actual.text(row), "")));
        }
        return roster;
    }

    /** {@return the dataset of that name in the plan} */
    public Dataset dataset(String name) {
        Dataset dataset = datasets.get(name);
        if (dataset == null) {
            throw new IllegalArgumentException("no dataset \"" + name + "\" was read; read: " + datasets.keySet());
        }
        return dataset;
    }

    /** {@return all datasets by name, in the plan's order} */
    public Map<String, Dataset> datasets() {
        return Collections.unmodifiableMap(datasets);
    }

    /** {@return the dataset with one record per subject} */
    public Dataset subjectDataset() {
        return subjectDataset;
    }

    /** {@return the variable that identifies a subject in every dataset} */
    public String subjectVariable() {
        return subjectVariable;
    }

    /** {@return all subjects, by ascending id} */
    public Collection<Subject> subjects() {
        return subjects.values();
    }

    /** {@return the subject of that id, or null} */
    public @Nullable Subject subject(String id) {
        return subjects.get(id);
    }

    /** {@return row numbers from 1, as provenance counts them} */
    public static List<Integer> records(Collection<Integer> rows) {
        return rows.stream().map(row -> row + 1).sorted().toList();
    }
}
