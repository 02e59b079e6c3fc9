package org.sapwood.stats.sequential;

import java.util.Arrays;

/**
 * Where a group sequential trial stops: at look k, information fraction t_k, when {@code Z ≥ upper} or {@code Z < lower}.
 */
public final class StoppingBoundary {
    private final double[] information;
    private final double[] lower;
    private final double[] upper;

    /**
     * The chances of first crossing at each look.
     *
     * @see StoppingBoundary#crossing(double)
     */
    public static final class Crossing {
        private final double[] information;
        private final double[] upper;
        private final double[] lower;

        private Crossing(double[] information, double[] upper, double[] lower) {
            this.information = information;
            this.upper = upper;
            this.lower = lower;
        }

        /** {@return the probability of first crossing the upper boundary, by look} */
        public double[] upper() {
            return upper.clone();
        }

        /** {@return the probability of first crossing the lower boundary, by look} */
        public double[] lower() {
            return lower.clone();
        }

        /** {@return the probability of ever crossing the upper boundary} */
        public double upperTotal() {
            return Arrays.stream(upper).sum();
        }

        /** {@return the information expected at stopping; a trial that never crosses ends at the last look} */
        public double expectedInformation() {
            double expected = 0;
            double stopped = 0;
            for (int k = 0; k < information.length; k++) {
                expected += information[k] * (upper[k] + lower[k]);
                stopped += upper[k] + lower[k];
            }
            return expected + (1 - stopped) * information[information.length - 1];
        }
    }

    private StoppingBoundary(double[] information, double[] lower, double[] upper) {
        this.information = information;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * A boundary for an effect in one direction, without stopping for futility.
     *
     * @param information increasing, above 0
     * @param upper one Z per look, {@code +Infinity} where no stop is possible
     * @return the boundary
     */
    public static StoppingBoundary upperOnly(double[] information, double[] upper) {
        double[] none = new double[upper.length];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        return of(information, none, upper);
    }

    /**
     * A two-sided boundary, symmetric about 0.
     *
     * @param information increasing, above 0
     * @param upper one Z per look
     * @return the boundary
     */
    public static StoppingBoundary symmetric(double[] information, double[] upper) {
        return of(information, Arrays.stream(upper).map(z -> -z).toArray(), upper);
    }

    /**
     * A boundary.
     *
     * @param information increasing, above 0
     * @param lower one Z per look, {@code -Infinity} where no stop is possible
     * @param upper one Z per look, {@code +Infinity} where no stop is possible
     * @return the boundary
     * @throws IllegalArgumentException when lengths or orders are wrong
     */
    public static StoppingBoundary of(double[] information, double[] lower, double[] upper) {
        checkInformation(information);
        if (lower.length != information.length || upper.length != information.length) {
            throw new IllegalArgumentException("expected " + information.length + " bounds, found " + lower.length
                    + " lower and " + upper.length + " upper");
        }
        for (int k = 0; k < upper.length; k++) {
            if (!(lower[k] <= upper[k])) {
                throw new IllegalArgumentException(
                        "look " + (k + 1) + ": expected lower at most upper, found " + lower[k] + ", " + upper[k]);
            }
        }
        return new StoppingBoundary(information.clone(), lower.clone(), upper.clone());
    }

    static void checkInformation(double... information) {
        double before = 0;
        for (double t : information) {
            if (!(t > before && t < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "expected increasing information above 0, found " + Arrays.toString(information));
            }
            before = t;
        }
        if (information.length == 0) {
            throw new IllegalArgumentException("expected at least one look");
        }
    }

    /** {@return the number of looks} */
    public int looks() {
        return information.length;
    }

    /** {@return the information fractions} */
    public double[] information() {
        return information.clone();
    }

    /** {@return the upper Z by look} */
    public double[] upper() {
        return upper.clone();
    }

    /** {@return the lower Z by look} */
    public double[] lower() {
        return lower.clone();
    }

    /**
     * The chances of first crossing at each look.
     *
     * @param drift θ, the expected Z at information 1; 0 gives the error probabilities
     * @return the chances
     */
    public Crossing crossing(double drift) {
        int looks = information.length;
        double[] up = new double[looks];
        double[] down = new double[looks];
        ContinuationDensity density = ContinuationDensity.start(drift);
        for (int k = 0; k < looks; k++) {
            up[k] = density.above(information[k], upper[k]);
            down[k] = density.below(information[k], lower[k]);
            if (k + 1 < looks) {
                density = density.after(information[k], information[k + 1], lower[k], upper[k]);
            }
        }
        return new Crossing(information, up, down);
    }
}
