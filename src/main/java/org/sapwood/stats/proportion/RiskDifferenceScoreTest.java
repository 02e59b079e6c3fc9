package org.sapwood.stats.proportion;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/**
 * The score test of a difference of two proportions against a margin, as for non-inferiority (Farrington and Manning
 * 1990; with variance factor n/(n − 1), Miettinen and Nurminen 1985).
 *
 * @param difference the observed difference
 * @param standardErrorAtMargin its standard error at the estimates restricted to the margin
 * @param z (difference − margin)/standard error
 */
public record RiskDifferenceScoreTest(double difference, double standardErrorAtMargin, double z) {

    /**
     * The test.
     *
     * @param data the counts
     * @param margin the difference under the null hypothesis, in (−1, 1)
     * @param factor what the variance is multiplied with
     * @return the test; {@code EMPTY_GROUP}, or {@code ZERO_VARIANCE} when the data fit the margin without any variance
     * @throws IllegalArgumentException for a margin outside (−1, 1)
     */
    public static Estimable<RiskDifferenceScoreTest> of(TwoProportions data, double margin, VarianceFactor factor) {
        if (!(margin > -1 && margin < 1)) {
            throw new IllegalArgumentException("expected a margin strictly between -1 and 1, found " + margin);
        }
        if (data.hasEmptyGroup()) {
            return RiskDifference.emptyGroup();
        }
        RiskDifferenceScore score = RiskDifferenceScore.at(data, margin, factor);
        if (!(score.variance() > 0)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "no variance at the margin: none or all have the event");
        }
        return Estimable.of(new RiskDifferenceScoreTest(data.p1() - data.p2(), score.standardError(), score.z()));
    }

    /**
     * The p-value.
     *
     * @param alternative {@code GREATER}: the difference exceeds the margin
     * @return the p-value
     */
    public PValue pValue(Alternative alternative) {
        return NormalTail.pValue(z, alternative);
    }

    /**
     * The interval that SAS prints with the test: difference ± z standard error at the margin.
     *
     * @param level the coverage
     * @return the test-based limits
     */
    public Interval testBasedInterval(ConfidenceLevel level) {
        double half = NormalTail.critical(level) * standardErrorAtMargin;
        return new Interval(difference - half, difference + half, level);
    }
}
