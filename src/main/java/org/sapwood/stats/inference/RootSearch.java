package org.sapwood.stats.inference;

import java.util.function.DoubleUnaryOperator;

/**
 * Brent's search for a zero between two points (Brent 1973, chapter 4): inverse quadratic or linear interpolation while
 * it shrinks the bracket fast enough, halving otherwise.
 */
public final class RootSearch {
    private static final int MOST_STEPS = 5000;

    private RootSearch() {}

    /**
     * A zero of a function that changes sign, continuous or not; at a jump, the point of the jump.
     *
     * @param f the function
     * @param from one end
     * @param to the other end
     * @param tolerance the absolute width of the last bracket; 0 for the width of the floating-point grid
     * @return the zero; the end with the smaller absolute value when the sign does not change
     */
    public static double between(DoubleUnaryOperator f, double from, double to, double tolerance) {
        double fromValue = valueAt(f, from);
        double toValue = valueAt(f, to);
        if (fromValue > 0 == toValue > 0 && fromValue != 0 && toValue != 0) {
            return Math.abs(fromValue) < Math.abs(toValue) ? from : to;
        }
        return search(f, from, fromValue, to, toValue, tolerance);
    }

    /**
     * The zero of a function that changes sign once, to the floating-point grid.
     *
     * @param f the function; infinite values only steer the halving
     * @param from one end
     * @param to the other end
     * @return the zero
     * @throws ArithmeticException when both ends have the same strict sign, or the function has no value somewhere
     */
    public static double between(DoubleUnaryOperator f, double from, double to) {
        double fromValue = valueAt(f, from);
        double toValue = valueAt(f, to);
        if (fromValue > 0 == toValue > 0 && fromValue != 0 && toValue != 0) {
            throw new ArithmeticException(
                    "no change of sign between " + from + " (" + fromValue + ") and " + to + " (" + toValue + ")");
        }
        return search(f, from, fromValue, to, toValue, 0);
    }

    private static double valueAt(DoubleUnaryOperator f, double x) {
        double value = f.applyAsDouble(x);
        if (Double.isNaN(value)) {
            throw new ArithmeticException("the function has no value at " + x);
        }
        return value;
    }

    private static double search(
            DoubleUnaryOperator f, double from, double fromValue, double to, double toValue, double tolerance) {
        double previous = from;
        double previousValue = fromValue;
        double best = to;
        double bestValue = toValue;
        if (previousValue == 0) {
            return from;
        }
        if (bestValue == 0) {
            return to;
        }
        double opposite = previous;
        double oppositeValue = previousValue;
        for (int step = 0; step < MOST_STEPS; step++) {
            double lastStep = best - previous;
            if (Math.abs(oppositeValue) < Math.abs(bestValue)) {
                previous = best;
                best = opposite;
                opposite = previous;
                previousValue = bestValue;
                bestValue = oppositeValue;
                oppositeValue = previousValue;
            }
            double grid = 2 * Math.ulp(1.0) * Math.abs(best) + tolerance / 2;
            double half = (opposite - best) / 2;
            if (Math.abs(half) <= grid || bestValue == 0) {
                return best;
            }
            double move = half;
            if (Math.abs(lastStep) >= grid
                    && Math.abs(previousValue) > Math.abs(bestValue)
                    && Double.isFinite(previousValue + bestValue + oppositeValue)) {
                move = interpolated(
                        best, bestValue, previous, previousValue, opposite, oppositeValue, lastStep, grid, half);
            }
            if (Math.abs(move) < grid) {
                move = move > 0 ? grid : -grid;
            }
            previous = best;
            previousValue = bestValue;
            best += move;
            bestValue = valueAt(f, best);
            if ((bestValue > 0 && oppositeValue > 0) || (bestValue < 0 && oppositeValue < 0)) {
                opposite = previous;
                oppositeValue = previousValue;
            }
        }
        return best;
    }

    /** The interpolated move when it stays well inside the bracket and shrinks, else the halving one. */
    private static double interpolated(
            double best,
            double bestValue,
            double previous,
            double previousValue,
            double opposite,
            double oppositeValue,
            double lastStep,
            double grid,
            double half) {
        double width = opposite - best;
        double ratio = bestValue / previousValue;
        double p;
        double q;
        if (previous == opposite) {
            p = width * ratio;
            q = 1 - ratio;
        } else {
            double outer = previousValue / oppositeValue;
            double inner = bestValue / oppositeValue;
            p = ratio * (width * outer * (outer - inner) - (best - previous) * (inner - 1));
            q = (outer - 1) * (inner - 1) * (ratio - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean accepted = p < 0.75 * width * q - Math.abs(grid * q) / 2 && p < Math.abs(lastStep * q / 2);
        return accepted ? p / q : half;
    }
}
