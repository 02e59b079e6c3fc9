package org.sapwood.stats.sequential;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** Root searches shared by the designs; all functions searched are monotone. */
final class BoundarySearch {
    private BoundarySearch() {}

    /** The Z at information t that trials still going on exceed with probability p; infinite when p is 0. */
    static double upper(ContinuationDensity density, double t, double p) {
        return p <= 0 ? Double.POSITIVE_INFINITY : root(z -> p - density.above(t, z), -2, 4);
    }

    /** The Z at information t below which trials still going on fall with probability p; minus infinite when p is 0. */
    static double lower(ContinuationDensity density, double t, double p) {
        return p <= 0 ? Double.NEGATIVE_INFINITY : root(z -> density.below(t, z) - p, -4, 4);
    }

    /**
     * The root of an increasing function.
     *
     * @param f increasing
     * @param low where to start; moved down as needed
     * @param high where to start; moved up as needed
     */
    static double root(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        double width = high - low;
        for (int i = 0; f.applyAsDouble(a) > 0; i++) {
            if (i == 60) {
                throw new IllegalStateException("no root found below " + low);
            }
            a -= width;
        }
        for (int i = 0; f.applyAsDouble(b) < 0; i++) {
            if (i == 60) {
                throw new IllegalStateException("no root found above " + high);
            }
            b += width;
        }
        return new BrentSolver(1e-15, 1e-14, 0).findRoot(f, a, b);
    }
}
