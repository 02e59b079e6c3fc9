package org.sapwood.stats.samplesize;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The exact test that one proportion is above p₀: reject at the critical count or more.
 *
 * @param criticalCount the smallest count with size at most the level
 * @param size the probability to reach it under p₀
 * @param power the probability to reach it under p₁
 */
public record ExactBinomialDesign(int criticalCount, double size, double power) {

    /**
     * Finds the critical count.
     *
     * @param n number of subjects
     * @param p0 proportion under the null hypothesis
     * @param p1 true proportion
     * @param alpha one-sided level
     * @return the design; none when even n of n is not rare enough
     */
    public static Estimable<ExactBinomialDesign> of(int n, double p0, double p1, double alpha) {
        BinomialDistribution under = BinomialDistribution.of(n, p0);
        for (int count = 0; count <= n; count++) {
            double size = under.survivalProbability(count - 1);
            if (size <= alpha) {
                double power = BinomialDistribution.of(n, p1).survivalProbability(count - 1);
                return Estimable.of(new ExactBinomialDesign(count, size, power));
            }
        }
        return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "no count is rare enough under the null hypothesis");
    }
}
