package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.SafetySpec;
import org.sapwood.sap.SafetySpec.Shift.Grades;
import org.sapwood.sap.SafetySpec.Shift.Range;
import org.sapwood.sap.SafetySpec.Shift.Worst;

/**
 * Category at baseline (stratum) against the worst category afterwards (level), by laboratory parameter. Percentages are of
 * the subjects with a category at both times. Limits of a grade belong to the lower grade, as CTCAE has them.
 */
final class ShiftMethod implements AnalysisMethod<SafetySpec.Shift> {
    @Override
    public void run(AnalysisSpec spec, SafetySpec.Shift options, Study study, Rows rows) {
        Dataset dataset = study.data().dataset(options.dataset());
        Variable parameter = dataset.require(options.parameter());
        Map<String, Map<String, List<Integer>>> before = worst(dataset, parameter, study, options, options.baseline());
        Map<String, Map<String, List<Integer>>> after = worst(dataset, parameter, study, options, options.after());
        Cohort cohort = study.cohortOf(spec);
        before.forEach((name, baseline) ->
                new One(spec, options, study, rows, cohort, name).run(baseline, after.getOrDefault(name, Map.of())));
    }

    /** The worst category of each parameter, in order of name, and subject, with its record: {@code [category, row]}. */
    private static Map<String, Map<String, List<Integer>>> worst(
            Dataset dataset, Variable parameter, Study study, SafetySpec.Shift options, Condition when) {
        Variable subject = dataset.require(study.data().subjectVariable());
        Categories categories = new Categories(dataset, options);
        Map<String, Map<String, List<Integer>>> worst = new TreeMap<>();
        dataset.select(options.where().and(when))
                .rows()
                .forEach(row -> categories
                        .of(row)
                        .ifPresent(category -> worst.computeIfAbsent(parameter.text(row), p -> new LinkedHashMap<>())
                                .merge(
                                        subject.text(row),
                                        List.of(category, row),
                                        (one, other) -> other.get(0) > one.get(0) ? other : one)));
        return worst;
    }

    /** The labels of a scale, from good to bad. */
    private static List<String> labels(SafetySpec.Shift.Scale scale) {
        if (scale instanceof Grades grades) {
            List<String> labels = new ArrayList<>();
            for (int grade = 0; grade <= grades.multiples().size(); grade++) {
                labels.add("Grade " + grade);
            }
            return labels;
        }
        return ((Range) scale).worst() == Worst.HIGH
                ? List.of("Below", "Within", "Above")
                : List.of("Above", "Within", "Below");
    }

    /** Places a record on the scale. */
    private static final class Categories {
        private final Dataset dataset;
        private final SafetySpec.Shift options;

        Categories(Dataset dataset, SafetySpec.Shift options) {
            this.dataset = dataset;
            this.options = options;
        }

        Optional<Integer> of(int row) {
            return number(options.value(), row)
                    .flatMap(value -> options.scale() instanceof Grades grades
                            ? number(grades.limit(), row).map(limit -> grade(value, limit, grades))
                            : position(value, (Range) options.scale(), row));
        }

        private Optional<BigDecimal> number(String variable, int row) {
            Variable number = dataset.require(variable);
            return number.isMissing(row) ? Optional.empty() : Optional.of(number.decimal(row));
        }

        private static int grade(BigDecimal value, BigDecimal limit, Grades grades) {
            return (int) grades.multiples().stream()
                    .filter(multiple -> value.compareTo(multiple.multiply(limit)) > 0)
                    .count();
        }

        private Optional<Integer> position(BigDecimal value, Range range, int row) {
            Optional<BigDecimal> low = range.low().isEmpty() ? Optional.empty() : number(range.low(), row);
            Optional<BigDecimal> high = range.high().isEmpty() ? Optional.empty() : number(range.high(), row);
            if (low.isEmpty() && high.isEmpty()) {
                return Optional.empty();
            }
            boolean below = low.isPresent() && value.compareTo(low.get()) < 0;
            boolean above = high.isPresent() && value.compareTo(high.get()) > 0;
            int upwards = below ? 0 : above ? 2 : 1;
            return Optional.of(range.worst() == Worst.HIGH ? upwards : 2 - upwards);
        }
    }

    private record One(
            AnalysisSpec spec, SafetySpec.Shift options, Study study, Rows rows, Cohort cohort, String parameter) {

        void run(Map<String, List<Integer>> before, Map<String, List<Integer>> after) {
            List<String> labels = labels(options.scale());
            List<Integer> seen = cohort.members().stream()
                    .map(Subject::id)
                    .filter(id -> before.containsKey(id) && after.containsKey(id))
                    .map(id -> category(before, id))
                    .distinct()
                    .sorted()
                    .toList();
            study.groups(cohort).forEach((group, members) -> {
                List<String> both = members.stream()
                        .map(Subject::id)
                        .filter(id -> before.containsKey(id) && after.containsKey(id))
                        .toList();
                ResultKey key = ResultKey.of(spec.id(), group).withParameter(parameter);
                rows.at(key, origin(both, before, after)).count("n", both.size());
                for (int baseline : seen) {
                    for (int to = 0; to < labels.size(); to++) {
                        int worst = to;
                        List<String> there = both.stream()
                                .filter(id -> category(before, id) == baseline && category(after, id) == worst)
                                .toList();
                        rows.at(
                                        key.withStratum(labels.get(baseline)).withLevel(labels.get(to)),
                                        origin(there, before, after))
                                .count("n", there.size())
                                .ratio("percent", there.size(), both.size());
                    }
                }
            });
        }

        private static int category(Map<String, List<Integer>> worst, String id) {
            return worst.getOrDefault(id, List.of(-1)).get(0);
        }

        private Provenance origin(
                List<String> subjects, Map<String, List<Integer>> before, Map<String, List<Integer>> after) {
            List<Integer> records = new ArrayList<>();
            for (String id : subjects) {
                for (Map<String, List<Integer>> worst : List.of(before, after)) {
                    List<Integer> entry = worst.getOrDefault(id, List.of());
                    if (!entry.isEmpty()) {
                        records.add(entry.get(1));
                    }
                }
            }
            return new Provenance(
                    spec.place(),
                    options.dataset(),
                    options.where().toString(),
                    subjects,
                    TrialData.records(records),
                    "category at baseline against the worst afterwards");
        }
    }
}
