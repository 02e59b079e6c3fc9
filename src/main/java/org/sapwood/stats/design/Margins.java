package org.sapwood.stats.design;

/** How least-squares means average over the factors that are not part of the effect. */
public enum Margins {
    /** Every level counts alike (the default of SAS and emmeans). */
    EQUAL,
    /** Levels count by their observed frequencies, factor by factor (SAS {@code om}, emmeans {@code proportional}). */
    OBSERVED
}
