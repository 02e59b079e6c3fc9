package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;

/**
 * A root between two points of opposite sign, to the last digits of a double (Brent's method). Infinite function values
 * are allowed: they only steer the bisection.
 */
public final class BracketedRoot {
    private static final int MAX_STEPS = 2000;

    private BracketedRoot() {}

    /**
     * Finds the root.
     *
     * @param f a function that changes its sign once between the points; must not return NaN
     * @param from one end
     * @param to the other end
     * @return where f changes its sign
     * @throws ArithmeticException when both ends have the same strict sign, or f gives NaN
     */
    public static double between(DoubleUnaryOperator f, double from, double to) {
        double a = from;
        double b = to;
        double fa = valueAt(f, a);
        double fb = valueAt(f, b);
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        if (fa > 0 == fb > 0) {
            throw new ArithmeticException(
                    "no change of sign between " + a + " (" + fa + ") and " + b + " (" + fb + ")");
        }
        double c = a;
        double fc = fa;
        double step = b - a;
        double previousStep = step;
        for (int i = 0; i < MAX_STEPS; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                fa = fb;
                b = c;
                fb = fc;
                c = a;
                fc = fa;
            }
            double half = (c - b) / 2;
            double smallest = Math.max(Math.ulp(b), Double.MIN_VALUE);
            if (fb == 0 || Math.abs(half) <= smallest) {
                return b;
            }
            boolean bisect = true;
            if (Math.abs(previousStep) >= smallest && Math.abs(fa) > Math.abs(fb) && Double.isFinite(fa + fb + fc)) {
                double p;
                double q;
                double s = fb / fa;
                if (a == c) {
                    p = 2 * half * s;
                    q = 1 - s;
                } else {
                    double r = fb / fc;
                    q = fa / fc;
                    p = s * (2 * half * q * (q - r) - (b - a) * (r - 1));
                    q = (q - 1) * (r - 1) * (s - 1);
                }
                if (p > 0) {
                    q = -q;
                } else {
                    p = -p;
                }
                if (2 * p < Math.min(3 * half * q - Math.abs(smallest * q), Math.abs(previousStep * q))) {
                    previousStep = step;
                    step = p / q;
                    bisect = false;
                }
            }
            if (bisect) {
                step = half;
                previousStep = half;
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > smallest ? step : Math.copySign(smallest, half);
            fb = valueAt(f, b);
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
                step = b - a;
                previousStep = step;
            }
        }
        return b;
    }

    private static double valueAt(DoubleUnaryOperator f, double x) {
        double value = f.applyAsDouble(x);
        if (Double.isNaN(value)) {
            throw new ArithmeticException("the function has no value at " + x);
        }
        return value;
    }
}
