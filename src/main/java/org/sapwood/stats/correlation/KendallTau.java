package org.sapwood.stats.correlation;

import java.util.Arrays;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ZTest;

/**
 * Kendall's rank correlation. {@code S} is the number of concordant minus discordant pairs, {@code T0 = n(n − 1)/2} the
 * number of pairs, {@code T1, T2} the pairs tied in the one or the other variable; {@code tau-b = S / √((T0 − T1)(T0 − T2))}.
 */
public final class KendallTau {
    private final int n;
    private final long s;
    private final Ties x;
    private final Ties y;

    private KendallTau(int n, long s, Ties x, Ties y) {
        this.n = n;
        this.s = s;
        this.x = x;
        this.y = y;
    }

    /**
     * Counts concordant and discordant pairs.
     *
     * @param x values without NaN
     * @param y as many values
     * @return the correlation; none below two pairs or when a variable is constant
     * @throws IllegalArgumentException when the lengths differ
     */
    public static Estimable<KendallTau> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("expected pairs, found " + x.length + " and " + y.length + " values");
        }
        int n = x.length;
        if (n < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "a correlation needs two pairs, found " + n);
        }
        Ties xTies = Ties.of(x);
        Ties yTies = Ties.of(y);
        double pairs = n * (n - 1.0) / 2;
        if (xTies.pairs == pairs || yTies.pairs == pairs) {
            return Estimable.not(Reason.ALL_TIED, "a variable is constant");
        }
        long s = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                s += Integer.signum(Double.compare(x[i], x[j]) * Double.compare(y[i], y[j]));
            }
        }
        return Estimable.of(new KendallTau(n, s, xTies, yTies));
    }

    /** {@return tau-b, in [−1, 1]} */
    public double tauB() {
        double pairs = n * (n - 1.0) / 2;
        return s / Math.sqrt((pairs - x.pairs) * (pairs - y.pairs));
    }

    /** {@return the number of concordant pairs, when nothing is tied} */
    public long concordant() {
        return (s + n * (n - 1L) / 2) / 2;
    }

    /**
     * The normal approximation with the variance of S given the ties (Kendall 1970), without continuity correction.
     *
     * @param alternative the direction
     * @return z and its p-value
     */
    public ZTest normal(Alternative alternative) {
        double all = n * (n - 1.0);
        double variance = (all * (2.0 * n + 5) - x.cubic - y.cubic) / 18 + 4 * x.pairs * y.pairs / (2 * all);
        if (n > 2) {
            variance += x.triples * y.triples / (9 * all * (n - 2));
        }
        return ZTest.of(s / Math.sqrt(variance), alternative);
    }

    /**
     * The exact test from the distribution of the number of inversions of a random permutation.
     *
     * @param alternative {@code TWO_SIDED} doubles the smaller tail
     * @return the p-value; none with ties
     */
    public Estimable<PValue> exact(Alternative alternative) {
        if (x.pairs > 0 || y.pairs > 0) {
            return Estimable.not(
                    Reason.OUTSIDE_DOMAIN, "the exact distribution of Kendall's tau needs data without ties");
        }
        int most = n * (n - 1) / 2;
        double[] probability = {1};
        for (int k = 2; k <= n; k++) {
            double[] next = new double[probability.length + k - 1];
            for (int i = 0; i < next.length; i++) {
                // Summed anew, not slid along: a sliding window subtracts.
                double window = 0;
                for (int j = Math.max(0, i - k + 1); j <= Math.min(i, probability.length - 1); j++) {
                    window += probability[j];
                }
                next[i] = window / k;
            }
            probability = next;
        }
        int concordant = (int) concordant();
        double less = Arrays.stream(probability, 0, concordant + 1).sum();
        double greater = Arrays.stream(probability, 0, most - concordant + 1).sum();
        return Estimable.of(PValue.of(
                switch (alternative) {
                    case LESS -> less;
                    case GREATER -> greater;
                    case TWO_SIDED -> 2 * Math.min(less, greater);
                }));
    }

    /** Sums over groups of t tied values: t(t−1)/2, t(t−1)(2t+5), t(t−1)(t−2). */
    private record Ties(double pairs, double cubic, double triples) {
        static Ties of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double pairs = 0;
            double cubic = 0;
            double triples = 0;
            for (int start = 0; start < sorted.length; ) {
                int end = start + 1;
                while (end < sorted.length && sorted[end] == sorted[start]) {
                    end++;
                }
                double t = end - start;
                pairs += t * (t - 1) / 2;
                cubic += t * (t - 1) * (2 * t + 5);
                triples += t * (t - 1) * (t - 2);
                start = end;
            }
            return new Ties(pairs, cubic, triples);
        }
    }
}
