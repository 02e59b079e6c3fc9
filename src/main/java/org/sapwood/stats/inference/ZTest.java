package org.sapwood.stats.inference;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.PValue;

/**
 * The result of a test against the standard normal distribution.
 *
 * @param z the standardised statistic
 * @param pValue in the direction asked for
 */
public record ZTest(double z, PValue pValue) {
    /**
     * Refers a statistic to the standard normal distribution.
     *
     * @param z the statistic
     * @param alternative the direction
     * @return the test
     */
    public static ZTest of(double z, Alternative alternative) {
        return new ZTest(z, TailProbability.normal(z, alternative));
    }
}
