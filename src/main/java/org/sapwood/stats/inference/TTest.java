package org.sapwood.stats.inference;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.PValue;

/**
 * The result of a test against Student's t.
 *
 * @param t the statistic
 * @param degreesOfFreedom positive
 * @param pValue in the direction asked for
 */
public record TTest(double t, double degreesOfFreedom, PValue pValue) {
    /**
     * Refers a statistic to its t distribution.
     *
     * @param t the statistic
     * @param degreesOfFreedom positive
     * @param alternative the direction
     * @return the test
     */
    public static TTest of(double t, double degreesOfFreedom, Alternative alternative) {
        return new TTest(t, degreesOfFreedom, TailProbability.studentT(t, degreesOfFreedom, alternative));
    }
}
