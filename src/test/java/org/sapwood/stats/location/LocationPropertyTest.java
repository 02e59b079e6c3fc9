package org.sapwood.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.FTest;
import org.sapwood.stats.location.TwoSampleT.Variances;

class LocationPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.8);

    private static double[] sample(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(n, 0, 10).toArray();
    }

    private static double[] moved(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(v -> factor * v + shift).toArray();
    }

    @ParameterizedTest
    @EnumSource(Variances.class)
    void swappedArmsTurnTheDifference(Variances variances) {
        for (long seed = 1; seed <= 20; seed++) {
            double[] x = sample(seed, 9);
            double[] y = sample(seed + 50, 14);
            StudentT xy = TwoSampleT.of(x, y, variances).orElseThrow();
            StudentT yx = TwoSampleT.of(y, x, variances).orElseThrow();
            assertThat(yx.estimate()).isEqualTo(-xy.estimate());
            assertThat(yx.standardError()).isCloseTo(xy.standardError(), within(1e-14));
            assertThat(yx.degreesOfFreedom()).isCloseTo(xy.degreesOfFreedom(), within(1e-11));
            assertThat(yx.pValue(0, Alternative.TWO_SIDED).value())
                    .isCloseTo(xy.pValue(0, Alternative.TWO_SIDED).value(), within(1e-13));
            assertThat(yx.pValue(0, Alternative.LESS).value())
                    .isCloseTo(xy.pValue(0, Alternative.GREATER).value(), within(1e-13));
            assertThat(yx.interval(LEVEL).lower()).isCloseTo(-xy.interval(LEVEL).upper(), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Variances.class)
    void unitAndOriginDoNotMatter(Variances variances) {
        double[] x = sample(3, 9);
        double[] y = sample(4, 14);
        StudentT one = TwoSampleT.of(x, y, variances).orElseThrow();
        StudentT two =
                TwoSampleT.of(moved(x, 4, 100), moved(y, 4, 100), variances).orElseThrow();
        assertThat(two.t(0)).isCloseTo(one.t(0), within(1e-11));
        assertThat(two.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-9));
        assertThat(two.estimate()).isCloseTo(4 * one.estimate(), within(1e-11));
    }

    @ParameterizedTest
    @EnumSource(Alternative.class)
    void theIntervalHoldsWhatTheTestDoesNotReject(Alternative alternative) {
        StudentT inference =
                TwoSampleT.of(sample(1, 8), sample(2, 11), Variances.UNEQUAL).orElseThrow();
        Interval interval = inference.interval(LEVEL, alternative);
        for (double nullValue = -8; nullValue <= 8; nullValue += 0.05) {
            assertThat(interval.contains(nullValue))
                    .isEqualTo(inference.pValue(nullValue, alternative).value() > LEVEL.alpha());
        }
    }

    @Test
    void equalSizesAndVariancesGiveWelchTheStudentTest() {
        double[] x = sample(6, 12);
        double[] y = moved(x, -1, 17);
        StudentT student = TwoSampleT.of(x, y, Variances.EQUAL).orElseThrow();
        StudentT welch = TwoSampleT.of(x, y, Variances.UNEQUAL).orElseThrow();
        assertThat(student.degreesOfFreedom()).isEqualTo(22);
        assertThat(welch.degreesOfFreedom()).isCloseTo(22, within(1e-9));
        assertThat(welch.standardError()).isCloseTo(student.standardError(), within(1e-13));
    }

    /** 1, 2, 3 against 4, 6: pooled variance (2 + 2)/3, standard error √(4/3 · 5/6). */
    @Test
    void smallSamplesByHand() {
        StudentT student = TwoSampleT.of(new double[] {1, 2, 3}, new double[] {4, 6}, Variances.EQUAL)
                .orElseThrow();
        assertThat(student.estimate()).isEqualTo(-3);
        assertThat(student.degreesOfFreedom()).isEqualTo(3);
        assertThat(student.standardError()).isCloseTo(Math.sqrt(10.0 / 9), within(1e-15));
        StudentT welch = TwoSampleT.of(new double[] {1, 2, 3}, new double[] {4, 6}, Variances.UNEQUAL)
                .orElseThrow();
        // variances of the means 1/3 and 1; df (4/3)² / (1/18 + 1)
        assertThat(welch.standardError()).isCloseTo(Math.sqrt(4.0 / 3), within(1e-15));
        assertThat(welch.degreesOfFreedom()).isCloseTo(16.0 / 9 / (19.0 / 18), within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(Variances.class)
    void twoGroupsOfTheAnalysisOfVarianceAreTheSquaredT(Variances variances) {
        for (long seed = 1; seed <= 10; seed++) {
            Moments x = Moments.of(sample(seed, 7));
            Moments y = Moments.of(sample(seed + 20, 12));
            StudentT t = TwoSampleT.of(x, y, variances).orElseThrow();
            FTest f = OneWayAnova.of(List.of(x, y), variances).orElseThrow();
            assertThat(f.f()).isCloseTo(t.t(0) * t.t(0), within(1e-11));
            assertThat(f.numerator()).isEqualTo(1);
            assertThat(f.denominator()).isCloseTo(t.degreesOfFreedom(), within(1e-9));
            assertThat(f.pValue().value())
                    .isCloseTo(t.pValue(0, Alternative.TWO_SIDED).value(), within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(Variances.class)
    void theAnalysisOfVarianceIgnoresOrderUnitAndOrigin(Variances variances) {
        double[] a = sample(1, 6);
        double[] b = sample(2, 9);
        double[] c = sample(3, 5);
        FTest one = OneWayAnova.of(List.of(Moments.of(a), Moments.of(b), Moments.of(c)), variances)
                .orElseThrow();
        FTest two = OneWayAnova.of(
                        List.of(Moments.of(moved(c, -2, 9)), Moments.of(moved(a, -2, 9)), Moments.of(moved(b, -2, 9))),
                        variances)
                .orElseThrow();
        assertThat(two.f()).isCloseTo(one.f(), within(1e-10));
        assertThat(two.denominator()).isCloseTo(one.denominator(), within(1e-9));
        assertThat(two.numerator()).isEqualTo(2);
    }

    /** Between 2 · (1.5² · 2) on one degree of freedom is F; by hand for groups (1, 3), (4, 6), (5, 5). */
    @Test
    void analysisOfVarianceByHand() {
        List<Moments> groups = List.of(Moments.of(1, 3), Moments.of(4, 6), Moments.of(5, 5));
        // means 2, 5, 5 about 4: between 2 (4 + 1 + 1) = 12 on 2; within 2 + 2 + 0 = 4 on 3
        FTest test = OneWayAnova.of(groups, Variances.EQUAL).orElseThrow();
        assertThat(test.f()).isCloseTo(4.5, within(1e-14));
        assertThat(test.denominator()).isEqualTo(3);
        assertThat(reason(OneWayAnova.of(groups, Variances.UNEQUAL))).isEqualTo(Reason.ZERO_VARIANCE);
    }

    @Test
    void standardisedDifferenceTurnsWithTheArmsAndNotWithTheUnit() {
        double[] x = sample(1, 10);
        double[] y = sample(2, 15);
        StandardisedMeanDifference one =
                StandardisedMeanDifference.of(Moments.of(x), Moments.of(y)).orElseThrow();
        StandardisedMeanDifference turned = StandardisedMeanDifference.of(
                        Moments.of(moved(y, 8, 1)), Moments.of(moved(x, 8, 1)))
                .orElseThrow();
        assertThat(turned.cohensD()).isCloseTo(-one.cohensD(), within(1e-12));
        assertThat(turned.hedgesG()).isCloseTo(-one.hedgesG(), within(1e-12));
        assertThat(turned.hedgesVariance()).isCloseTo(one.hedgesVariance(), within(1e-12));
        assertThat(Math.abs(one.hedgesG())).isLessThan(Math.abs(one.cohensD()));
        // 0, 2 against 4, 6: s² = 2, d = −4/√2; v = 2, J = Γ(1)/(√1 Γ(1/2)) = 1/√π
        StandardisedMeanDifference hand = StandardisedMeanDifference.of(Moments.of(0, 2), Moments.of(4, 6))
                .orElseThrow();
        assertThat(hand.cohensD()).isCloseTo(-4 / Math.sqrt(2), within(1e-14));
        assertThat(hand.hedgesG()).isCloseTo(-4 / Math.sqrt(2 * Math.PI), within(1e-14));
        assertThat(hand.hedgesVariance()).isCloseTo(1 + 8 / Math.PI / 8, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneSampleMovesWithItsOrigin(long seed) {
        double[] x = sample(seed, 13);
        StudentT one = OneSampleT.of(x).orElseThrow();
        StudentT two = OneSampleT.of(moved(x, 1, 3)).orElseThrow();
        assertThat(two.t(3)).isCloseTo(one.t(0), within(1e-10));
        assertThat(two.degreesOfFreedom()).isEqualTo(12);
        assertThat(two.interval(LEVEL).lower()).isCloseTo(one.interval(LEVEL).lower() + 3, within(1e-11));
    }

    @Test
    void degenerateSamplesSayWhy() {
        double[] none = {};
        double[] one = {2};
        double[] equal = {0.1, 0.1, 0.1};
        double[] some = {1, 2, 4};
        assertThat(reason(OneSampleT.of())).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(OneSampleT.of(2))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(OneSampleT.of(equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(TwoSampleT.of(none, some, Variances.EQUAL))
                .isEqualTo(Estimable.not(Reason.EMPTY_GROUP, "no observation in the first group"));
        assertThat(TwoSampleT.of(some, none, Variances.EQUAL))
                .isEqualTo(Estimable.not(Reason.EMPTY_GROUP, "no observation in the second group"));
        assertThat(reason(TwoSampleT.of(one, one, Variances.EQUAL))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(TwoSampleT.of(one, some, Variances.EQUAL).orElseThrow().degreesOfFreedom())
                .isEqualTo(2);
        assertThat(TwoSampleT.of(one, new double[] {1, 2}, Variances.EQUAL)
                        .orElseThrow()
                        .degreesOfFreedom())
                .isEqualTo(1);
        assertThat(reason(TwoSampleT.of(one, some, Variances.UNEQUAL))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(TwoSampleT.of(some, one, Variances.UNEQUAL))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(TwoSampleT.of(new double[] {1, 2}, new double[] {4, 6}, Variances.UNEQUAL)
                        .isEstimable())
                .isTrue();
        for (Variances variances : Variances.values()) {
            assertThat(reason(TwoSampleT.of(equal, new double[] {5, 5}, variances)))
                    .isEqualTo(Reason.ZERO_VARIANCE);
            assertThat(TwoSampleT.of(equal, some, variances).isEstimable()).isTrue();
            assertThat(reason(OneWayAnova.of(List.of(Moments.of(some)), variances)))
                    .isEqualTo(Reason.EMPTY_GROUP);
            assertThat(reason(OneWayAnova.of(List.of(Moments.of(one), Moments.of(one)), variances)))
                    .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
            assertThat(reason(OneWayAnova.of(List.of(Moments.of(equal), Moments.of(5, 5)), variances)))
                    .isEqualTo(Reason.ZERO_VARIANCE);
        }
        assertThat(reason(StandardisedMeanDifference.of(Moments.of(one), Moments.of(1, 2))))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(StandardisedMeanDifference.of(Moments.of(1, 2), Moments.of(1, 3))
                        .isEstimable())
                .isTrue();
        assertThatThrownBy(() -> new StudentT(1, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StudentT(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
