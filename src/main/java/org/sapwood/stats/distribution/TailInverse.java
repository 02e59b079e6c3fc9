package org.sapwood.stats.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** Quantiles from a decreasing tail function. */
final class TailInverse {
    private TailInverse() {}

    /**
     * The value with a given tail.
     *
     * @param survival decreasing and continuous
     * @param p strictly between 0 and 1
     * @param floor where the search starts downwards, 0 for variables that are never negative
     * @return x with survival(x) = p
     */
    static double of(DoubleUnaryOperator survival, double p, double floor) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("expected a probability strictly between 0 and 1, found " + p);
        }
        double low = floor;
        while (low < 0 && survival.applyAsDouble(low) < p) {
            low *= 2;
        }
        double high = 2;
        while (survival.applyAsDouble(high) > p) {
            low = high;
            high *= 2;
        }
        return new BrentSolver(1e-14, 1e-14, 1e-16).findRoot(x -> survival.applyAsDouble(x) - p, low, high);
    }
}
