package org.sapwood.sap;

import org.jspecify.annotations.Nullable;

/**
 * One planned visit.
 *
 * @param id as recorded in the visit variable
 * @param label as printed
 * @param week position on a time axis, in weeks from baseline
 * @param baseline whether it is the baseline visit
 * @param windowFrom first study day of its window, or null
 * @param windowTo last study day of its window, or null
 */
public record VisitSpec(
        String id,
        String label,
        double week,
        boolean baseline,
        @Nullable Integer windowFrom,
        @Nullable Integer windowTo) {

    /** {@return the planned study day: week 12 is day 85, since day 1 is the first day} */
    public int plannedDay() {
        return (int) Math.round(week * 7) + 1;
    }
}
