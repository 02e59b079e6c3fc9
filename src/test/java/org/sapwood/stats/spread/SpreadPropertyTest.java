package org.sapwood.stats.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.FTest;
import org.sapwood.stats.spread.EqualVariances.Centre;

class SpreadPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.8);

    private static double[] sample(long seed, int n) {
        return new SplittableRandom(seed).doubles(n, 0, 10).toArray();
    }

    private static double[] moved(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(v -> factor * v + shift).toArray();
    }

    private static List<Moments> moments(List<double[]> groups) {
        return groups.stream().map(Moments::of).toList();
    }

    private static final List<double[]> GROUPS = List.of(sample(1, 8), sample(2, 11), sample(3, 5));

    /** The same data with the groups turned, another unit, and an origin of its own for each group. */
    private static final List<double[]> MOVED =
            List.of(moved(GROUPS.get(2), 4, 16), moved(GROUPS.get(0), 4, -8), moved(GROUPS.get(1), 4, 64));

    @ParameterizedTest
    @EnumSource(Centre.class)
    void leveneIgnoresOrderUnitAndLocation(Centre centre) {
        FTest one = EqualVariances.levene(GROUPS, centre).orElseThrow();
        FTest two = EqualVariances.levene(MOVED, centre).orElseThrow();
        assertThat(two.f()).isCloseTo(one.f(), within(1e-10));
        assertThat(two.numerator()).isEqualTo(2);
        assertThat(two.denominator()).isEqualTo(21);
    }

    @Test
    void bartlettIgnoresOrderUnitAndLocation() {
        assertThat(EqualVariances.bartlett(moments(MOVED)).orElseThrow().statistic())
                .isCloseTo(
                        EqualVariances.bartlett(moments(GROUPS)).orElseThrow().statistic(), within(1e-10));
    }

    @Test
    void flignerKilleenIgnoresOrderUnitAndLocation() {
        assertThat(EqualVariances.flignerKilleen(MOVED).orElseThrow().statistic())
                .isCloseTo(EqualVariances.flignerKilleen(GROUPS).orElseThrow().statistic(), within(1e-10));
    }

    @Test
    void equalSpreadGivesNothingToBartlett() {
        List<Moments> groups = moments(List.of(new double[] {1, 2, 3}, new double[] {11, 12, 13}));
        assertThat(EqualVariances.bartlett(groups).orElseThrow().statistic()).isCloseTo(0, within(1e-14));
    }

    /** Variances 2 and 8 of two pairs: v = 2, log 5 · 2 − log 2 − log 8, over 1 + (2 − 1/2)/3. */
    @Test
    void bartlettByHand() {
        List<Moments> groups = moments(List.of(new double[] {0, 2}, new double[] {0, 4}));
        assertThat(EqualVariances.bartlett(groups).orElseThrow().statistic())
                .isCloseTo((2 * StrictMath.log(5) - StrictMath.log(16)) / 1.5, within(1e-14));
    }

    /** Deviations from the medians 0 and 10: (1, 0, 4) and (2, 0, 3); from the means 1 and 31/3 others. */
    @Test
    void leveneByHand() {
        List<double[]> groups = List.of(new double[] {-1, 0, 4}, new double[] {8, 10, 13});
        // median deviations: means 5/3 and 5/3, so nothing between
        assertThat(EqualVariances.levene(groups, Centre.MEDIAN).orElseThrow().f())
                .isCloseTo(0, within(1e-14));
        // mean deviations: (2, 1, 3) mean 2, and (7/3, 1/3, 8/3) mean 16/9
        double between = 3 * 2 * (1.0 / 9) * (1.0 / 9);
        double within = 2 + (25 + 169 + 64) / 81.0;
        assertThat(EqualVariances.levene(groups, Centre.MEAN).orElseThrow().f())
                .isCloseTo(between / (within / 4), within(1e-13));
    }

    @Test
    void swappedSamplesInvertTheVarianceRatio() {
        for (long seed = 1; seed <= 20; seed++) {
            Moments x = Moments.of(sample(seed, 7));
            Moments y = Moments.of(moved(sample(seed + 30, 12), 1.5, 0));
            VarianceRatio xy = VarianceRatio.of(x, y).orElseThrow();
            VarianceRatio yx = VarianceRatio.of(y, x).orElseThrow();
            assertThat(xy.f() * yx.f()).isCloseTo(1, within(1e-13));
            assertThat(xy.pValue().value()).isCloseTo(yx.pValue().value(), within(1e-12));
            assertThat(xy.interval(LEVEL).lower() * yx.interval(LEVEL).upper()).isCloseTo(1, within(1e-9));
            assertThat(xy.interval(LEVEL).upper() * yx.interval(LEVEL).lower()).isCloseTo(1, within(1e-9));
            FTest folded = xy.folded().orElseThrow();
            assertThat(folded.f()).isGreaterThanOrEqualTo(1);
            assertThat(folded.f()).isCloseTo(yx.folded().orElseThrow().f(), within(1e-12));
            Interval interval = xy.interval(LEVEL);
            assertThat(interval.contains(1)).isEqualTo(xy.pValue().value() > LEVEL.alpha());
        }
    }

    /** With equal sizes the two tails of a ratio and of its reciprocal are one: folded and equal-tailed agree. */
    @Test
    void equalSizesFoldOntoTheTwoSidedTest() {
        VarianceRatio ratio = VarianceRatio.of(Moments.of(sample(1, 9)), Moments.of(sample(2, 9)))
                .orElseThrow();
        assertThat(ratio.folded().orElseThrow().pValue().value())
                .isCloseTo(ratio.pValue().value(), within(1e-12));
        VarianceRatio one = VarianceRatio.of(Moments.of(0, 2), Moments.of(5, 7)).orElseThrow();
        assertThat(one.f()).isEqualTo(1);
        assertThat(one.pValue().value()).isCloseTo(1, within(1e-14));
        assertThat(one.folded().orElseThrow().pValue().value()).isCloseTo(1, within(1e-14));
        // F(1, 1) has distribution function (2/π) atan √f: at f = 4 against 1 degree each
        VarianceRatio four =
                VarianceRatio.of(Moments.of(0, 4), Moments.of(0, 2)).orElseThrow();
        assertThat(four.pValue().value()).isCloseTo(2 - 4 / Math.PI * StrictMath.atan(2), within(1e-12));
        assertThat(four.folded().orElseThrow().numerator()).isEqualTo(1);
    }

    @Test
    void degenerateSamplesSayWhy() {
        Moments one = Moments.of(3);
        Moments equal = Moments.of(2, 2, 2);
        Moments some = Moments.of(1, 2, 5);
        assertThat(reason(VarianceRatio.of(one, some))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(VarianceRatio.of(some, one))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(VarianceRatio.of(some, equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(VarianceRatio.of(equal, some).orElseThrow().folded())).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(EqualVariances.bartlett(List.of(some)))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(EqualVariances.bartlett(List.of(some, one)))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(EqualVariances.bartlett(List.of(some, equal)))).isEqualTo(Reason.ZERO_VARIANCE);
        double[] constant = {2, 2, 2};
        assertThat(reason(EqualVariances.flignerKilleen(List.of(constant)))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(EqualVariances.flignerKilleen(List.of(constant, new double[] {7, 7}))))
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(EqualVariances.levene(List.of(constant, new double[] {7, 7}), Centre.MEDIAN)))
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(EqualVariances.levene(List.of(constant), Centre.MEAN)))
                .isEqualTo(Reason.EMPTY_GROUP);
    }
}
