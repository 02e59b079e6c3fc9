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
 * Wilcoxon's signed rank test that differences are symmetric about zero. {@code V} is the sum of the ranks of
 * {@code |d|} over positive {@code d}; given the ranks {@code r_i}, each sign is a fair coin, so {@code E V = Σ r_i / 2}
 * and {@code Var V = Σ r_i² / 4}, ties included.
 */
public final class SignedRank {
    /** What becomes of differences equal to zero. */
    public enum Zeros {
        /** Left out before ranking: Wilcoxon; R and SAS. */
        DROP,
        /** Ranked with the others, then left out of the sum: Pratt (1959). */
        PRATT
    }

    private final int[] doubledRanks;
    private final long doubledPositive;
    private final long doubledTotal;

    private SignedRank(int[] doubledRanks, long doubledPositive) {
        this.doubledRanks = doubledRanks;
        this.doubledPositive = doubledPositive;
        this.doubledTotal = Arrays.stream(doubledRanks).asLongStream().sum();
    }

    /**
     * Ranks differences.
     *
     * @param differences finite values; not modified
     * @param zeros what becomes of zeros
     * @return the test, to be asked for p-values; none when no difference is unequal to zero
     */
    public static Estimable<SignedRank> of(double[] differences, Zeros zeros) {
        double[] ranked = zeros == Zeros.DROP
                ? Arrays.stream(differences).filter(d -> d != 0).toArray()
                : differences;
        int[] doubled =
                Midranks.of(Arrays.stream(ranked).map(Math::abs).toArray()).doubled();
        int[] kept = new int[doubled.length];
        int n = 0;
        long positive = 0;
        for (int i = 0; i < ranked.length; i++) {
            if (ranked[i] != 0) {
                kept[n++] = doubled[i];
                positive += ranked[i] > 0 ? doubled[i] : 0;
            }
        }
        if (n == 0) {
            return differences.length == 0
                    ? Estimable.not(Reason.EMPTY_GROUP, "no pair of observations")
                    : Estimable.not(Reason.ZERO_VARIANCE, "all differences are zero");
        }
        return Estimable.of(new SignedRank(Arrays.copyOf(kept, n), positive));
    }

    /** {@return the number of differences unequal to zero} */
    public int used() {
        return doubledRanks.length;
    }

    /** {@return V, the sum of the ranks of the positive differences} */
    public double positiveRankSum() {
        return doubledPositive / 2.0;
    }

    /** {@return S, which is V minus its expectation, as SAS prints} */
    public double centred() {
        return doubledPositive / 2.0 - doubledTotal / 4.0;
    }

    /**
     * The exact p-value given the ties.
     *
     * @param alternative {@code GREATER}: the differences tend to be positive
     * @return the p-value; two-sided sums both tails at the observed distance from the mean
     */
    public PValue exact(Alternative alternative) {
        SignFlipDistribution distribution = new SignFlipDistribution(doubledRanks);
        return switch (alternative) {
            case GREATER -> distribution.atLeast(doubledPositive);
            case LESS -> distribution.atMost(doubledPositive);
            case TWO_SIDED -> {
                PValue tail = distribution.atMost(Math.min(doubledPositive, doubledTotal - doubledPositive));
                yield PValue.ofLog(tail.log() + StrictMath.log(2));
            }
        };
    }

    /**
     * The normal approximation.
     *
     * @param alternative the direction
     * @param correction of the centred V
     * @return z and its p-value
     */
    public ZTest normal(Alternative alternative, ContinuityCorrection correction) {
        double centred = centred();
        return ZTest.of((centred - correction.of(centred, alternative)) / Math.sqrt(variance()), alternative);
    }

    /**
     * The t approximation of SAS for more than 20 differences: {@code t = S √(n − 1) / √(n Var V − S²)}.
     *
     * @param alternative the direction
     * @return t with n − 1 degrees of freedom; none when all differences have one sign and the denominator vanishes
     */
    public Estimable<TTest> studentT(Alternative alternative) {
        double n = used();
        double s = centred();
        double rest = n * variance() - s * s;
        if (n < 2) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "one difference leaves no degree of freedom");
        }
        return rest <= 0
                ? Estimable.not(Reason.ZERO_VARIANCE, "the signed ranks do not vary")
                : Estimable.of(TTest.of(s * Math.sqrt(n - 1) / Math.sqrt(rest), n - 1, alternative));
    }

    private double variance() {
        double squares = 0;
        for (int doubled : doubledRanks) {
            squares += (double) doubled * doubled;
        }
        return squares / 16;
    }
}
