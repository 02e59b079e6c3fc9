package org.sapwood.stats.contingency;

import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.PValue;
import org.sapwood.stats.proportion.TwoProportions;

/**
 * Exact unconditional tests of equality of two proportions: the probability of all tables at least as extreme as the
 * observed one, given the group sizes, at the common proportion π where it is largest (Barnard 1945). Tables whose
 * statistic equals the observed one within a relative 1e-7 count as at least as extreme.
 *
 * @param statistic the observed statistic: z, or Fisher's p-value for Boschloo's test
 * @param pValue the largest probability
 * @param nuisance the common proportion π where it is reached
 */
public record UnconditionalTest(double statistic, PValue pValue, double nuisance) {
    private static final double TIE = 1e-7;

    /**
     * The test.
     *
     * @param data two groups of fixed size
     * @param ordering by what tables are ordered
     * @param alternative {@code GREATER}: the first proportion is larger; two-sided takes |z|, or Fisher's two-sided
     *     p-value
     * @return the test, or {@code EMPTY_GROUP}
     */
    public static Estimable<UnconditionalTest> of(
            TwoProportions data, UnconditionalStatistic ordering, Alternative alternative) {
        if (data.hasEmptyGroup()) {
            return PearsonChiSquare.emptyMargin();
        }
        return Estimable.of(
                ordering == UnconditionalStatistic.BOSCHLOO
                        ? boschloo(data, alternative)
                        : barnard(data, ordering, alternative));
    }

    private static UnconditionalTest barnard(
            TwoProportions data, UnconditionalStatistic ordering, Alternative alternative) {
        int n1 = data.n1();
        int n2 = data.n2();
        double z = z(data.x1(), n1, data.x2(), n2, ordering);
        double observed = directed(z, alternative);
        double bound = Double.isInfinite(observed) ? observed : observed - TIE * Math.max(1, Math.abs(observed));
        UnconditionalRegion region = new UnconditionalRegion(n1, n2);
        for (int i = 0; i <= n1; i++) {
            for (int j = 0; j <= n2; j++) {
                if (directed(z(i, n1, j, n2, ordering), alternative) >= bound) {
                    region.add(i, j);
                }
            }
        }
        return region.test(z);
    }

    private static double directed(double z, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> Math.abs(z);
            case GREATER -> z;
            case LESS -> -z;
        };
    }

    private static double z(int x1, int n1, int x2, int n2, UnconditionalStatistic ordering) {
        double p1 = (double) x1 / n1;
        double p2 = (double) x2 / n2;
        double variance;
        if (ordering == UnconditionalStatistic.Z_POOLED) {
            double pooled = (double) (x1 + x2) / (n1 + n2);
            variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
        } else {
            variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2;
        }
        return p1 == p2 ? 0 : (p1 - p2) / Math.sqrt(variance);
    }

    private static UnconditionalTest boschloo(TwoProportions data, Alternative alternative) {
        int n1 = data.n1();
        int n2 = data.n2();
        double[] observedRow = fisher(n1, n2, data.events(), alternative);
        double observed = observedRow[data.x1() - Math.max(0, data.events() - n2)];
        UnconditionalRegion region = new UnconditionalRegion(n1, n2);
        for (int total = 0; total <= n1 + n2; total++) {
            double[] p = fisher(n1, n2, total, alternative);
            int lowest = Math.max(0, total - n2);
            for (int k = 0; k < p.length; k++) {
                if (p[k] <= observed * (1 + TIE)) {
                    region.add(lowest + k, total - lowest - k);
                }
            }
        }
        return region.test(observed);
    }

    /** Fisher's p-values of all tables with this total of events, by increasing first cell. */
    private static double[] fisher(int n1, int n2, int total, Alternative alternative) {
        double[] probability = NoncentralHypergeometric.of(n1, n2, total).probabilities(0);
        double[] p = new double[probability.length];
        double sum = 0;
        switch (alternative) {
            case LESS -> {
                for (int k = 0; k < p.length; k++) {
                    sum += probability[k];
                    p[k] = sum;
                }
            }
            case GREATER -> {
                for (int k = p.length - 1; k >= 0; k--) {
                    sum += probability[k];
                    p[k] = sum;
                }
            }
            case TWO_SIDED -> {
                for (int k = 0; k < p.length; k++) {
                    for (double other : probability) {
                        p[k] += other <= probability[k] * (1 + FisherExact.TIE) ? other : 0;
                    }
                }
            }
        }
        return p;
    }
}
