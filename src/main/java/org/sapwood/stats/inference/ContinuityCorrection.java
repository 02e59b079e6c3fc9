package org.sapwood.stats.inference;

import org.sapwood.stats.Alternative;

/** Whether a whole-number statistic is moved half a step towards its mean before the normal curve is asked. */
public enum ContinuityCorrection {
    NONE,
    HALF;

    /**
     * The correction subtracted from a centred statistic.
     *
     * @param centred statistic minus its mean
     * @param alternative the direction; two-sided corrects towards zero
     * @return what to subtract
     */
    public double of(double centred, Alternative alternative) {
        if (this == NONE) {
            return 0;
        }
        return switch (alternative) {
            case TWO_SIDED -> Math.signum(centred) * 0.5;
            case GREATER -> 0.5;
            case LESS -> -0.5;
        };
    }
}
