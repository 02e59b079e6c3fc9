package org.sapwood.stats.proportion;

import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The difference p₁ − p₂ of two independent proportions, first minus second. */
public final class RiskDifference {
    private RiskDifference() {}

    /**
     * The observed difference.
     *
     * @param data the counts
     * @return x₁/n₁ − x₂/n₂; {@code EMPTY_GROUP} when a group has no member
     */
    public static Estimable<Double> estimate(TwoProportions data) {
        return data.hasEmptyGroup() ? emptyGroup() : Estimable.of(data.p1() - data.p2());
    }

    /**
     * A confidence interval for the difference.
     *
     * @param data the counts
     * @param type which interval
     * @param level its coverage
     * @return the interval; {@code EMPTY_GROUP} when a group has no member, {@code TOO_FEW_OBSERVATIONS} where a
     *     method needs more
     */
    public static Estimable<Interval> interval(
            TwoProportions data, RiskDifferenceInterval type, ConfidenceLevel level) {
        if (data.hasEmptyGroup()) {
            return emptyGroup();
        }
        return switch (type) {
            case WALD -> RiskDifferenceClosedForm.wald(data, level);
            case WALD_CONTINUITY_CORRECTED -> RiskDifferenceClosedForm.waldContinuityCorrected(data, level);
            case NEWCOMBE -> RiskDifferenceClosedForm.newcombe(data, level);
            case NEWCOMBE_CONTINUITY_CORRECTED -> RiskDifferenceClosedForm.newcombeContinuityCorrected(data, level);
            case MIETTINEN_NURMINEN -> RiskDifferenceInversion.score(data, level, VarianceFactor.N_OVER_N_MINUS_1);
            case MEE -> RiskDifferenceInversion.score(data, level, VarianceFactor.NONE);
            case AGRESTI_CAFFO -> RiskDifferenceClosedForm.agrestiCaffo(data, level);
            case HAUCK_ANDERSON -> RiskDifferenceClosedForm.hauckAnderson(data, level);
            case JEFFREYS_PERKS -> RiskDifferenceClosedForm.jeffreysPerks(data, level);
            case SKEWNESS_CORRECTED_SCORE -> RiskDifferenceInversion.skewnessCorrectedScore(data, level);
        };
    }

    static <T> Estimable<T> emptyGroup() {
        return Estimable.not(Reason.EMPTY_GROUP, "a group without observation");
    }
}
