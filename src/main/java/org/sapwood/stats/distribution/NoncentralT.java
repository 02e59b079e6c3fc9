package org.sapwood.stats.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Student's t off centre: {@code (X + δ) / S}, X standard normal, {@code ν S² ~ χ²(ν)} independent of X. Tails are the normal
 * tails given S, averaged over S.
 *
 * @param degreesOfFreedom ν, positive, may be infinite
 * @param noncentrality δ
 */
public record NoncentralT(double degreesOfFreedom, double noncentrality) {
    public NoncentralT {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("expected positive degrees of freedom, found " + degreesOfFreedom);
        }
    }

    /**
     * The upper tail.
     *
     * @param t any value
     * @return P(T &gt; t)
     */
    public double survivalProbability(double t) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return Math.min(
                1, RootMeanSquare.average(degreesOfFreedom, s -> normal.survivalProbability(t * s - noncentrality)));
    }

    /**
     * The lower tail.
     *
     * @param t any value
     * @return P(T ≤ t)
     */
    public double cumulativeProbability(double t) {
        return new NoncentralT(degreesOfFreedom, -noncentrality).survivalProbability(-t);
    }
}
