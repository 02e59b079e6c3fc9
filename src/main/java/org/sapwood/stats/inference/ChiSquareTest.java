package org.sapwood.stats.inference;

import org.sapwood.stats.PValue;

/**
 * The result of a test against a chi-square distribution.
 *
 * @param statistic at least 0
 * @param degreesOfFreedom positive
 * @param pValue from the upper tail
 */
public record ChiSquareTest(double statistic, double degreesOfFreedom, PValue pValue) {
    /**
     * Refers a statistic to the upper tail of its chi-square distribution.
     *
     * @param statistic at least 0
     * @param degreesOfFreedom positive
     * @return the test
     */
    public static ChiSquareTest of(double statistic, double degreesOfFreedom) {
        return new ChiSquareTest(statistic, degreesOfFreedom, TailProbability.chiSquare(statistic, degreesOfFreedom));
    }
}
