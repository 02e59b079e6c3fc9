package org.sapwood.sap;

/**
 * A kind of event after randomisation that changes what an outcome means: recorded in a dataset with its study day, or
 * derived from a binary endpoint, then of the planned day of the first visit after baseline at which it is met.
 *
 * @param id used by estimands
 * @param label printed
 * @param dataset where such events are recorded; empty when derived
 * @param where which records
 * @param day the variable with the study day of the event; empty when derived
 * @param reason the variable with the reason of the event, or what it was; empty when there is none
 * @param endpoint the binary endpoint it is derived from; empty when recorded
 * @param place file and line
 */
public record IntercurrentEvent(
        String id,
        String label,
        String dataset,
        Condition where,
        String day,
        String reason,
        String endpoint,
        String place) {

    /** {@return whether it is derived from an endpoint} */
    public boolean isDerived() {
        return !endpoint.isEmpty();
    }
}
