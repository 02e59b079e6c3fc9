package org.sapwood.endpoint.steroid;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

/**
 * All glucocorticoid records of one patient. Records that overlap add up (two drugs, or a morning and an evening dose).
 *
 * <p>A day without a record takes the dose of the last recorded day when the gap is short enough, otherwise it is
 * unknown. A gap between two records is measured as a whole; after the last record, from its end to the day asked for.
 */
public final class DoseDiary {
    private final List<DoseRecord> records;
    private final List<DoseRecord> counted;
    private final DiaryRule rule;

    /**
     * Keeps the records.
     *
     * @param records in any order
     * @param rule the plan's decisions
     */
    public DoseDiary(List<DoseRecord> records, DiaryRule rule) {
        this.records = List.copyOf(records);
        this.rule = rule;
        this.counted = this.records.stream()
                .filter(record -> record.route().counts())
                .filter(record -> rule.pulses() == DiaryRule.Pulses.INCLUDED || !record.isPulse())
                .toList();
    }

    /** {@return the records whose route does not count, for the listing} */
    public List<DoseRecord> notCounted() {
        return records.stream().filter(record -> !record.route().counts()).toList();
    }

    /** {@return the pulses, for the listing} */
    public List<DoseRecord> pulses() {
        return records.stream()
                .filter(record -> record.route().counts() && record.isPulse())
                .toList();
    }

    /**
     * The dose of one day.
     *
     * @param day counted without a gap
     * @return mg prednisone, or why it is unknown
     */
    public Derived<ExactRatio> dailyDose(int day) {
        @Nullable ExactRatio sum = null;
        for (DoseRecord entry : counted) {
            if (entry.covers(day)) {
                sum = sum == null ? entry.prednisonePerDay() : sum.plus(entry.prednisonePerDay());
            }
        }
        return sum == null ? carried(day) : Derived.of(sum);
    }

    private Derived<ExactRatio> carried(int day) {
        OptionalInt lastEnd = counted.stream()
                .mapToInt(DoseRecord::endDay)
                .filter(end -> end < day)
                .max();
        if (lastEnd.isEmpty()) {
            return Derived.missing("no dose recorded up to day " + day);
        }
        int gapEnd = counted.stream()
                .mapToInt(DoseRecord::startDay)
                .filter(start -> start > day)
                .map(start -> start - 1)
                .min()
                .orElse(day);
        int gap = gapEnd - lastEnd.getAsInt();
        return gap <= rule.longestGapCarried()
                ? dailyDose(lastEnd.getAsInt())
                : Derived.missing("no dose recorded from day " + (lastEnd.getAsInt() + 1) + " to day " + gapEnd
                        + ", longer than " + rule.longestGapCarried() + " days");
    }

    /**
     * The mean daily dose of the days before a visit.
     *
     * @param visitDay the visit, itself not in the window
     * @param days length of the window, usually 7, 14 or 28
     * @return mg prednisone per day, or why a day of the window is unknown
     */
    public Derived<ExactRatio> meanBefore(int visitDay, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a window has at least 1 day, found " + days);
        }
        return cumulative(visitDay - days, visitDay - 1)
                .map(sum -> sum.dividedBy(ExactRatio.of(BigDecimal.valueOf(days))));
    }

    /**
     * The sum of the daily doses.
     *
     * @param firstDay first day
     * @param lastDay last day, inclusive
     * @return mg prednisone, or why a day is unknown
     */
    public Derived<ExactRatio> cumulative(int firstDay, int lastDay) {
        if (lastDay < firstDay) {
            throw new IllegalArgumentException("expected days in order, found " + firstDay + " to " + lastDay);
        }
        ExactRatio sum = ExactRatio.ZERO;
        ExactRatio dose = ExactRatio.ZERO;
        int days = 0; // so many days with the same dose are not in the sum yet
        for (int day = firstDay; day <= lastDay; day++) {
            Derived<ExactRatio> next = dailyDose(day);
            if (!next.isKnown()) {
                return next;
            }
            if (!next.orElseThrow().equals(dose)) {
                sum = sum.plus(dose.times(ExactRatio.of(BigDecimal.valueOf(days))));
                dose = next.orElseThrow();
                days = 0;
            }
            days++;
        }
        return Derived.of(sum.plus(dose.times(ExactRatio.of(BigDecimal.valueOf(days)))));
    }

    /**
     * The first day on which the dose is higher than the day before.
     *
     * @param firstDay first day that may be an increase
     * @param lastDay last day, inclusive
     * @return the day of the first increase between known doses, empty when there is none
     */
    public OptionalInt firstIncrease(int firstDay, int lastDay) {
        for (int day = firstDay; day <= lastDay; day++) {
            Derived<ExactRatio> before = dailyDose(day - 1);
            Derived<ExactRatio> now = dailyDose(day);
            if (before.isKnown() && now.isKnown() && now.orElseThrow().compareTo(before.orElseThrow()) > 0) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }
}
