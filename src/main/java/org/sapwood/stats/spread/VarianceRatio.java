package org.sapwood.stats.spread;

import org.apache.commons.statistics.distribution.FDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.FTest;

/**
 * The ratio of two variances of normal samples.
 *
 * @param f first variance over second
 * @param numerator degrees of freedom of the first
 * @param denominator degrees of freedom of the second
 */
public record VarianceRatio(double f, double numerator, double denominator) {
    /**
     * The ratio.
     *
     * @param first of the first sample
     * @param second of the second sample
     * @return the ratio; none when a sample has fewer than two observations or the second does not vary
     */
    public static Estimable<VarianceRatio> of(Moments first, Moments second) {
        if (first.n() < 2 || second.n() < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "a variance needs two observations");
        }
        if (second.isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the second sample does not vary");
        }
        double f = first.sumOfSquares() / (first.n() - 1) / (second.sumOfSquares() / (second.n() - 1));
        return Estimable.of(new VarianceRatio(f, first.n() - 1, second.n() - 1));
    }

    /** {@return the two-sided p-value: twice the smaller tail} */
    public PValue pValue() {
        FDistribution distribution = FDistribution.of(numerator, denominator);
        return PValue.of(2 * Math.min(distribution.cumulativeProbability(f), distribution.survivalProbability(f)));
    }

    /**
     * The interval of the ratio of the true variances.
     *
     * @param level the coverage
     * @return {@code f / F(1 − α/2)} to {@code f / F(α/2)}
     */
    public Interval interval(ConfidenceLevel level) {
        FDistribution distribution = FDistribution.of(numerator, denominator);
        double tail = level.alpha() / 2;
        return new Interval(
                f / distribution.inverseSurvivalProbability(tail),
                f / distribution.inverseCumulativeProbability(tail),
                level);
    }

    /** {@return the folded form of SAS: larger over smaller variance, the upper tail doubled; none when one is zero} */
    public Estimable<FTest> folded() {
        if (f == 0) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the first sample does not vary");
        }
        FTest upper = f >= 1 ? FTest.of(f, numerator, denominator) : FTest.of(1 / f, denominator, numerator);
        return Estimable.of(new FTest(
                upper.f(),
                upper.numerator(),
                upper.denominator(),
                PValue.ofLog(upper.pValue().log() + StrictMath.log(2))));
    }
}
