package org.sapwood.stats.correlation;

import org.sapwood.stats.Estimable;
import org.sapwood.stats.rank.Midranks;

/** Spearman's rank correlation: the product-moment correlation of the midranks, tested by its t approximation. */
public final class SpearmanCorrelation {
    private SpearmanCorrelation() {}

    /**
     * The rank correlation of complete pairs.
     *
     * @param x values without NaN
     * @param y as many values
     * @return the correlation of the ranks; none below two pairs or when a variable is constant
     * @throws IllegalArgumentException when the lengths differ
     */
    public static Estimable<PearsonCorrelation> of(double[] x, double[] y) {
        return PearsonCorrelation.of(Midranks.of(x).ranks(), Midranks.of(y).ranks());
    }
}
