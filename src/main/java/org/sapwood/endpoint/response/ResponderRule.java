package org.sapwood.endpoint.response;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.DirectionOfBenefit;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;

/**
 * When one measure counts as a response. All limits are inclusive. A rule that looks only at the follow-up needs no
 * baseline; the others are unknown without one, and a percentage is unknown when the baseline is 0.
 */
public sealed interface ResponderRule {

    /**
     * Improved by at least so many points, whichever direction is better.
     *
     * @param points above 0
     */
    record ImprovedBy(BigDecimal points) implements ResponderRule {
        public ImprovedBy {
            requirePositive(points);
        }
    }

    /**
     * Improved by at least so many percent of baseline.
     *
     * @param percent above 0
     */
    record ImprovedByPercent(BigDecimal percent) implements ResponderRule {
        public ImprovedByPercent {
            requirePositive(percent);
        }
    }

    /**
     * Worsened by at least so many points.
     *
     * @param points above 0
     */
    record WorsenedBy(BigDecimal points) implements ResponderRule {
        public WorsenedBy {
            requirePositive(points);
        }
    }

    /**
     * Worsened by at least so many percent of baseline.
     *
     * @param percent above 0
     */
    record WorsenedByPercent(BigDecimal percent) implements ResponderRule {
        public WorsenedByPercent {
            requirePositive(percent);
        }
    }

    /**
     * The follow-up is at most this value.
     *
     * @param limit inclusive
     */
    record AtMost(BigDecimal limit) implements ResponderRule {}

    /**
     * The follow-up is at least this value.
     *
     * @param limit inclusive
     */
    record AtLeast(BigDecimal limit) implements ResponderRule {}

    /**
     * Judges one measure.
     *
     * @param baseline the value before treatment, null when missing
     * @param followUp the later value, null when missing
     * @param direction which way is better
     * @return the explained decision
     */
    default Judgement judge(
            @Nullable BigDecimal baseline, @Nullable BigDecimal followUp, DirectionOfBenefit direction) {
        if (followUp == null) {
            return Judgement.unknown("no value at follow-up");
        }
        if (this instanceof AtMost rule) {
            return Judgement.of(
                    followUp.compareTo(rule.limit()) <= 0,
                    followUp.toPlainString() + ", limit at most " + rule.limit().toPlainString());
        }
        if (this instanceof AtLeast rule) {
            return Judgement.of(
                    followUp.compareTo(rule.limit()) >= 0,
                    followUp.toPlainString() + ", limit at least "
                            + rule.limit().toPlainString());
        }
        if (baseline == null) {
            return Judgement.unknown("no value at baseline");
        }
        Change change = new Change(baseline, followUp, direction);
        if (this instanceof ImprovedBy rule) {
            return points(change.improvement(), rule.points(), "improved");
        }
        if (this instanceof WorsenedBy rule) {
            return points(change.improvement().negate(), rule.points(), "worsened");
        }
        if (this instanceof ImprovedByPercent rule) {
            return percent(change, rule.percent(), 1, "improved");
        }
        return percent(change, ((WorsenedByPercent) this).percent(), -1, "worsened");
    }

    private static Judgement points(BigDecimal moved, BigDecimal needed, String verb) {
        return Judgement.of(
                moved.compareTo(needed) >= 0,
                verb + " by " + moved.toPlainString() + ", " + needed.toPlainString() + " needed");
    }

    private static Judgement percent(Change change, BigDecimal needed, int sign, String verb) {
        if (change.baseline().signum() == 0) {
            return Judgement.unknown(change.percent().reasonMissing());
        }
        ExactRatio moved = change.percentImprovement().orElseThrow().times(ExactRatio.of(BigDecimal.valueOf(sign)));
        return Judgement.of(
                moved.isAtLeast(needed),
                verb + " by " + moved.toText(2) + " %, " + needed.toPlainString() + " % needed");
    }

    private static void requirePositive(BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("expected an amount above 0, found " + amount.toPlainString());
        }
    }
}
