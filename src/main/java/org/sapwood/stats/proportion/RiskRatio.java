package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The ratio p₁/p₂ of two independent proportions, first over second. */
public final class RiskRatio {
    private RiskRatio() {}

    /**
     * The observed ratio.
     *
     * @param data the counts
     * @return the ratio, infinite when only the second group has no event; {@code ZERO_DENOMINATOR} when neither has
     *     one, {@code EMPTY_GROUP}
     */
    public static Estimable<Double> estimate(TwoProportions data) {
        if (data.hasEmptyGroup()) {
            return RiskDifference.emptyGroup();
        }
        if (data.events() == 0) {
            return Estimable.not(Reason.ZERO_DENOMINATOR, "no event in either group");
        }
        return Estimable.of(data.p1() / data.p2());
    }

    /**
     * The ratio with Katz's interval and the standard error of its logarithm, √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂).
     *
     * @param data the counts
     * @param level the coverage
     * @return the estimate; without interval when a group has no event
     */
    public static RatioEstimate katz(TwoProportions data, ConfidenceLevel level) {
        if (data.hasEmptyGroup()) {
            return RatioEstimate.withoutInterval(
                    RiskDifference.emptyGroup(), Reason.EMPTY_GROUP, "a group without observation");
        }
        if (data.x1() == 0 || data.x2() == 0) {
            return RatioEstimate.withoutInterval(estimate(data), Reason.ZERO_CELL, "a group without event");
        }
        double variance = 1.0 / data.x1() - 1.0 / data.n1() + 1.0 / data.x2() - 1.0 / data.n2();
        return RatioEstimate.logNormal(StrictMath.log(data.p1() / data.p2()), Math.sqrt(Math.max(0, variance)), level);
    }

    /**
     * A confidence interval for the ratio. Score and likelihood intervals reach to 0 or infinity when a group has no
     * event.
     *
     * @param data the counts
     * @param type which interval
     * @param level its coverage
     * @return the interval; {@code EMPTY_GROUP}, or {@code ZERO_CELL} for Katz's interval without events
     */
    public static Estimable<Interval> interval(TwoProportions data, RiskRatioInterval type, ConfidenceLevel level) {
        if (data.hasEmptyGroup()) {
            return RiskDifference.emptyGroup();
        }
        return switch (type) {
            case KATZ_LOG -> katz(data, level).interval();
            case ADJUSTED_LOG -> Estimable.of(adjustedLog(data, level));
            case KOOPMAN -> Estimable.of(score(data, VarianceFactor.NONE, level));
            case MIETTINEN_NURMINEN -> Estimable.of(score(data, VarianceFactor.N_OVER_N_MINUS_1, level));
            case LIKELIHOOD_RATIO -> Estimable.of(likelihoodRatio(data, level));
        };
    }

    private static Interval adjustedLog(TwoProportions data, ConfidenceLevel level) {
        double x1 = data.x1() + 0.5;
        double n1 = data.n1() + 0.5;
        double x2 = data.x2() + 0.5;
        double n2 = data.n2() + 0.5;
        double variance = 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2;
        return RatioEstimate.logNormal(StrictMath.log(x1 / n1 / (x2 / n2)), Math.sqrt(Math.max(0, variance)), level)
                .interval()
                .orElseThrow();
    }

    private static Interval score(TwoProportions data, VarianceFactor factor, ConfidenceLevel level) {
        return RatioInversion.score(
                ratio -> RestrictedRatio.riskScore(data, ratio, factor), data.x1() == 0, data.x2() == 0, level);
    }

    private static Interval likelihoodRatio(TwoProportions data, ConfidenceLevel level) {
        double maximum = new RestrictedRatio(data.p1(), data.p2()).logLikelihood(data);
        return RatioInversion.likelihoodRatio(
                ratio -> 2 * (maximum - RestrictedRatio.ofRisks(data, ratio).logLikelihood(data)),
                data.p1() / data.p2(),
                data.x1() == 0,
                data.x2() == 0,
                level);
    }
}
