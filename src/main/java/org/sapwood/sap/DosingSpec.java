package org.sapwood.sap;

import java.util.List;

/**
 * Which doses are planned, and where the doses given are recorded.
 *
 * @param dataset one record per dose given; empty when the plan has no such section
 * @param where which of its records
 * @param day the variable with the study day of the dose
 * @param dose the variable with the units given; 0 is a dose not given
 * @param unit the unit's name as printed, for example {@code IU}
 * @param tolerance a dose given counts for a planned day at most so many days away
 * @param until the variable of the subject dataset with the last day on which doses are planned, as after withdrawal;
 *     empty when the whole calendar is planned for everybody
 * @param surface how body surface is calculated
 * @param regimens in order
 * @param place file and line
 */
public record DosingSpec(
        String dataset,
        Condition where,
        String day,
        String dose,
        String unit,
        int tolerance,
        String until,
        Surface surface,
        List<Planned> regimens,
        String place) {
    public DosingSpec {
        regimens = List.copyOf(regimens);
    }

    /** {@return what a plan without the section has} */
    static DosingSpec none() {
        return new DosingSpec(
                "", Condition.always(), "", "", "", 0, "", new Surface(Formula.MOSTELLER, "", ""), List.of(), "");
    }

    /** {@return whether the plan states a dosing calendar} */
    public boolean isStated() {
        return !regimens.isEmpty();
    }

    /** {@return the calendar of that id} */
    public Planned regimen(String id) {
        return regimens.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    /** Formulas of body surface. */
    public enum Formula {
        /** √(height · weight / 3600). */
        MOSTELLER,
        /** 0.007184 · weight^0.425 · height^0.725. */
        DU_BOIS
    }

    /**
     * Body surface of the subjects.
     *
     * @param formula the formula
     * @param height the variable of the subject dataset with the height in cm; empty when body surface is not used
     * @param weight the variable of the subject dataset with the weight in kg; empty when body surface is not used
     */
    public record Surface(Formula formula, String height, String weight) {
        /** {@return whether body surface can be calculated} */
        public boolean isStated() {
            return !height.isEmpty();
        }
    }

    /**
     * The calendar of some arms.
     *
     * @param id used in the plan
     * @param label as printed; regimens of different arms may share it and then share a row
     * @param arms whose calendar it is
     * @param amount of one dose
     * @param days on which days
     * @param where which records of doses belong to it
     * @param place file and line
     */
    public record Planned(
            String id,
            String label,
            List<String> arms,
            DoseAmount amount,
            Regimen days,
            Condition where,
            String place) {}
}
