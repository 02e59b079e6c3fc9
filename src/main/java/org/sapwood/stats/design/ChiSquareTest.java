package org.sapwood.stats.design;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.sapwood.stats.PValue;

/**
 * A chi-square test of a model: Wald, likelihood ratio or score.
 *
 * @param statistic at least 0
 * @param degreesOfFreedom of the hypothesis
 * @param pValue P(χ² ≥ statistic)
 */
public record ChiSquareTest(double statistic, double degreesOfFreedom, PValue pValue) {

    /**
     * A test from its statistic; a negative value that can only be rounding counts as zero.
     *
     * @param statistic the statistic
     * @param degreesOfFreedom positive
     * @return the test
     */
    public static ChiSquareTest of(double statistic, double degreesOfFreedom) {
        double s = Math.max(0, statistic);
        return new ChiSquareTest(
                s,
                degreesOfFreedom,
                PValue.of(ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(s)));
    }
}
