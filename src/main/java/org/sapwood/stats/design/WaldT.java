package org.sapwood.stats.design;

import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/**
 * An estimate with its t test against zero and the matching interval.
 *
 * @param name what is estimated
 * @param estimate the estimate θ
 * @param standardError its standard error s, positive
 * @param degreesOfFreedom ν, positive, not necessarily whole
 * @param t θ / s
 * @param pValue two-sided
 * @param interval θ ± t(1−α/2; ν) s
 */
public record WaldT(
        String name,
        double estimate,
        double standardError,
        double degreesOfFreedom,
        double t,
        PValue pValue,
        Interval interval) {

    /**
     * Inference on one number.
     *
     * @param name what is estimated
     * @param estimate the estimate
     * @param standardError positive
     * @param degreesOfFreedom positive
     * @param level of the interval
     * @return the estimate with test and interval
     */
    public static WaldT of(
            String name, double estimate, double standardError, double degreesOfFreedom, ConfidenceLevel level) {
        if (!(standardError > 0)) {
            throw new IllegalArgumentException("expected a positive standard error, found " + standardError);
        }
        double t = estimate / standardError;
        double half = quantile(degreesOfFreedom, level) * standardError;
        return new WaldT(
                name,
                estimate,
                standardError,
                degreesOfFreedom,
                t,
                PValue.of(2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t))),
                new Interval(estimate - half, estimate + half, level));
    }

    /**
     * The critical value of a two-sided interval.
     *
     * @param degreesOfFreedom ν
     * @param level 1−α
     * @return t(1−α/2; ν)
     */
    public static double quantile(double degreesOfFreedom, ConfidenceLevel level) {
        TDistribution t = TDistribution.of(degreesOfFreedom);
        double tail = level.alpha() / 2;
        double q = t.inverseSurvivalProbability(tail);
        // the library stops at an absolute error of 1e-9; two Newton steps reach the last digit
        for (int i = 0; i < 2; i++) {
            q += (t.survivalProbability(q) - tail) / t.density(q);
        }
        return q;
    }
}
