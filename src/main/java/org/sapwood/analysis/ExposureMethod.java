package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.dosing.DosingRecords;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.DosingSpec;
import org.sapwood.sap.SafetySpec;

/**
 * Doses planned and given, by calendar label as parameter: each subject with a planned or given dose counts. Levels {@code
 * planned-doses}, {@code given-doses}, {@code missed-doses}, {@code units}, {@code units-per-square-metre}, {@code
 * compliance}, {@code intensity} and {@code duration} are summarised; {@code adherent} is counted among those with a
 * planned dose.
 */
final class ExposureMethod implements AnalysisMethod<SafetySpec.Exposure> {
    private static final Map<String, Function<DosingRecords.Course, Derived<BigDecimal>>> MEASURES = measures();

    private static Map<String, Function<DosingRecords.Course, Derived<BigDecimal>>> measures() {
        Map<String, Function<DosingRecords.Course, Derived<BigDecimal>>> measures = new LinkedHashMap<>();
        measures.put("planned-doses", course -> count(course.exposure().plannedDays()));
        measures.put("given-doses", course -> count(course.exposure().givenDoses()));
        measures.put("missed-doses", course -> count(course.exposure().missedDays()));
        measures.put("units", DosingRecords.Course::units);
        measures.put("units-per-square-metre", DosingRecords.Course::unitsPerSquareMetre);
        measures.put(
                "compliance", course -> course.exposure().compliancePercent().map(ExactRatio::toDecimal));
        measures.put("intensity", ExposureMethod::intensity);
        measures.put(
                "duration",
                course -> Derived.of(BigDecimal.valueOf(course.exposure().durationDays())));
        return measures;
    }

    private static Derived<BigDecimal> count(List<?> items) {
        return Derived.of(BigDecimal.valueOf(items.size()));
    }

    private static Derived<BigDecimal> intensity(DosingRecords.Course course) {
        return course.hasUnits()
                ? course.exposure().intensityPercent().map(ExactRatio::toDecimal)
                : Derived.missing("the doses have no units");
    }

    @Override
    public void run(AnalysisSpec spec, SafetySpec.Exposure options, Study study, Rows rows) {
        Cohort cohort = study.cohortOf(spec);
        DosingSpec dosing = study.sap().dosing();
        Set<String> labels = new LinkedHashSet<>();
        options.regimens().forEach(id -> labels.add(dosing.regimen(id).label()));
        for (String label : labels) {
            List<DosingSpec.Planned> regimens = options.regimens().stream()
                    .map(dosing::regimen)
                    .filter(regimen -> regimen.label().equals(label))
                    .toList();
            study.groups(cohort).forEach((group, members) -> {
                Map<Subject, DosingRecords.Course> courses = new LinkedHashMap<>();
                for (Subject subject : members) {
                    for (DosingSpec.Planned regimen : regimens) {
                        study.doses()
                                .course(regimen, subject, cohort.armOf(subject))
                                .ifPresent(course -> courses.put(subject, course));
                    }
                }
                new One(spec, study, rows, label, group, courses).run(options.adherentFrom());
            });
        }
    }

    private record One(
            AnalysisSpec spec,
            Study study,
            Rows rows,
            String label,
            Group group,
            Map<Subject, DosingRecords.Course> courses) {

        void run(BigDecimal adherentFrom) {
            MEASURES.forEach(this::summarise);
            List<String> planned = new ArrayList<>();
            List<String> adherent = new ArrayList<>();
            courses.forEach((subject, course) -> {
                if (!course.exposure().plannedDays().isEmpty()) {
                    planned.add(subject.id());
                    if (course.exposure().isAdherent(adherentFrom).isYes()) {
                        adherent.add(subject.id());
                    }
                }
            });
            at("adherent", adherent, "at least " + adherentFrom.toPlainString() + " % of planned doses given")
                    .count("n", adherent.size())
                    .count("big_n", planned.size())
                    .ratio("percent", adherent.size(), planned.size());
        }

        private void summarise(String measure, Function<DosingRecords.Course, Derived<BigDecimal>> of) {
            List<String> with = new ArrayList<>();
            List<BigDecimal> values = new ArrayList<>();
            courses.forEach((subject, course) -> {
                if (of.apply(course) instanceof Derived.Known<BigDecimal> known) {
                    with.add(subject.id());
                    values.add(known.value());
                }
            });
            if (values.isEmpty() && !courses.isEmpty()) {
                return; // the doses of this group have no units, or no body surface is known
            }
            new ExactSummary(
                            values,
                            ExactSummary.definition(study.sap().conventions().quantiles()))
                    .write(at(measure, with, "planned against given doses"), study.level());
        }

        private Rows.At at(String measure, List<String> subjects, String method) {
            DosingSpec dosing = study.sap().dosing();
            List<Integer> records = new ArrayList<>();
            courses.forEach((subject, course) -> {
                if (subjects.contains(subject.id())) {
                    records.addAll(course.records());
                }
            });
            records.sort(null);
            return rows.at(
                    ResultKey.of(spec.id(), group).withParameter(label).withLevel(measure),
                    new Provenance(
                            spec.place(), dosing.dataset(), dosing.where().toString(), subjects, records, method));
        }
    }
}
