package org.sapwood.synthetic.dermatomyositis;

import java.time.LocalDate;
import java.util.List;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.StudyDays;

/**
 * A randomised patient's way through the trial. Days count from the first dose (or, without one, from randomisation) as
 * day 1; there is no day 0.
 *
 * @param patient the patient
 * @param planned the arm drawn
 * @param actual the arm whose medication was given first
 * @param treated whether any dose was given
 * @param randomised the date of randomisation
 * @param days the dates of study days
 * @param visits the visits that took place, baseline first
 * @param events the intercurrent events in order of their days
 * @param diary the glucocorticoid doses in order of their first days
 * @param lastDoseDay the day of the last dose
 * @param doubleBlindEnd why treatment ended before week 12, or empty when it was completed
 * @param openEnd why treatment ended before week 24, or empty when it was completed
 * @param lastDay the last day in the study
 * @param studyEnd why the study was left before week 24, or empty when it was completed
 * @param deviation why the patient is no per-protocol patient, or empty
 */
record Participant(
        Patient patient,
        Arm planned,
        Arm actual,
        boolean treated,
        LocalDate randomised,
        StudyDays days,
        List<Visit> visits,
        List<Intervention> events,
        List<Dose> diary,
        int lastDoseDay,
        String doubleBlindEnd,
        String openEnd,
        int lastDay,
        String studyEnd,
        String deviation) {

    /**
     * A visit that took place.
     *
     * @param week the planned week
     * @param day the actual day
     * @param improvement the underlying improvement, as a fraction of what was wrong at baseline
     * @param dose the mean prednisone-equivalent dose of the seven days before, mg per day
     */
    record Visit(int week, int day, double improvement, double dose) {
        String name() {
            return week == 0 ? "BASELINE" : "WEEK " + week;
        }
    }

    /**
     * A glucocorticoid dose, taken until the next one begins.
     *
     * @param from its first day; days count without a gap, so that the day before day 1 is day 0
     * @param milligrams prednisone per day
     */
    record Dose(int from, double milligrams) {}

    /** The date of a study day. */
    LocalDate dateOf(int day) {
        return days.date(day);
    }

    boolean attended(int week) {
        return visits.stream().anyMatch(visit -> visit.week() == week);
    }

    boolean has(Intervention.Kind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }
}
