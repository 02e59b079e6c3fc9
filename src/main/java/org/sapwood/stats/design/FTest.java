package org.sapwood.stats.design;

import org.apache.commons.statistics.distribution.FDistribution;
import org.sapwood.stats.PValue;

/**
 * An F test.
 *
 * @param f the statistic
 * @param numeratorDegreesOfFreedom of the hypothesis
 * @param denominatorDegreesOfFreedom of the error
 * @param pValue P(F ≥ f)
 */
public record FTest(double f, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom, PValue pValue) {

    /**
     * A test from its statistic.
     *
     * @param f at least 0
     * @param numerator degrees of freedom
     * @param denominator degrees of freedom
     * @return the test
     */
    public static FTest of(double f, double numerator, double denominator) {
        return new FTest(
                f,
                numerator,
                denominator,
                PValue.of(FDistribution.of(numerator, denominator).survivalProbability(f)));
    }
}
