package org.sapwood.stats;

/**
 * The coverage asked of an interval, strictly between 0 and 1.
 *
 * @param value for example 0.95
 */
public record ConfidenceLevel(double value) {
    /** The usual 95 %. */
    public static final ConfidenceLevel NINETY_FIVE = new ConfidenceLevel(0.95);

    public ConfidenceLevel {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("confidence level must lie strictly between 0 and 1, found " + value);
        }
    }

    /**
     * A level given as a proportion.
     *
     * @param value for example 0.95
     * @return the level
     * @throws IllegalArgumentException when outside (0, 1)
     */
    public static ConfidenceLevel of(double value) {
        return new ConfidenceLevel(value);
    }

    /** {@return one minus the level} */
    public double alpha() {
        return 1 - value;
    }
}
