package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** One binomial proportion: x events among n. */
public final class Proportion {
    private Proportion() {}

    /**
     * The observed proportion x / n.
     *
     * @param x events
     * @param n size
     * @return the proportion; {@code EMPTY_GROUP} when n is 0
     * @throws IllegalArgumentException unless 0 ≤ x ≤ n
     */
    public static Estimable<Double> estimate(int x, int n) {
        TwoProportions.requireCount(x, n, "only");
        return n == 0 ? Estimable.not(Reason.EMPTY_GROUP, "no observation") : Estimable.of((double) x / n);
    }

    /**
     * A confidence interval for the proportion. With no observation at all the intervals that invert a test accept
     * every proportion and are [0, 1]; the others do not exist.
     *
     * @param x events
     * @param n size
     * @param type which interval
     * @param level its coverage
     * @return the interval, or {@code EMPTY_GROUP} or {@code ZERO_CELL}
     * @throws IllegalArgumentException unless 0 ≤ x ≤ n
     */
    public static Estimable<Interval> interval(int x, int n, ProportionInterval type, ConfidenceLevel level) {
        TwoProportions.requireCount(x, n, "only");
        return switch (type) {
            case WALD -> ProportionClosedForm.wald(x, n, level);
            case WALD_CONTINUITY_CORRECTED -> ProportionClosedForm.waldContinuityCorrected(x, n, level);
            case WILSON -> ProportionClosedForm.wilson(x, n, level);
            case WILSON_CONTINUITY_CORRECTED -> ProportionClosedForm.wilsonContinuityCorrected(x, n, level);
            case CLOPPER_PEARSON -> ProportionExact.clopperPearson(x, n, level);
            case AGRESTI_COULL -> ProportionClosedForm.agrestiCoull(x, n, level);
            case JEFFREYS -> ProportionExact.jeffreys(x, n, level);
            case MID_P -> ProportionExact.midP(x, n, level);
            case BLAKER -> ProportionExact.blaker(x, n, level);
            case ARCSINE -> ProportionClosedForm.arcsine(x, n, level);
            case LIKELIHOOD_RATIO -> ProportionExact.likelihoodRatio(x, n, level);
            case LOGIT -> ProportionClosedForm.logit(x, n, level);
        };
    }
}
