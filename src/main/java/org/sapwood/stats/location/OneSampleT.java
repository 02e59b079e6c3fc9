package org.sapwood.stats.location;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.descriptive.Moments;

/** The t test of one mean, and of the mean of paired differences: {@code s/√n} with n − 1 degrees of freedom. */
public final class OneSampleT {
    private OneSampleT() {}

    /**
     * Inference on a mean.
     *
     * @param x finite values; not modified
     * @return the inference; none below two observations or when all are equal
     */
    public static Estimable<StudentT> of(double... x) {
        return Moments.observed(x).flatMap(OneSampleT::of);
    }

    /**
     * Inference on a mean from its moments.
     *
     * @param moments of the sample
     * @return the inference; none below two observations or when all are equal
     */
    public static Estimable<StudentT> of(Moments moments) {
        if (moments.n() > 1 && moments.isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations are equal");
        }
        return moments.standardError().map(error -> new StudentT(moments.mean(), error, moments.n() - 1));
    }
}
