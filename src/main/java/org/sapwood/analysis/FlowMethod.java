package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.MethodSpec.FlowStage;
import org.sapwood.sap.Treatments;

/**
 * A flow of subjects. A last stage that lists analysis sets stands for the analysis, into which those who left may still
 * go; every other arrow is checked: who is in a stage was in the one before, and who left has one reason. The
 * stage's id is the parameter; stratum {@code lost} holds those who left, by reason as level, stratum {@code set} the
 * analysis sets.
 */
final class FlowMethod implements AnalysisMethod<MethodSpec.Flow> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.Flow options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        List<FlowStage> stages = options.stages();
        for (int i = 0; i < stages.size(); i++) {
            FlowStage stage = stages.get(i);
            @Nullable FlowStage next = i + 1 < stages.size() ? stages.get(i + 1) : null;
            new One(spec, study, cohort, rows, stage, next).run();
        }
    }

    private record One(
            AnalysisSpec spec,
            Study study,
            Cohort cohort,
            Rows rows,
            FlowStage stage,
            @Nullable FlowStage next) {

        void run() {
            List<Subject> here = cohort.where(study.data(), stage.where());
            Set<Subject> later =
                    next == null ? Set.of() : new LinkedHashSet<>(cohort.where(study.data(), next.where()));
            if (next != null && next.sets().isEmpty()) {
                Set<Subject> before = new LinkedHashSet<>(here);
                for (Subject subject : later) {
                    if (!before.contains(subject)) {
                        throw rejected(
                                "subject " + subject.id() + " is in stage \"" + next.id() + "\" but not in \""
                                        + stage.id() + "\" before it",
                                "Correct the data or the conditions of the two stages.");
                    }
                }
            }
            groups(here).forEach((group, members) -> {
                write(group, "", "", members, stage.where());
                if (next != null && !stage.lost().isEmpty()) {
                    List<Subject> lost =
                            members.stream().filter(s -> !later.contains(s)).toList();
                    write(group, "lost", "", lost, stage.where().and(new Condition.Not(next.where())));
                    reasons(lost).forEach((reason, subjects) -> write(group, "lost", reason, subjects, stage.where()));
                }
                stage.sets().forEach((label, condition) -> {
                    List<Subject> in = cohort.where(study.data(), condition);
                    write(
                            group,
                            "set",
                            label,
                            members.stream().filter(in::contains).toList(),
                            condition);
                });
            });
        }

        private Map<Group, List<Subject>> groups(List<Subject> here) {
            Map<Group, List<Subject>> groups = new LinkedHashMap<>();
            if (stage.byArm()) {
                int placed = 0;
                for (Treatments.Arm arm : study.arms()) {
                    List<Subject> members = here.stream()
                            .filter(subject -> cohort.armOf(subject).equals(arm.id()))
                            .toList();
                    placed += members.size();
                    groups.put(new Group.Arm(arm.id()), members);
                }
                if (placed != here.size()) {
                    throw rejected(
                            (here.size() - placed) + " of " + here.size() + " subjects of stage \"" + stage.id()
                                    + "\" have no arm",
                            "A stage by arm may hold allocated subjects only.");
                }
            }
            groups.put(new Group.Overall(), here);
            return groups;
        }

        /** Each leaver under the first reason that holds. */
        private Map<String, List<Subject>> reasons(List<Subject> lost) {
            Map<String, List<Subject>> reasons = new LinkedHashMap<>();
            List<Subject> open = new ArrayList<>(lost);
            stage.reasons().forEach((reason, condition) -> {
                List<Subject> matching = cohort.where(study.data(), condition);
                List<Subject> some = open.stream().filter(matching::contains).toList();
                open.removeAll(some);
                reasons.put(reason, some);
            });
            if (!stage.remainder().isEmpty()) {
                reasons.put(stage.remainder(), List.copyOf(open));
            } else if (!open.isEmpty() && !stage.reasons().isEmpty()) {
                throw rejected(
                        open.size() + " subjects leave stage \"" + stage.id() + "\" without a listed reason (first: "
                                + open.get(0).id() + ")",
                        "Add the reason, or \"other: Other\".");
            }
            return reasons;
        }

        private void write(Group group, String stratum, String level, List<Subject> subjects, Condition where) {
            rows.at(
                            ResultKey.of(spec.id(), group)
                                    .withParameter(stage.id())
                                    .withStratum(stratum)
                                    .withLevel(level),
                            new Provenance(
                                    stage.place(),
                                    study.subjectDataset().name(),
                                    where.toString(),
                                    Cohort.ids(subjects),
                                    List.of(),
                                    "count of subjects"))
                    .count("n", subjects.size());
        }

        private DataRejected rejected(String problem, String remedy) {
            return new DataRejected(DataComplaint.of(study.subjectDataset().file(), problem, remedy));
        }
    }
}
