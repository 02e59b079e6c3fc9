package org.sapwood.synthetic.chart;

import java.util.List;

/**
 * A person's way through a trial.
 *
 * @param days the calendar
 * @param visits the visits that took place, baseline first
 * @param interventions the intercurrent events in order of their days
 * @param lastTreatedDay the last day of study treatment
 * @param treatmentEnd why study treatment ended early, or empty
 * @param lastDay the last day in the study
 * @param studyEnd why the study was left early, or empty
 */
public record Journey(
        StudyDays days,
        List<Visit> visits,
        List<Intervention> interventions,
        int lastTreatedDay,
        String treatmentEnd,
        int lastDay,
        String studyEnd) {

    /** {@return whether the visit of that week took place} */
    public boolean attended(int week) {
        return visits.stream().anyMatch(visit -> visit.week() == week);
    }

    /** {@return whether an intercurrent event of that kind happened up to a day} */
    public boolean has(Intervention.Kind kind, int lastDay) {
        return interventions.stream().anyMatch(event -> event.kind() == kind && event.day() <= lastDay);
    }
}
