package org.sapwood.stats.location;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.descriptive.Moments;

/** The t tests of the difference of two means, first minus second. */
public final class TwoSampleT {
    /** What is assumed of the two variances. */
    public enum Variances {
        /** Student: one pooled variance, {@code n1 + n2 − 2} degrees of freedom. */
        EQUAL,
        /** Welch: each its own, degrees of freedom by Satterthwaite. */
        UNEQUAL
    }

    private TwoSampleT() {}

    /**
     * Inference on a difference.
     *
     * @param x the first sample, finite values
     * @param y the second sample
     * @param variances what is assumed
     * @return the inference; none when a sample is too small or nothing varies
     */
    public static Estimable<StudentT> of(double[] x, double[] y, Variances variances) {
        if (x.length == 0 || y.length == 0) {
            return Estimable.not(
                    Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group");
        }
        return of(Moments.of(x), Moments.of(y), variances);
    }

    /**
     * Inference on a difference from moments.
     *
     * @param x of the first sample
     * @param y of the second sample
     * @param variances what is assumed
     * @return the inference; none when a sample is too small or nothing varies
     */
    public static Estimable<StudentT> of(Moments x, Moments y, Variances variances) {
        boolean tooFew = variances == Variances.EQUAL ? x.n() + y.n() < 3 : x.n() < 2 || y.n() < 2;
        if (tooFew) {
            return Estimable.not(
                    Reason.TOO_FEW_OBSERVATIONS,
                    "groups of " + x.n() + " and " + y.n() + " observations leave no variance to estimate");
        }
        if (x.isConstant() && y.isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations within each group are equal");
        }
        double difference = x.mean() - y.mean();
        if (variances == Variances.EQUAL) {
            double df = x.n() + y.n() - 2.0;
            double pooled = (x.sumOfSquares() + y.sumOfSquares()) / df;
            return Estimable.of(new StudentT(difference, Math.sqrt(pooled * (1.0 / x.n() + 1.0 / y.n())), df));
        }
        double a = x.sumOfSquares() / (x.n() - 1) / x.n();
        double b = y.sumOfSquares() / (y.n() - 1) / y.n();
        double df = (a + b) * (a + b) / (a * a / (x.n() - 1) + b * b / (y.n() - 1));
        return Estimable.of(new StudentT(difference, Math.sqrt(a + b), df));
    }
}
