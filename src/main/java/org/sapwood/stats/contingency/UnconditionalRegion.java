package org.sapwood.stats.contingency;

import org.sapwood.stats.PValue;
import org.sapwood.stats.proportion.BinomialProbabilities;
import org.sapwood.stats.proportion.GridMaximum;

/**
 * A set of tables of two binomial groups and its probability under a common proportion π. With c(s) the conditional
 * probability of the set given s events, the probability is Σ c(s) b(s; n₁ + n₂, π), b being binomial.
 */
final class UnconditionalRegion {
    private static final int INTERVALS = 2000;

    private final int n1;
    private final int n2;
    private final double[] conditional;
    private final double[][] hypergeometric;

    UnconditionalRegion(int n1, int n2) {
        this.n1 = n1;
        this.n2 = n2;
        this.conditional = new double[n1 + n2 + 1];
        this.hypergeometric = new double[n1 + n2 + 1][];
        for (int s = 0; s < hypergeometric.length; s++) {
            hypergeometric[s] = NoncentralHypergeometric.of(n1, n2, s).probabilities(0);
        }
    }

    void add(int x1, int x2) {
        int s = x1 + x2;
        conditional[s] += hypergeometric[s][x1 - Math.max(0, s - n2)];
    }

    /** The largest probability over π, together with the observed statistic. */
    UnconditionalTest test(double statistic) {
        BinomialProbabilities binomial = new BinomialProbabilities(n1 + n2);
        double[] probabilities = new double[n1 + n2 + 1];
        GridMaximum.Peak peak = GridMaximum.overUnitInterval(
                pi -> {
                    binomial.fill(pi, probabilities);
                    double sum = 0;
                    for (int s = 0; s < probabilities.length; s++) {
                        sum += conditional[s] * probabilities[s];
                    }
                    return sum;
                },
                INTERVALS);
        return new UnconditionalTest(statistic, PValue.of(peak.value()), peak.at());
    }
}
