package org.sapwood.sap;

import java.util.List;

/**
 * The arms, in the order of every table.
 *
 * @param planned the variable with the planned treatment in the subject dataset
 * @param actual the variable with the actual treatment; the same as {@code planned} when there is none
 * @param arms at least one
 * @param contrastUntil the last visit at which the arms differ in treatment; empty when they always do
 */
public record Treatments(String planned, String actual, List<Arm> arms, String contrastUntil) {

    /**
     * One arm.
     *
     * @param id used in result keys
     * @param label printed as the column head
     * @param value the value of the treatment variables
     * @param reference whether comparisons are made against this arm
     * @param dose planned dose for dose-response models; NaN-free: 0 when not given
     */
    public record Arm(String id, String label, String value, boolean reference, double dose) {}

    /** {@return the reference arm; the only arm of a single-arm study is no reference, then the first is returned} */
    public Arm reference() {
        return arms.stream().filter(Arm::reference).findFirst().orElse(arms.get(0));
    }

    /** {@return the arms compared against the reference, in order} */
    public List<Arm> compared() {
        return arms.size() == 1
                ? List.of()
                : arms.stream().filter(arm -> !arm.equals(reference())).toList();
    }
}
