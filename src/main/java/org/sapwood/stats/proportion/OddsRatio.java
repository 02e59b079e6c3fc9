package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The odds ratio p₁(1 − p₂)/(p₂(1 − p₁)) of two independent proportions, first over second. */
public final class OddsRatio {
    private OddsRatio() {}

    /**
     * The observed odds ratio.
     *
     * @param data the counts
     * @return the odds ratio, 0 or infinite when one cell is empty; {@code ZERO_DENOMINATOR} when 0/0, {@code
     *     EMPTY_GROUP}
     */
    public static Estimable<Double> estimate(TwoProportions data) {
        if (data.hasEmptyGroup()) {
            return RiskDifference.emptyGroup();
        }
        double numerator = (double) data.x1() * (data.n2() - data.x2());
        double denominator = (double) data.x2() * (data.n1() - data.x1());
        if (numerator == 0 && denominator == 0) {
            return Estimable.not(Reason.ZERO_DENOMINATOR, "none or all have the event in both groups");
        }
        return Estimable.of(numerator / denominator);
    }

    /**
     * The odds ratio with Woolf's interval and the standard error of its logarithm, √(Σ 1/cell).
     *
     * @param data the counts
     * @param level the coverage
     * @return the estimate; without interval when a cell is empty
     */
    public static RatioEstimate woolf(TwoProportions data, ConfidenceLevel level) {
        if (data.hasEmptyGroup()) {
            return RatioEstimate.withoutInterval(
                    RiskDifference.emptyGroup(), Reason.EMPTY_GROUP, "a group without observation");
        }
        if (data.x1() == 0 || data.x2() == 0 || data.x1() == data.n1() || data.x2() == data.n2()) {
            return RatioEstimate.withoutInterval(estimate(data), Reason.ZERO_CELL, "an empty cell");
        }
        return logit(data, 0, level);
    }

    private static RatioEstimate logit(TwoProportions data, double added, ConfidenceLevel level) {
        double a = data.x1() + added;
        double b = data.n1() - data.x1() + added;
        double c = data.x2() + added;
        double d = data.n2() - data.x2() + added;
        return RatioEstimate.logNormal(
                StrictMath.log(a * d / (b * c)), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), level);
    }

    /**
     * A confidence interval for the odds ratio. Score and likelihood intervals reach to 0 or infinity when a cell is
     * empty.
     *
     * @param data the counts
     * @param type which interval
     * @param level its coverage
     * @return the interval; {@code EMPTY_GROUP}, or {@code ZERO_CELL} for Woolf's interval
     */
    public static Estimable<Interval> interval(TwoProportions data, OddsRatioInterval type, ConfidenceLevel level) {
        if (data.hasEmptyGroup()) {
            return RiskDifference.emptyGroup();
        }
        return switch (type) {
            case WOOLF -> woolf(data, level).interval();
            case GART_ADJUSTED -> logit(data, 0.5, level).interval();
            case SCORE -> Estimable.of(score(data, VarianceFactor.NONE, level));
            case MIETTINEN_NURMINEN -> Estimable.of(score(data, VarianceFactor.N_OVER_N_MINUS_1, level));
            case LIKELIHOOD_RATIO -> Estimable.of(likelihoodRatio(data, level));
        };
    }

    private static boolean openBelow(TwoProportions data) {
        return data.x1() == 0 || data.x2() == data.n2();
    }

    private static boolean openAbove(TwoProportions data) {
        return data.x2() == 0 || data.x1() == data.n1();
    }

    private static Interval score(TwoProportions data, VarianceFactor factor, ConfidenceLevel level) {
        return RatioInversion.score(
                ratio -> RestrictedRatio.oddsScore(data, ratio, factor), openBelow(data), openAbove(data), level);
    }

    private static Interval likelihoodRatio(TwoProportions data, ConfidenceLevel level) {
        double maximum = new RestrictedRatio(data.p1(), data.p2()).logLikelihood(data);
        double estimate = (double) data.x1() * (data.n2() - data.x2()) / ((double) data.x2() * (data.n1() - data.x1()));
        return RatioInversion.likelihoodRatio(
                ratio -> 2 * (maximum - RestrictedRatio.ofOdds(data, ratio).logLikelihood(data)),
                estimate,
                openBelow(data),
                openAbove(data),
                level);
    }
}
