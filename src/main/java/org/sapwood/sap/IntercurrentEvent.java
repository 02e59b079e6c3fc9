package org.sapwood.sap;

/**
 * A kind of event after randomisation that changes what an outcome means.
 *
 * @param id used by estimands
 * @param label printed
 * @param dataset where such events are recorded
 * @param where which records
 * @param day the variable with the study day of the event
 * @param place file and line
 */
public record IntercurrentEvent(String id, String label, String dataset, Condition where, String day, String place) {

    /** How an estimand treats an event (ICH E9(R1)). */
    public enum Strategy {
        /** The value counts whatever happened. */
        TREATMENT_POLICY,
        /** The event is part of the outcome: non-response. */
        COMPOSITE,
        /** The value that would have been seen without the event; what follows it is set aside. */
        HYPOTHETICAL
    }
}
