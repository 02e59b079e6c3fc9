package org.sapwood.synthetic.dermatomyositis;

/**
 * The two arms, with the mean improvement (as a fraction of what is wrong at baseline) after twelve weeks.
 *
 * <p>The fractions were chosen so that about 62 % and 44 % of many invented patients reach a total improvement score of
 * at least 20 at week 12, counting the missing and the rescued as not improved.
 */
enum Arm {
    INTERLEUKIN("LOW-DOSE IL-2", 1, 0.275),
    PLACEBO("PLACEBO", 2, 0.105);

    private final String label;
    private final int number;
    private final double improvement;

    Arm(String label, int number, double improvement) {
        this.label = label;
        this.number = number;
        this.improvement = improvement;
    }

    String label() {
        return label;
    }

    int number() {
        return number;
    }

    double improvement() {
        return improvement;
    }

    Arm other() {
        return this == INTERLEUKIN ? PLACEBO : INTERLEUKIN;
    }
}
