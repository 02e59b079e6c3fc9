package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.TTest;
import org.sapwood.stats.inference.ZTest;

class RankInversionPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static double[] sample(long seed, int n) {
        return new SplittableRandom(seed).doubles(n, 0, 8).toArray();
    }

    private static double[] moved(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(v -> factor * v + shift).toArray();
    }

    /** Inside the limits the standardised statistic of the shifted data stays within ±z, outside it does not. */
    @ParameterizedTest
    @EnumSource(ContinuityCorrection.class)
    void theShiftIntervalInvertsTheNormalRankSumTest(ContinuityCorrection correction) {
        double[] x = sample(1, 9);
        double[] y = sample(2, 11);
        RankTestInversion inversion =
                RankTestInversion.ofShift(x, y, LEVEL, correction).orElseThrow();
        Interval interval = inversion.interval();
        for (double shift = -7.03; shift < 7; shift += 0.05) {
            double p = MannWhitney.of(moved(x, 1, -shift), y)
                    .orElseThrow()
                    .normal(Alternative.TWO_SIDED, correction)
                    .orElseThrow()
                    .pValue()
                    .value();
            assertThat(interval.contains(shift)).as("shift %s", shift).isEqualTo(p > 0.1);
        }
        assertThat(interval.contains(inversion.estimate())).isTrue();
        Interval turned =
                RankTestInversion.ofShift(y, x, LEVEL, correction).orElseThrow().interval();
        assertThat(turned.lower()).isCloseTo(-interval.upper(), within(1e-9));
        Interval other = RankTestInversion.ofShift(moved(x, 2, 3), moved(y, 2, 0), LEVEL, correction)
                .orElseThrow()
                .interval();
        assertThat(other.upper()).isCloseTo(2 * interval.upper() + 3, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(ContinuityCorrection.class)
    void theCentreIntervalInvertsTheNormalSignedRankTest(ContinuityCorrection correction) {
        double[] d = moved(sample(3, 12), 1, -3);
        RankTestInversion inversion =
                RankTestInversion.ofCentre(d, LEVEL, correction).orElseThrow();
        Interval interval = inversion.interval();
        for (double centre = -2.9; centre < 4.9; centre += 0.05) {
            double p = SignedRank.of(moved(d, 1, -centre), SignedRank.Zeros.DROP)
                    .orElseThrow()
                    .normal(Alternative.TWO_SIDED, correction)
                    .pValue()
                    .value();
            assertThat(interval.contains(centre)).as("centre %s", centre).isEqualTo(p > 0.1);
        }
        RankTestInversion turned =
                RankTestInversion.ofCentre(moved(d, -2, 0), LEVEL, correction).orElseThrow();
        // between two Walsh averages the statistic is flat, so the zero itself may lie anywhere there
        assertThat(interval.contains(inversion.estimate())).isTrue();
        assertThat(turned.interval().upper()).isCloseTo(-2 * interval.lower(), within(1e-8));
    }

    @Test
    void samplesTooSmallForTheLevelGetTheNextOneTheyReach() {
        double[] d = {1, 2, 4};
        RankTestInversion small = RankTestInversion.ofCentre(d, ConfidenceLevel.NINETY_FIVE, ContinuityCorrection.NONE)
                .orElseThrow();
        // 6 of 6 is z = 3/√3.5 = 1.604, p 0.109: 5 % does not reach it, 10 % neither, 20 % does
        assertThat(small.interval().level().value()).isCloseTo(0.8, within(1e-12));
        assertThat(reason(RankTestInversion.ofCentre(new double[] {2, 2}, LEVEL, ContinuityCorrection.NONE)))
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(RankTestInversion.ofCentre(new double[] {0}, LEVEL, ContinuityCorrection.NONE)))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(RankTestInversion.ofShift(
                        new double[] {1, 1}, new double[] {3}, LEVEL, ContinuityCorrection.NONE)))
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(RankTestInversion.ofShift(d, new double[0], LEVEL, ContinuityCorrection.NONE)))
                .isEqualTo(Reason.EMPTY_GROUP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exactIntervalsGivenTiesMoveAndTurn(long seed) {
        double[] x = new SplittableRandom(seed).ints(9, 1, 7).asDoubleStream().toArray();
        double[] y =
                new SplittableRandom(seed + 50).ints(8, 1, 7).asDoubleStream().toArray();
        HodgesLehmannGivenTies one = HodgesLehmannGivenTies.ofShift(x, y, LEVEL).orElseThrow();
        HodgesLehmannGivenTies turned =
                HodgesLehmannGivenTies.ofShift(y, x, LEVEL).orElseThrow();
        HodgesLehmannGivenTies other = HodgesLehmannGivenTies.ofShift(moved(x, 2, 5), moved(y, 2, 0), LEVEL)
                .orElseThrow();
        assertThat(turned.estimate()).isEqualTo(-one.estimate());
        assertThat(turned.interval().lower()).isEqualTo(-one.interval().upper());
        assertThat(turned.interval().upper()).isEqualTo(-one.interval().lower());
        assertThat(other.estimate()).isEqualTo(2 * one.estimate() + 5);
        assertThat(one.interval().contains(one.estimate())).isTrue();
        HodgesLehmannGivenTies centre =
                HodgesLehmannGivenTies.ofCentre(moved(x, 1, -3.5), LEVEL).orElseThrow();
        HodgesLehmannGivenTies scaled =
                HodgesLehmannGivenTies.ofCentre(moved(x, 4, -14), LEVEL).orElseThrow();
        assertThat(scaled.estimate()).isEqualTo(4 * centre.estimate());
        assertThat(scaled.interval().lower()).isEqualTo(4 * centre.interval().lower());
        assertThat(reason(HodgesLehmannGivenTies.ofCentre(new double[] {0, 0}, LEVEL)))
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(HodgesLehmannGivenTies.ofCentre(new double[0], LEVEL)))
                .isEqualTo(Reason.EMPTY_GROUP);
    }

    /** Random splits estimate the exact p-value: within four standard errors, the same from the same seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomSplitsNearTheExactTest(long seed) {
        for (double shift : new double[] {0, 1 / 3.0}) {
            double[] x = Arrays.stream(new SplittableRandom(seed).ints(7, 0, 9).toArray())
                    .mapToDouble(v -> v + shift)
                    .toArray();
            double[] y = new SplittableRandom(seed + 50)
                    .ints(8, 0, 9)
                    .asDoubleStream()
                    .toArray();
            MeanDifferencePermutation test = MeanDifferencePermutation.of(x, y).orElseThrow();
            MeanDifferencePermutation.PValues exact = test.exact().orElseThrow();
            int draws = 20_000;
            MeanDifferencePermutation.PValues drawn = test.monteCarlo(draws, new SplittableRandom(seed));
            assertThat(test.monteCarlo(draws, new SplittableRandom(seed))).isEqualTo(drawn);
            for (Alternative alternative : Alternative.values()) {
                double p = exact.of(alternative).value();
                assertThat(drawn.of(alternative).value())
                        .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws) + 2.0 / draws));
            }
        }
    }

    @Test
    void theSmallestRandomPValueCountsTheObservedSplit() {
        double[] low = sample(1, 40);
        MeanDifferencePermutation far =
                MeanDifferencePermutation.of(moved(low, 1, 1000), sample(2, 40)).orElseThrow();
        MeanDifferencePermutation.PValues p = far.monteCarlo(99, new SplittableRandom(1));
        assertThat(p.twoSided().value()).isCloseTo(0.01, within(1e-15));
        assertThat(p.greater().value()).isCloseTo(0.01, within(1e-15));
        assertThat(p.less().value()).isEqualTo(1);
        assertThat(reason(far.exact())).isEqualTo(Reason.TOO_LARGE);
        assertThatThrownBy(() -> far.monteCarlo(0, new SplittableRandom(1))).hasMessageContaining("found 0");
    }

    /** The t forms carry the same statistic to another distribution. */
    @Test
    void tFormsOfRankTests() {
        MannWhitney test = MannWhitney.of(sample(5, 6), sample(6, 9)).orElseThrow();
        for (ContinuityCorrection correction : ContinuityCorrection.values()) {
            ZTest z = test.normal(Alternative.LESS, correction).orElseThrow();
            TTest t = test.studentT(Alternative.LESS, correction).orElseThrow();
            assertThat(t.t()).isEqualTo(z.z());
            assertThat(t.degreesOfFreedom()).isEqualTo(14);
        }
        // 1, −2, 3, 4, 5: S = 13 − 7.5, Var V = 55/4, t = 5.5 √4 / √(5 · 13.75 − 30.25)
        TTest signed = SignedRank.of(new double[] {1, -2, 3, 4, 5}, SignedRank.Zeros.DROP)
                .orElseThrow()
                .studentT(Alternative.GREATER)
                .orElseThrow();
        assertThat(signed.t()).isCloseTo(11 / Math.sqrt(38.5), within(1e-13));
        assertThat(signed.degreesOfFreedom()).isEqualTo(4);
        assertThat(reason(SignedRank.of(new double[] {1}, SignedRank.Zeros.DROP)
                        .orElseThrow()
                        .studentT(Alternative.LESS)))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }
}
