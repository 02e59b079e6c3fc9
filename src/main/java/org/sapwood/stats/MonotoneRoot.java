package org.sapwood.stats;

import java.util.function.DoubleUnaryOperator;

/** The place where a function changes sign, to the last digit (Brent 1973, zeroin, with tolerance zero). */
public final class MonotoneRoot {
    private static final int LIMIT = 400;

    private MonotoneRoot() {}

    /**
     * The root between two points at which the function has opposite signs, or is zero.
     *
     * @param f continuous, with one change of sign
     * @param lower one end
     * @param upper the other end
     * @return the root
     * @throws IllegalArgumentException when the signs do not differ
     */
    public static double between(DoubleUnaryOperator f, double lower, double upper) {
        double a = lower;
        double b = upper;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        if (!((fa < 0 && fb > 0) || (fa > 0 && fb < 0))) {
            throw new IllegalArgumentException(
                    "no change of sign between " + a + " (" + fa + ") and " + b + " (" + fb + ")");
        }
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i < LIMIT; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double tolerance = 2 * Math.ulp(b);
            double middle = (c - b) / 2;
            if (Math.abs(middle) <= tolerance || fb == 0) {
                return b;
            }
            if (Math.abs(before) < tolerance || Math.abs(fa) <= Math.abs(fb)) {
                step = middle;
                before = middle;
            } else {
                double s = fb / fa;
                double p;
                double q;
                if (a == c) {
                    p = 2 * middle * s;
                    q = 1 - s;
                } else {
                    double t = fa / fc;
                    double r = fb / fc;
                    p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1));
                    q = (t - 1) * (r - 1) * (s - 1);
                }
                if (p > 0) {
                    q = -q;
                } else {
                    p = -p;
                }
                if (2 * p < Math.min(3 * middle * q - Math.abs(tolerance * q), Math.abs(before * q))) {
                    before = step;
                    step = p / q;
                } else {
                    step = middle;
                    before = middle;
                }
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, middle);
            fb = f.applyAsDouble(b);
            if ((fb > 0) == (fc > 0)) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        return b;
    }
}
