package org.sapwood.stats.rank;

import java.util.List;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.ZTest;

/**
 * The stratified rank sum test. Within each stratum h of N_h observations the rank sum {@code R_h} of the first group has
 * expectation {@code m_h (N_h + 1)/2} and a variance given the ties; {@code T = Σ w_h R_h}.
 *
 * @param weightedRankSum T over the strata in which both groups occur
 * @param expected its expectation
 * @param variance its variance given the ties, positive
 * @param step the smallest change of T when two neighbouring ranks of a stratum change places: the smallest weight
 */
public record VanElteren(double weightedRankSum, double expected, double variance, double step) {
    /** How strata are weighted. */
    public enum Weights {
        /** {@code w = 1/(N_h + 1)}: locally most powerful when the shift is the same in all strata. */
        VAN_ELTEREN,
        /** {@code w = 1}. */
        EQUAL
    }

    /**
     * One stratum.
     *
     * @param first values of the first group, possibly none
     * @param second values of the second group, possibly none
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stratum(double[] first, double[] second) {}

    /**
     * The test over strata; those in which a group is absent say nothing and are left out.
     *
     * @param strata the strata
     * @param weights how they are weighted
     * @return the test; none when no stratum has both groups or nothing varies within strata
     */
    public static Estimable<VanElteren> of(List<Stratum> strata, Weights weights) {
        double sum = 0;
        double expected = 0;
        double variance = 0;
        double step = Double.POSITIVE_INFINITY;
        for (Stratum stratum : strata) {
            Estimable<MannWhitney> test = MannWhitney.of(stratum.first(), stratum.second());
            if (!(test instanceof Estimable.Of<MannWhitney> of)) {
                continue;
            }
            double m = stratum.first().length;
            double n = m + stratum.second().length;
            double weight = weights == Weights.VAN_ELTEREN ? 1 / (n + 1) : 1;
            step = Math.min(step, weight);
            sum += weight * of.value().rankSum();
            expected += weight * m * (n + 1) / 2;
            variance += weight * weight * of.value().variance();
        }
        if (Double.isInfinite(step)) {
            return Estimable.not(Reason.NO_INFORMATIVE_STRATUM, "no stratum has observations of both groups");
        }
        return variance <= 0
                ? Estimable.not(Reason.ALL_TIED, "all observations within each stratum are equal")
                : Estimable.of(new VanElteren(sum, expected, variance, step));
    }

    /**
     * The standardised statistic; its square is chi-square with one degree of freedom.
     *
     * @param alternative {@code GREATER}: the first group tends to be larger
     * @return z and its p-value
     */
    public ZTest test(Alternative alternative) {
        return test(alternative, ContinuityCorrection.NONE);
    }

    /**
     * The standardised statistic with T moved towards its expectation by half its {@link #step}, which is 1/2 with equal
     * weights as for a single stratum.
     *
     * @param alternative {@code GREATER}: the first group tends to be larger
     * @param correction whether T is moved
     * @return z and its p-value
     */
    public ZTest test(Alternative alternative, ContinuityCorrection correction) {
        double centred = weightedRankSum - expected;
        return ZTest.of((centred - step * correction.of(centred, alternative)) / Math.sqrt(variance), alternative);
    }
}
