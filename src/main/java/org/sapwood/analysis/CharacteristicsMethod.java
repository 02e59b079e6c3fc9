package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.MethodSpec;
import org.sapwood.sap.MethodSpec.Characteristic;
import org.sapwood.stats.contingency.ContingencyTable;
import org.sapwood.stats.contingency.ContinuityCorrection;
import org.sapwood.stats.contingency.PearsonChiSquare;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.location.OneWayAnova;
import org.sapwood.stats.location.TwoSampleT;

/**
 * Baseline characteristics: a number summarised, categories counted, or both under one label. Percentages are of the
 * subjects with the characteristic known.
 */
final class CharacteristicsMethod implements AnalysisMethod<MethodSpec.Characteristics> {
    @Override
    public void run(AnalysisSpec spec, MethodSpec.Characteristics options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        for (Characteristic characteristic : options.characteristics()) {
            new One(spec, characteristic, study, cohort, rows).run();
        }
    }

    private static final class One {
        private final AnalysisSpec spec;
        private final Characteristic characteristic;
        private final Study study;
        private final Cohort cohort;
        private final Rows rows;
        private final Dataset dataset;
        private final Map<Group, List<Subject>> groups;
        private final boolean compared;

        One(AnalysisSpec spec, Characteristic characteristic, Study study, Cohort cohort, Rows rows) {
            this.spec = spec;
            this.characteristic = characteristic;
            this.study = study;
            this.cohort = cohort;
            this.rows = rows;
            this.dataset = study.subjectDataset();
            this.groups = study.groups(cohort);
            this.compared = characteristic.test() != MethodSpec.CharacteristicTest.NONE
                    && study.arms().size() > 1;
        }

        void run() {
            if (!characteristic.variable().isEmpty()) {
                number();
            }
            if (!characteristic.categories().isEmpty()) {
                categories();
            }
        }

        private void number() {
            Variable variable = dataset.require(characteristic.variable());
            List<Moments> moments = new ArrayList<>();
            groups.forEach((group, members) -> {
                List<Subject> known = members.stream()
                        .filter(subject -> !variable.isMissing(subject.row()))
                        .toList();
                List<BigDecimal> values = known.stream()
                        .map(subject -> variable.decimal(subject.row()))
                        .toList();
                new ExactSummary(
                                values,
                                ExactSummary.definition(
                                        study.sap().conventions().quantiles()))
                        .write(at(group, "", known, "summary of " + variable.name()), study.level());
                if (group instanceof Group.Arm && !values.isEmpty()) {
                    moments.add(Moments.of(
                            values.stream().mapToDouble(BigDecimal::doubleValue).toArray()));
                }
            });
            if (compared) {
                at(new Group.AllArms(), "", cohort.members(), "one-way analysis of variance")
                        .p(
                                "p_value",
                                OneWayAnova.of(moments, TwoSampleT.Variances.EQUAL)
                                        .map(test -> test.pValue()));
            }
        }

        private void categories() {
            Map<String, Set<Subject>> byCategory = assign();
            boolean alone = characteristic.variable().isEmpty();
            List<int[]> table = new ArrayList<>();
            groups.forEach((group, members) -> {
                List<Subject> known = members.stream()
                        .filter(subject -> byCategory.values().stream().anyMatch(set -> set.contains(subject)))
                        .toList();
                if (alone) {
                    at(group, "", known, "count of subjects").count("n", known.size());
                }
                List<Integer> counts = new ArrayList<>();
                byCategory.forEach((category, subjects) -> {
                    List<Subject> counted =
                            known.stream().filter(subjects::contains).toList();
                    counts.add(counted.size());
                    at(group, category, counted, "count of subjects")
                            .count("n", counted.size())
                            .ratio("percent", counted.size(), known.size());
                });
                if (group instanceof Group.Arm) {
                    table.add(counts.stream().mapToInt(Integer::intValue).toArray());
                }
            });
            if (compared) {
                String level = alone ? "" : byCategory.keySet().iterator().next();
                at(new Group.AllArms(), level, cohort.members(), "Pearson chi-square without continuity correction")
                        .p(
                                "p_value",
                                PearsonChiSquare.test(
                                                ContingencyTable.of(table.toArray(int[][]::new))
                                                        .withoutEmptyMargins(),
                                                ContinuityCorrection.NONE)
                                        .map(test -> test.pValue()));
            }
        }

        /** Each member in the first category whose condition holds. */
        private Map<String, Set<Subject>> assign() {
            Map<String, Set<Subject>> assigned = new LinkedHashMap<>();
            Set<Subject> taken = new LinkedHashSet<>();
            for (Map.Entry<String, Condition> category :
                    characteristic.categories().entrySet()) {
                Set<Subject> members = new LinkedHashSet<>(cohort.where(study.data(), category.getValue()));
                members.removeAll(taken);
                taken.addAll(members);
                assigned.put(category.getKey(), members);
            }
            return assigned;
        }

        private Rows.At at(Group group, String level, List<Subject> subjects, String method) {
            return rows.at(
                    ResultKey.of(spec.id(), group)
                            .withParameter(characteristic.label())
                            .withLevel(level),
                    new Provenance(
                            characteristic.place(),
                            dataset.name(),
                            cohort.set().where().toString(),
                            Cohort.ids(subjects),
                            List.of(),
                            method));
        }
    }
}
