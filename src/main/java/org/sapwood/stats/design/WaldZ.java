package org.sapwood.stats.design;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/**
 * An estimate with its normal test against zero and the matching interval.
 *
 * @param name what is estimated
 * @param estimate the estimate θ
 * @param standardError its standard error s, positive
 * @param z θ / s
 * @param pValue two-sided
 * @param interval θ ± z(1−α/2) s
 */
public record WaldZ(String name, double estimate, double standardError, double z, PValue pValue, Interval interval) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double LOG_SQRT_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    /**
     * Inference on one number.
     *
     * @param name what is estimated
     * @param estimate the estimate
     * @param standardError positive
     * @param level of the interval
     * @return the estimate with test and interval
     */
    public static WaldZ of(String name, double estimate, double standardError, ConfidenceLevel level) {
        if (!(standardError > 0)) {
            throw new IllegalArgumentException("expected a positive standard error, found " + standardError);
        }
        double z = estimate / standardError;
        double half = quantile(level) * standardError;
        return new WaldZ(
                name, estimate, standardError, z, twoSided(z), new Interval(estimate - half, estimate + half, level));
    }

    /**
     * The critical value of a two-sided interval.
     *
     * @param level 1−α
     * @return z(1−α/2)
     */
    public static double quantile(ConfidenceLevel level) {
        return NORMAL.inverseSurvivalProbability(level.alpha() / 2);
    }

    /**
     * The two-sided p-value of a standard normal statistic.
     *
     * @param z the statistic
     * @return 2 P(Z ≥ |z|), its logarithm also where the value underflows
     */
    public static PValue twoSided(double z) {
        double a = Math.abs(z);
        if (a < 35) {
            return PValue.of(2 * NORMAL.survivalProbability(a));
        }
        // Mills' ratio; the neglected term is below 1e-8 of the tail
        double inverse = 1 / (a * a);
        return PValue.ofLog(StrictMath.log(2)
                - a * a / 2
                - StrictMath.log(a)
                - LOG_SQRT_TWO_PI
                + StrictMath.log1p(-inverse * (1 - 3 * inverse * (1 - 5 * inverse))));
    }

    /** {@return exp(estimate), a ratio when the estimate is a log ratio} */
    public double ratio() {
        return StrictMath.exp(estimate);
    }

    /** {@return the interval of {@link #ratio}} */
    public Interval ratioInterval() {
        return new Interval(StrictMath.exp(interval.lower()), StrictMath.exp(interval.upper()), interval.level());
    }
}
