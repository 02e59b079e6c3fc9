package org.sapwood.stats.sequential;

/** Whether a trial may stop for an effect in one direction or in both, symmetrically. */
public enum Sides {
    ONE,
    TWO;

    /**
     * The share of an error that one side has.
     *
     * @param alpha the whole error
     * @return {@code alpha} or half of it
     */
    public double perSide(double alpha) {
        return this == ONE ? alpha : alpha / 2;
    }
}
