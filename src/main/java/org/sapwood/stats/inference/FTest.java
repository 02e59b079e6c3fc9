package org.sapwood.stats.inference;

import org.sapwood.stats.PValue;

/**
 * The result of a test against an F distribution.
 *
 * @param f the statistic, at least 0
 * @param numerator degrees of freedom
 * @param denominator degrees of freedom
 * @param pValue from the upper tail
 */
public record FTest(double f, double numerator, double denominator, PValue pValue) {
    /**
     * Refers a statistic to the upper tail of its F distribution.
     *
     * @param f the statistic, at least 0
     * @param numerator degrees of freedom, positive
     * @param denominator degrees of freedom, positive
     * @return the test
     */
    public static FTest of(double f, double numerator, double denominator) {
        return new FTest(f, numerator, denominator, TailProbability.f(f, numerator, denominator));
    }
}
