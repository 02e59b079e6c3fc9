package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;

/** The largest value of a smooth function with several peaks: the best peaks of a grid, refined. */
public final class GridMaximum {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double WITHIN_REACH = 1e-3;

    private GridMaximum() {}

    /**
     * A maximum.
     *
     * @param at where
     * @param value how large
     */
    public record Peak(double at, double value) {}

    /**
     * The largest value over [0, 1]. The grid is denser near the ends, sin²(π i/(2 n)).
     *
     * @param f the function; its peaks must be wider than the grid
     * @param intervals how many intervals the grid has
     * @return the largest of all peaks whose grid value lies within 1e-3 of the largest grid value
     */
    public static Peak overUnitInterval(DoubleUnaryOperator f, int intervals) {
        double[] points = new double[intervals + 1];
        double[] values = new double[intervals + 1];
        int best = 0;
        for (int i = 0; i <= intervals; i++) {
            double sine = StrictMath.sin(Math.PI / 2 * i / intervals);
            points[i] = sine * sine;
            values[i] = f.applyAsDouble(points[i]);
            best = values[i] > values[best] ? i : best;
        }
        Peak peak = new Peak(points[best], values[best]);
        double bound = values[best] - Math.min(WITHIN_REACH, values[best] / 2);
        for (int i = 0; i <= intervals; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(intervals, i + 1);
            if (values[i] >= bound && values[i] >= values[before] && values[i] >= values[after]) {
                Peak refined = refine(f, points[before], points[after], 1e-9);
                peak = refined.value() > peak.value() ? refined : peak;
            }
        }
        return peak;
    }

    /**
     * The maximum of a function with one peak between two points, by golden section.
     *
     * @param f the function
     * @param from one end
     * @param to the other end
     * @param tolerance how close the two ends come
     * @return the peak
     */
    public static Peak refine(DoubleUnaryOperator f, double from, double to, double tolerance) {
        double low = from;
        double high = to;
        double left = low + GOLDEN * (high - low);
        double right = high - GOLDEN * (high - low);
        double fLeft = f.applyAsDouble(left);
        double fRight = f.applyAsDouble(right);
        while (high - low > tolerance) {
            if (fLeft >= fRight) {
                high = right;
                right = left;
                fRight = fLeft;
                left = low + GOLDEN * (high - low);
                fLeft = f.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                fLeft = fRight;
                right = high - GOLDEN * (high - low);
                fRight = f.applyAsDouble(right);
            }
        }
        return fLeft >= fRight ? new Peak(left, fLeft) : new Peak(right, fRight);
    }
}
