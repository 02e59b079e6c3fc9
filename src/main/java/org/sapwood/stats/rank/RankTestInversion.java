package org.sapwood.stats.rank;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.RootSearch;
import org.sapwood.stats.inference.TailProbability;

/**
 * Centre or shift by inverting the normal approximation of a rank test, as R's {@code wilcox.test(exact = FALSE,
 * conf.int = TRUE)} does: the limits are where the standardised statistic of the shifted data crosses ±z, its variance
 * computed anew at each shift from the ties there; the estimate is where it crosses zero, without correction.
 *
 * @param estimate where the uncorrected statistic crosses zero
 * @param interval the limits
 */
public record RankTestInversion(double estimate, Interval interval) {
    private static final double TOLERANCE = 1e-12;

    /**
     * The centre of one sample by inverting the signed rank test. As in R, values equal to zero are left out first. A
     * sample too small for the level is given the next level it can reach by doubling α, and the interval is labelled
     * with that level.
     *
     * @param values finite values; not modified
     * @param level the coverage
     * @param correction of the statistic for the limits
     * @return estimate and interval; none below two distinct values
     */
    public static Estimable<RankTestInversion> ofCentre(
            double[] values, ConfidenceLevel level, ContinuityCorrection correction) {
        double[] d = Arrays.stream(values).filter(value -> value != 0).toArray();
        double low = Arrays.stream(d).min().orElse(0);
        double high = Arrays.stream(d).max().orElse(0);
        if (!(low < high)) {
            return Estimable.not(
                    d.length == 0 ? Reason.EMPTY_GROUP : Reason.ZERO_VARIANCE, "the observations do not vary");
        }
        double alpha = level.alpha();
        while (alpha < 1
                && (signedRank(d, low, correction) < TailProbability.normalQuantile(alpha)
                        || signedRank(d, high, correction) > -TailProbability.normalQuantile(alpha))) {
            alpha *= 2;
        }
        double estimate = RootSearch.between(c -> signedRank(d, c, ContinuityCorrection.NONE), low, high, TOLERANCE);
        if (alpha >= 1) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "the sample is too small for any interval of this kind");
        }
        double z = TailProbability.normalQuantile(alpha);
        DoubleUnaryOperator statistic = c -> signedRank(d, c, correction);
        double lower = RootSearch.between(c -> statistic.applyAsDouble(c) - z, low, high, TOLERANCE);
        double upper = RootSearch.between(c -> statistic.applyAsDouble(c) + z, low, high, TOLERANCE);
        ConfidenceLevel reached = alpha == level.alpha() ? level : ConfidenceLevel.of(1 - alpha);
        return Estimable.of(new RankTestInversion(estimate, ordered(lower, upper, reached)));
    }

    /**
     * The shift of the first sample against the second by inverting the rank sum test.
     *
     * @param x the first sample, finite values; not modified
     * @param y the second sample
     * @param level the coverage
     * @param correction of the statistic for the limits
     * @return estimate and interval; none when a sample is empty or nothing varies
     */
    public static Estimable<RankTestInversion> ofShift(
            double[] x, double[] y, ConfidenceLevel level, ContinuityCorrection correction) {
        if (x.length == 0 || y.length == 0) {
            return Estimable.not(
                    Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group");
        }
        double low = Arrays.stream(x).min().orElse(0) - Arrays.stream(y).max().orElse(0);
        double high = Arrays.stream(x).max().orElse(0) - Arrays.stream(y).min().orElse(0);
        if (!(low < high)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the observations do not vary");
        }
        double z = TailProbability.normalQuantile(level.alpha());
        double estimate = crossing(c -> rankSum(x, y, c, ContinuityCorrection.NONE), low, high);
        double lower = crossing(c -> rankSum(x, y, c, correction) - z, low, high);
        double upper = crossing(c -> rankSum(x, y, c, correction) + z, low, high);
        return Estimable.of(new RankTestInversion(estimate, ordered(lower, upper, level)));
    }

    private static double crossing(DoubleUnaryOperator falling, double low, double high) {
        if (falling.applyAsDouble(low) <= 0) {
            return low;
        }
        return falling.applyAsDouble(high) >= 0 ? high : RootSearch.between(falling, low, high, TOLERANCE);
    }

    private static Interval ordered(double lower, double upper, ConfidenceLevel level) {
        return new Interval(Math.min(lower, upper), Math.max(lower, upper), level);
    }

    private static double signedRank(double[] d, double centre, ContinuityCorrection correction) {
        Estimable<SignedRank> shifted =
                SignedRank.of(Arrays.stream(d).map(value -> value - centre).toArray(), SignedRank.Zeros.DROP);
        return shifted.isEstimable()
                ? shifted.orElseThrow()
                        .normal(Alternative.TWO_SIDED, correction)
                        .z()
                : 0;
    }

    private static double rankSum(double[] x, double[] y, double shift, ContinuityCorrection correction) {
        double[] shifted = Arrays.stream(x).map(value -> value - shift).toArray();
        return MannWhitney.of(shifted, y)
                .orElseThrow()
                .normal(Alternative.TWO_SIDED, correction)
                .map(test -> test.z())
                .orElseThrow();
    }
}
