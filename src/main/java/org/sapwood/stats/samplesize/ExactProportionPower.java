package org.sapwood.stats.samplesize;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Exact power of tests of two proportions: the binomial probabilities of all outcomes (x₁, x₂) in the rejection region.
 *
 * @param p1 true proportion of group 1
 * @param p2 true proportion of group 2
 * @param n1 size of group 1
 * @param n2 size of group 2
 */
public record ExactProportionPower(double p1, double p2, int n1, int n2) {
    /** Room for rounding when an exact p-value is compared with the level. */
    private static final double ROUNDING = 1e-9;
    /** Outcomes whose probabilities differ by less than this, relatively, count as equally likely. */
    private static final double EQUALLY_LIKELY = 1e-7;

    /** The p-value of an outcome. */
    @FunctionalInterface
    private interface OutcomeTest {
        double pValue(int x1, int x2);
    }

    public ExactProportionPower {
        if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1) || n1 < 1 || n2 < 1) {
            throw new IllegalArgumentException("expected proportions in [0, 1] and sizes of at least 1, found " + p1
                    + ", " + p2 + ", " + n1 + ", " + n2);
        }
    }

    private double power(OutcomeTest test, double level) {
        BinomialDistribution first = BinomialDistribution.of(n1, p1);
        BinomialDistribution second = BinomialDistribution.of(n2, p2);
        double power = 0;
        for (int x1 = 0; x1 <= n1; x1++) {
            double row = 0;
            for (int x2 = 0; x2 <= n2; x2++) {
                if (test.pValue(x1, x2) <= level) {
                    row += second.probability(x2);
                }
            }
            power += first.probability(x1) * row;
        }
        return power;
    }

    private HypergeometricDistribution margins(int total) {
        return HypergeometricDistribution.of(n1 + n2, n1, total);
    }

    /**
     * Fisher's exact test, two-sided by probability.
     *
     * @param alpha the level
     * @return the power
     */
    public double fisherTwoSided(double alpha) {
        double[][] pValues = new double[n1 + 1][n2 + 1];
        for (int total = 0; total <= n1 + n2; total++) {
            HypergeometricDistribution given = margins(total);
            int low = Math.max(0, total - n2);
            int high = Math.min(total, n1);
            double[] probability = new double[high - low + 1];
            for (int x = low; x <= high; x++) {
                probability[x - low] = given.probability(x);
            }
            for (int x = low; x <= high; x++) {
                double sum = 0;
                for (double other : probability) {
                    sum += other <= probability[x - low] * (1 + EQUALLY_LIKELY) ? other : 0;
                }
                pValues[x][total - x] = sum;
            }
        }
        return power((x1, x2) -> pValues[x1][x2], alpha * (1 + ROUNDING));
    }

    /**
     * Fisher's exact test, one-sided in the direction of the true difference.
     *
     * @param alpha the one-sided level
     * @return the power
     */
    public double fisherOneSided(double alpha) {
        return power(
                (x1, x2) -> p1 > p2
                        ? margins(x1 + x2).survivalProbability(x1 - 1)
                        : margins(x1 + x2).cumulativeProbability(x1),
                alpha * (1 + ROUNDING));
    }

    /**
     * Pearson's chi-square test without correction.
     *
     * @param alpha the two-sided level
     * @return the power
     */
    public double pearson(double alpha) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return power(
                (x1, x2) -> {
                    double pooled = (double) (x1 + x2) / (n1 + n2);
                    double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
                    double z = variance > 0 ? ((double) x1 / n1 - (double) x2 / n2) / Math.sqrt(variance) : 0;
                    return 2 * normal.survivalProbability(Math.abs(z));
                },
                alpha);
    }

    /**
     * The chi-square test with Yates' correction.
     *
     * @param alpha the two-sided level
     * @return the power
     */
    public double yates(double alpha) {
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(1);
        double total = (double) n1 + n2;
        return power(
                (x1, x2) -> {
                    double m = (double) x1 + x2;
                    if (m == 0 || m == total) {
                        return 1;
                    }
                    double cross = Math.abs((double) x1 * (n2 - x2) - (double) x2 * (n1 - x1));
                    double distance = cross - Math.min(total / 2, cross);
                    return chiSquared.survivalProbability(
                            total * distance * distance / ((double) n1 * n2 * m * (total - m)));
                },
                alpha);
    }
}
