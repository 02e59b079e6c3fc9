package org.sapwood.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.AnalysisSet;
import org.sapwood.sap.Condition;
import org.sapwood.sap.Treatments;

/** The members of an analysis set by arm. A member without an arm counts overall and in no arm. */
public final class Cohort {
    private final AnalysisSet set;
    private final Map<String, Subject> members;
    private final Map<String, List<Subject>> byArm;

    private Cohort(AnalysisSet set, Map<String, Subject> members, Treatments treatments) {
        this.set = set;
        this.members = members;
        this.byArm = new LinkedHashMap<>();
        treatments.arms().forEach(arm -> byArm.put(arm.id(), new ArrayList<>()));
        members.values().forEach(subject -> {
            @Nullable List<Subject> arm = byArm.get(armOf(subject));
            if (arm != null) {
                arm.add(subject);
            }
        });
    }

    /**
     * Finds the members of a set.
     *
     * @param set the set
     * @param data the study's data
     * @param treatments the arms
     * @return the cohort, members by ascending id
     */
    public static Cohort of(AnalysisSet set, TrialData data, Treatments treatments) {
        Set<Integer> rows = rows(data, set.where());
        Map<String, Subject> members = new LinkedHashMap<>();
        for (Subject subject : data.subjects()) {
            if (rows.contains(subject.row())) {
                members.put(subject.id(), subject);
            }
        }
        return new Cohort(set, members, treatments);
    }

    private static Set<Integer> rows(TrialData data, Condition where) {
        Set<Integer> rows = new HashSet<>();
        data.subjectDataset().select(where).rows().forEach(rows::add);
        return rows;
    }

    /** {@return the set} */
    public AnalysisSet set() {
        return set;
    }

    /** {@return the arm under which this set counts a subject; empty when none} */
    public String armOf(Subject subject) {
        return set.actualTreatment() ? subject.actualArm() : subject.plannedArm();
    }

    /** {@return the members, by ascending id} */
    public List<Subject> members() {
        return List.copyOf(members.values());
    }

    /** {@return the members of an arm, by ascending id} */
    public List<Subject> in(String arm) {
        return Collections.unmodifiableList(byArm.getOrDefault(arm, List.of()));
    }

    /** {@return whether a subject belongs to the set} */
    public boolean contains(String subjectId) {
        return members.containsKey(subjectId);
    }

    /** {@return the members that also satisfy a condition on the subject dataset} */
    public List<Subject> where(TrialData data, Condition condition) {
        Set<Integer> rows = rows(data, condition);
        return members.values().stream()
                .filter(subject -> rows.contains(subject.row()))
                .toList();
    }

    /** {@return the ids of subjects, in the given order} */
    public static List<String> ids(List<Subject> subjects) {
        return subjects.stream().map(Subject::id).toList();
    }

    @Override
    public String toString() {
        return set.label() + " (" + members.size() + " subjects)";
    }
}
