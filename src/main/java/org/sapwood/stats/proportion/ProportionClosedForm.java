package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The intervals for one proportion that are written down directly. */
final class ProportionClosedForm {
    private ProportionClosedForm() {}

    static Estimable<Interval> wald(int x, int n, ConfidenceLevel level) {
        return wald(x, n, level, 0);
    }

    static Estimable<Interval> waldContinuityCorrected(int x, int n, ConfidenceLevel level) {
        return wald(x, n, level, 0.5);
    }

    private static Estimable<Interval> wald(int x, int n, ConfidenceLevel level, double correction) {
        if (n == 0) {
            return noObservation();
        }
        double p = (double) x / n;
        double half = NormalTail.critical(level) * Math.sqrt(p * (1 - p) / n) + correction / n;
        return Estimable.of(new Interval(p - half, p + half, level));
    }

    static Estimable<Interval> wilson(int x, int n, ConfidenceLevel level) {
        return Estimable.of(wilson(x, n, NormalTail.critical(level), level));
    }

    /** Wilson's interval with a critical value of one's own choice, as hybrid intervals need it. */
    static Interval wilson(int x, int n, double z, ConfidenceLevel level) {
        if (n == 0) {
            return new Interval(0, 1, level);
        }
        double p = (double) x / n;
        double z2 = z * z;
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        // at the ends the exact limits are 0 and 1; the difference of equal terms would leave rounding
        return new Interval(x == 0 ? 0 : Math.max(0, middle - half), x == n ? 1 : Math.min(1, middle + half), level);
    }

    static Estimable<Interval> wilsonContinuityCorrected(int x, int n, ConfidenceLevel level) {
        double z = NormalTail.critical(level);
        double z2 = z * z;
        double p = n == 0 ? 0 : (double) x / n;
        double lower = x == 0
                ? 0
                : Math.max(
                        0,
                        (2 * n * p + z2 - 1 - z * Math.sqrt(z2 - 2 - 1.0 / n + 4 * p * (n * (1 - p) + 1)))
                                / (2 * (n + z2)));
        double upper = x == n
                ? 1
                : Math.min(
                        1,
                        (2 * n * p + z2 + 1 + z * Math.sqrt(z2 + 2 - 1.0 / n + 4 * p * (n * (1 - p) - 1)))
                                / (2 * (n + z2)));
        return Estimable.of(new Interval(lower, upper, level));
    }

    static Estimable<Interval> agrestiCoull(int x, int n, ConfidenceLevel level) {
        double z = NormalTail.critical(level);
        double size = n + z * z;
        double p = (x + z * z / 2) / size;
        double half = z * Math.sqrt(p * (1 - p) / size);
        return Estimable.of(new Interval(p - half, p + half, level));
    }

    static Estimable<Interval> arcsine(int x, int n, ConfidenceLevel level) {
        if (n == 0) {
            return noObservation();
        }
        double angle = StrictMath.asin(Math.sqrt((x + 0.375) / (n + 0.75)));
        double half = 0.5 * NormalTail.critical(level) / Math.sqrt(n);
        // near 0 and 1 the angle may leave [0, π/2]; the usual programs square the sine all the same
        double lower = square(StrictMath.sin(angle - half));
        double upper = square(StrictMath.sin(angle + half));
        return lower <= upper
                ? Estimable.of(new Interval(lower, upper, level))
                : Estimable.not(Reason.OUTSIDE_DOMAIN, "the angle leaves the range of the arcsine on both sides");
    }

    static Estimable<Interval> logit(int x, int n, ConfidenceLevel level) {
        if (n == 0) {
            return noObservation();
        }
        if (x == 0 || x == n) {
            return Estimable.not(Reason.ZERO_CELL, "the logit is infinite when none or all have the event");
        }
        double logit = StrictMath.log((double) x / (n - x));
        double half = NormalTail.critical(level) * Math.sqrt((double) n / x / (n - x));
        return Estimable.of(new Interval(expit(logit - half), expit(logit + half), level));
    }

    static double expit(double t) {
        return t >= 0 ? 1 / (1 + StrictMath.exp(-t)) : StrictMath.exp(t) / (1 + StrictMath.exp(t));
    }

    private static double square(double s) {
        return s * s;
    }

    private static Estimable<Interval> noObservation() {
        return Estimable.not(Reason.EMPTY_GROUP, "no observation");
    }
}
