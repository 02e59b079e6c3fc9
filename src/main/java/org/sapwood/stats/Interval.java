package org.sapwood.stats;

/**
 * A confidence interval. An open end is infinite, never NaN.
 *
 * @param lower the lower limit, {@code -Infinity} when open
 * @param upper the upper limit, {@code +Infinity} when open
 * @param level the coverage asked for
 */
public record Interval(double lower, double upper, ConfidenceLevel level) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("interval limits out of order or not numbers: " + lower + ", " + upper);
        }
    }

    /**
     * Whether a value lies inside or on a limit.
     *
     * @param x the value
     * @return true when {@code lower <= x <= upper}
     */
    public boolean contains(double x) {
        return lower <= x && x <= upper;
    }

    /** {@return the interval of e to the power of what this is an interval of, as of a ratio from its logarithm} */
    public Interval exponentiated() {
        return new Interval(StrictMath.exp(lower), StrictMath.exp(upper), level);
    }
}
