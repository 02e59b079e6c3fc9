package org.sapwood.endpoint;

import org.sapwood.sap.IntercurrentEventStrategy;

/**
 * An intercurrent event of one patient, with the strategy the estimand names for it.
 *
 * @param day when it happened, counted as the values are
 * @param name for example {@code "rescue medication"}
 * @param strategy what the estimand makes of it
 */
public record IntercurrentEvent(int day, String name, IntercurrentEventStrategy strategy) {

    /** Whether an event on the day of an assessment affects it. */
    public enum SameDay {
        /** The assessment came first and is not affected. */
        AFTER_ASSESSMENT,
        /** The event came first. */
        BEFORE_ASSESSMENT
    }

    /**
     * Whether the event affects an assessment.
     *
     * @param assessmentDay day of the assessment
     * @param sameDay which came first on one day
     * @return whether it happened before
     */
    public boolean affects(int assessmentDay, SameDay sameDay) {
        return day < assessmentDay || (day == assessmentDay && sameDay == SameDay.BEFORE_ASSESSMENT);
    }

    /** {@return the event in words, for example {@code "rescue medication on day 40"}} */
    public String inWords() {
        return name + " on day " + day;
    }
}
