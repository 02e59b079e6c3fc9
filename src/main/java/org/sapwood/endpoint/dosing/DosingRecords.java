package org.sapwood.endpoint.dosing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.Dataset;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.Dated;
import org.sapwood.endpoint.Derived;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.sap.DoseAmount;
import org.sapwood.sap.DosingSpec;

/** Sets the doses given to each subject against the plan's calendars. */
public final class DosingRecords {
    private final DosingSpec spec;
    private final TrialData data;
    private final Dataset dataset;
    private final Map<String, Map<String, List<Integer>>> rows = new LinkedHashMap<>();

    /**
     * One subject on one calendar.
     *
     * @param regimen the calendar
     * @param exposure planned and given
     * @param surface body surface in square metres; missing when height or weight is
     * @param records the records of the doses, by row number from 1
     */
    public record Course(
            DosingSpec.Planned regimen, Exposure exposure, Derived<BigDecimal> surface, List<Integer> records) {

        /** {@return whether doses have units} */
        public boolean hasUnits() {
            return !(regimen.amount() instanceof DoseAmount.Counted);
        }

        /** {@return units given in all; missing when doses are only counted} */
        public Derived<BigDecimal> units() {
            return hasUnits() ? Derived.of(exposure.givenUnits()) : Derived.missing("the doses have no units");
        }

        /** {@return units given per square metre, to 34 digits} */
        public Derived<BigDecimal> unitsPerSquareMetre() {
            return units().then(given -> surface.map(m2 -> given.divide(m2, java.math.MathContext.DECIMAL128)));
        }
    }

    private DosingRecords(DosingSpec spec, TrialData data) {
        this.spec = spec;
        this.data = data;
        this.dataset = data.dataset(spec.dataset());
    }

    /**
     * Finds the records of every calendar.
     *
     * @param spec the plan's calendars
     * @param data the study's data
     * @return the records
     */
    public static DosingRecords of(DosingSpec spec, TrialData data) {
        DosingRecords records = new DosingRecords(spec, data);
        Variable subject = records.dataset.require(data.subjectVariable());
        for (DosingSpec.Planned regimen : spec.regimens()) {
            Map<String, List<Integer>> of = new LinkedHashMap<>();
            records.dataset
                    .select(spec.where().and(regimen.where()))
                    .rows()
                    .forEach(row -> of.computeIfAbsent(subject.text(row), s -> new ArrayList<>())
                            .add(row));
            records.rows.put(regimen.id(), of);
        }
        return records;
    }

    /**
     * One subject on one calendar.
     *
     * @param regimen the calendar
     * @param subject who
     * @param arm the arm under which the subject counts
     * @return planned and given; empty when the calendar is another arm's, or when no dose was planned and none given
     */
    public Optional<Course> course(DosingSpec.Planned regimen, Subject subject, String arm) {
        if (!regimen.arms().contains(arm)) {
            return Optional.empty();
        }
        boolean counted = regimen.amount() instanceof DoseAmount.Counted;
        Variable day = dataset.require(spec.day());
        Variable dose = dataset.require(spec.dose());
        List<Dated<BigDecimal>> given = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (int row : rows.getOrDefault(regimen.id(), Map.of()).getOrDefault(subject.id(), List.of())) {
            if (!day.isMissing(row) && (counted || !dose.isMissing(row))) {
                given.add(new Dated<>(day.decimal(row).intValueExact(), counted ? BigDecimal.ONE : dose.decimal(row)));
                used.add(row);
            }
        }
        Derived<BigDecimal> surface = surface(subject);
        Exposure exposure = Exposure.of(
                regimen.days(),
                BodySurface.unitsPerDose(regimen.amount(), surface.isKnown() ? surface.orElseThrow() : null),
                given,
                spec.tolerance(),
                lastDay(subject));
        return exposure.plannedDays().isEmpty() && exposure.givenDoses().isEmpty()
                ? Optional.empty()
                : Optional.of(new Course(regimen, exposure, surface, TrialData.records(used)));
    }

    /** Without a last day nothing was planned: the subject was not treated. */
    private int lastDay(Subject subject) {
        if (spec.until().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Variable until = data.subjectDataset().require(spec.until());
        return until.isMissing(subject.row()) ? 0 : until.decimal(subject.row()).intValueExact();
    }

    private Derived<BigDecimal> surface(Subject subject) {
        if (!spec.surface().isStated()) {
            return Derived.missing("the plan does not say how body surface is calculated");
        }
        @Nullable BigDecimal height = number(spec.surface().height(), subject);
        @Nullable BigDecimal weight = number(spec.surface().weight(), subject);
        return height == null || weight == null || height.signum() <= 0 || weight.signum() <= 0
                ? Derived.missing("height or weight was not recorded")
                : Derived.of(BodySurface.of(spec.surface().formula(), height, weight));
    }

    private @Nullable BigDecimal number(String variable, Subject subject) {
        Variable number = data.subjectDataset().require(variable);
        return number.isMissing(subject.row()) ? null : number.decimal(subject.row());
    }
}
