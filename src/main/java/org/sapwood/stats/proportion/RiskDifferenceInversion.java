package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.RootSearch;

/** The intervals for a difference that invert a score test. */
final class RiskDifferenceInversion {
    /** How far from −1 and 1 the search stays; there the restricted variance is zero. */
    private static final double EDGE = 1e-12;

    private static final int BISECTIONS = 60;

    private RiskDifferenceInversion() {}

    static Estimable<Interval> score(TwoProportions data, ConfidenceLevel level, VarianceFactor factor) {
        return Estimable.of(invert(d -> RiskDifferenceScore.at(data, d, factor).z(), data.p1() - data.p2(), level));
    }

    /**
     * All differences whose statistic lies within the critical values.
     *
     * @param z the statistic as a decreasing function of the difference
     * @param estimate where it is zero
     */
    static Interval invert(DoubleUnaryOperator z, double estimate, ConfidenceLevel level) {
        double critical = NormalTail.critical(level);
        double lower = -1;
        if (estimate > -1 + EDGE && z.applyAsDouble(-1 + EDGE) > critical) {
            lower = RootSearch.between(d -> z.applyAsDouble(d) - critical, -1 + EDGE, estimate);
        }
        double upper = 1;
        if (estimate < 1 - EDGE && z.applyAsDouble(1 - EDGE) < -critical) {
            upper = RootSearch.between(d -> z.applyAsDouble(d) + critical, estimate, 1 - EDGE);
        }
        return new Interval(lower, upper, level);
    }

    /**
     * The statistic solves z + γ(z² − 1)/6 = observed score, γ being the skewness of the difference at the restricted
     * estimates. Where this quadratic has no real root, z = score − γ(critical² − 1)/6 takes its place.
     */
    static Estimable<Interval> skewnessCorrectedScore(TwoProportions data, ConfidenceLevel level) {
        double critical = NormalTail.critical(level);
        DoubleUnaryOperator z = d -> skewnessCorrected(
                RiskDifferenceScore.at(
                        data, d, VarianceFactor.N_OVER_N_MINUS_1, RiskDifferenceInversion::toTenDecimals),
                critical);
        double lower = bisect(z, critical);
        double upper = bisect(d -> -z.applyAsDouble(-d), critical);
        return Estimable.of(new Interval(lower, -upper, level));
    }

    /**
     * Laud's program, whose limits are the published ones, rounds the restricted estimate here; without it the limits
     * differ by some 1e-11.
     */
    private static double toTenDecimals(double p) {
        return StrictMath.rint(p * 1e10) / 1e10;
    }

    /**
     * Where the statistic falls below the critical value, by halving the whole range. The rounding makes the statistic
     * jagged, and close to −1 and 1 it can turn back, where it means nothing any more; the same halving as in Laud's
     * program meets the same crossing.
     */
    private static double bisect(DoubleUnaryOperator z, double critical) {
        double low = -1;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (z.applyAsDouble(middle) > critical) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double skewnessCorrected(RiskDifferenceScore score, double critical) {
        double plain = score.z();
        double variance = score.variance();
        double sixth = score.thirdMoment() / (6 * variance * Math.sqrt(variance));
        if (sixth == 0 || Double.isNaN(sixth) || !Double.isFinite(plain)) {
            return plain;
        }
        double discriminant = 1 + 4 * sixth * (plain + sixth);
        if (discriminant < 0) {
            return plain - (critical * critical - 1) * sixth;
        }
        // written so that the two nearly equal terms are not subtracted
        return 2 * (plain + sixth) / (1 + Math.sqrt(discriminant));
    }
}
