package org.sapwood.stats;

/**
 * A p-value that survives underflow: the natural logarithm is kept beside the value, so that 1e-400 is not lost.
 *
 * @param value in [0, 1]; zero only when {@code exp(log)} underflows
 * @param log the natural logarithm of the p-value, at most 0
 */
public record PValue(double value, double log) {
    public PValue {
        if (!(value >= 0 && value <= 1) || !(log <= 0)) {
            throw new IllegalArgumentException("not a p-value: value " + value + ", log " + log);
        }
    }

    /**
     * A p-value from the tail itself; rounding excess above one is cut off.
     *
     * @param p the probability, in [0, 1] up to rounding
     * @return the p-value
     */
    public static PValue of(double p) {
        double q = Math.min(1, p);
        return new PValue(q, StrictMath.log(q));
    }

    /**
     * A p-value from its natural logarithm.
     *
     * @param log at most 0, up to rounding
     * @return the p-value
     */
    public static PValue ofLog(double log) {
        double l = Math.min(0, log);
        return new PValue(StrictMath.exp(l), l);
    }
}
