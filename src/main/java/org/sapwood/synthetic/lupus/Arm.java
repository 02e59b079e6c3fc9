package org.sapwood.synthetic.lupus;

/** The two arms, 30 patients each; one of the IL-2 arm was never treated and has no visit after baseline. */
enum Arm {
    INTERLEUKIN("LOW-DOSE IL-2", 0, 29),
    PLACEBO("PLACEBO", 1, 30);

    private final String label;
    private final int number;
    private final int followed;

    Arm(String label, int number, int followed) {
        this.label = label;
        this.number = number;
        this.followed = followed;
    }

    String label() {
        return label;
    }

    /** The number that keys the draws of the arm. */
    int number() {
        return number;
    }

    /** How many have visits after baseline. */
    int followed() {
        return followed;
    }
}
