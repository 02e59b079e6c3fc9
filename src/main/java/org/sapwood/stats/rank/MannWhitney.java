package org.sapwood.stats.rank;

import java.util.Arrays;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.TTest;
import org.sapwood.stats.inference.ZTest;

/**
 * The Mann-Whitney (Wilcoxon rank sum) test that two samples come from one distribution. {@code U} counts the pairs in
 * which the first sample is larger, a tie as one half; {@code R = U + m(m + 1)/2} is the rank sum of the first sample.
 */
public final class MannWhitney {
    /** How two tails become one p-value when the ties make the distribution asymmetric. */
    public enum TwoSided {
        /** Both tails at the observed distance from the mean: SAS, StatXact, coin. */
        EQUAL_DISTANCE,
        /** Twice the smaller tail: R's {@code wilcox.test}. */
        DOUBLED
    }

    private final Midranks ranks;
    private final int m;
    private final int n;

    private MannWhitney(Midranks ranks, int m, int n) {
        this.ranks = ranks;
        this.m = m;
        this.n = n;
    }

    /**
     * Ranks two samples together.
     *
     * @param x the first sample, no NaN; not modified
     * @param y the second sample
     * @return the test, to be asked for p-values; none when a sample is empty or all values are equal
     */
    public static Estimable<MannWhitney> of(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Estimable.not(
                    Reason.EMPTY_GROUP, "no observation in the " + (x.length == 0 ? "first" : "second") + " group");
        }
        double[] all = new double[x.length + y.length];
        System.arraycopy(x, 0, all, 0, x.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        if (Arrays.stream(all).allMatch(value -> value == all[0])) {
            return Estimable.not(
                    Reason.ALL_TIED, "all values are equal, so that no ranking says which sample is larger");
        }
        return Estimable.of(new MannWhitney(Midranks.of(all), x.length, y.length));
    }

    /** {@return the rank sum of the first sample} */
    public double rankSum() {
        return ranks.sumOfFirst(m);
    }

    /** {@return U of the first sample} */
    public double u() {
        return rankSum() - m * (m + 1.0) / 2;
    }

    /** {@return {@code U/(mn)}, the estimate of P(X &gt; Y) + P(X = Y)/2} */
    public double probabilityFirstGreater() {
        return u() / ((double) m * n);
    }

    /** {@return {@code 2U/(mn) − 1}, Cliff's delta} */
    public double cliffsDelta() {
        return 2 * probabilityFirstGreater() - 1;
    }

    /**
     * The exact one-sided p-value, or the two-sided one at equal distance, given the ties.
     *
     * @param alternative {@code GREATER}: the first sample tends to be larger
     * @return the p-value
     */
    public PValue exact(Alternative alternative) {
        return switch (alternative) {
            case GREATER -> PValue.ofLog(distribution().atLeast(observed()).log());
            case LESS -> PValue.ofLog(distribution().atMost(observed()).log());
            case TWO_SIDED -> exactTwoSided(TwoSided.EQUAL_DISTANCE);
        };
    }

    /**
     * The exact two-sided p-value given the ties.
     *
     * @param definition how two tails become one p-value
     * @return the p-value
     */
    public PValue exactTwoSided(TwoSided definition) {
        if (definition == TwoSided.DOUBLED) {
            double smaller = Math.min(
                    exact(Alternative.GREATER).log(), exact(Alternative.LESS).log());
            return PValue.ofLog(smaller + StrictMath.log(2));
        }
        // The mean of the doubled rank sum is the whole number m (N + 1).
        long twiceMean = (long) m * (m + n + 1);
        long distance = Math.abs(observed() - twiceMean);
        if (distance == 0) {
            return PValue.of(1);
        }
        SubsetSumDistribution distribution = distribution();
        double low = distribution.atMost(twiceMean - distance).log();
        double high = ranks.tied() ? distribution.atLeast(twiceMean + distance).log() : low;
        double larger = Math.max(low, high);
        return PValue.ofLog(larger + StrictMath.log1p(StrictMath.exp(Math.min(low, high) - larger)));
    }

    /**
     * The exact mid-p-value: the tail less half the probability of the observed rank sum.
     *
     * @param alternative one-sided only
     * @return the p-value
     * @throws IllegalArgumentException for {@code TWO_SIDED}
     */
    public PValue midP(Alternative alternative) {
        SubsetSumTail tail = switch (alternative) {
            case GREATER -> distribution().atLeast(observed());
            case LESS -> distribution().atMost(observed());
            case TWO_SIDED -> throw new IllegalArgumentException("the mid-p-value of a rank sum is one-sided");
        };
        return PValue.of(StrictMath.exp(tail.log()) - StrictMath.exp(tail.logAtEnd()) / 2);
    }

    /**
     * The normal approximation with the variance given the ties.
     *
     * @param alternative the direction
     * @param correction of the centred U
     * @return z and its p-value; none when all values are equal
     */
    public Estimable<ZTest> normal(Alternative alternative, ContinuityCorrection correction) {
        return z(alternative, correction).map(z -> ZTest.of(z, alternative));
    }

    /**
     * The same statistic referred to t with N − 1 degrees of freedom, as SAS prints.
     *
     * @param alternative the direction
     * @param correction of the centred U
     * @return the test; none when all values are equal
     */
    public Estimable<TTest> studentT(Alternative alternative, ContinuityCorrection correction) {
        return z(alternative, correction).map(z -> TTest.of(z, m + n - 1.0, alternative));
    }

    private Estimable<Double> z(Alternative alternative, ContinuityCorrection correction) {
        double variance = variance();
        if (variance == 0) {
            return Estimable.not(Reason.ALL_TIED, "all observations are equal");
        }
        double centred = u() - (double) m * n / 2;
        return Estimable.of((centred - correction.of(centred, alternative)) / Math.sqrt(variance));
    }

    /** {@return the variance of U given the ties, 0 when all values are equal} */
    double variance() {
        double total = m + n;
        if (ranks.tieTerm() == total * total * total - total) {
            return 0;
        }
        return (double) m * n / 12 * (total + 1 - ranks.tieTerm() / (total * (total - 1)));
    }

    private SubsetSumDistribution distribution() {
        return new SubsetSumDistribution(ranks.doubled(), m);
    }

    private long observed() {
        return Math.round(2 * rankSum());
    }
}
