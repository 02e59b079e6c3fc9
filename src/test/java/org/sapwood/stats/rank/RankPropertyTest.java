package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.ZTest;
import org.sapwood.stats.location.StudentT;

/** Rank tests other than those with an enumeration of their own: invariances, enumerations of small samples, edges. */
class RankPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static Reason reason(Estimable<?> estimable) {
        return ((Estimable.NotEstimable<?>) estimable).reason();
    }

    /** Whole numbers, with ties. */
    private static double[] sample(long seed, int n) {
        return new SplittableRandom(seed).ints(n, 0, 8).asDoubleStream().toArray();
    }

    private static double[] continuous(long seed, int n) {
        return new SplittableRandom(seed).doubles(n, 0, 8).toArray();
    }

    /** A strictly increasing change of scale. */
    private static double[] bent(double[] x) {
        return Arrays.stream(x).map(v -> v * v * v + 2).toArray();
    }

    private static double[] minus(double[] x) {
        return Arrays.stream(x).map(v -> -v).toArray();
    }

    /** The statistic of every split of the pooled values into sizes m and n. */
    private static List<Double> overAllSplits(
            double[] x, double[] y, ToDoubleBiFunction<double[], double[]> statistic) {
        double[] all = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        List<Double> values = new ArrayList<>();
        for (int mask = 0; mask < 1 << all.length; mask++) {
            if (Integer.bitCount(mask) == x.length) {
                double[] first = new double[x.length];
                double[] second = new double[y.length];
                int f = 0;
                int s = 0;
                for (int i = 0; i < all.length; i++) {
                    if ((mask >> i & 1) == 1) {
                        first[f++] = all[i];
                    } else {
                        second[s++] = all[i];
                    }
                }
                values.add(statistic.applyAsDouble(first, second));
            }
        }
        return values;
    }

    private static double share(List<Double> values, double atLeast) {
        return values.stream().filter(v -> v >= atLeast - 1e-9).count() / (double) values.size();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void kolmogorovSmirnovIsTheEnumerationOfAllSplits(long seed) {
        double[] x = sample(seed, 5);
        double[] y = sample(seed + 40, 7);
        KolmogorovSmirnov test = KolmogorovSmirnov.of(x, y).orElseThrow();
        List<Double> all = overAllSplits(
                x, y, (a, b) -> KolmogorovSmirnov.of(a, b).orElseThrow().d());
        assertThat(test.exact().orElseThrow().value()).isCloseTo(share(all, test.d()), within(1e-12));
        double largest = 0;
        for (double t = 0; t < 8; t++) {
            double cut = t;
            double below = Arrays.stream(x).filter(v -> v <= cut).count() / 5.0;
            double other = Arrays.stream(y).filter(v -> v <= cut).count() / 7.0;
            largest = Math.max(largest, Math.abs(below - other));
        }
        assertThat(test.d()).isCloseTo(largest, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void kolmogorovSmirnovSeesOnlyTheOrder(long seed) {
        double[] x = sample(seed, 9);
        double[] y = sample(seed + 40, 12);
        KolmogorovSmirnov one = KolmogorovSmirnov.of(x, y).orElseThrow();
        for (KolmogorovSmirnov same : List.of(
                KolmogorovSmirnov.of(y, x).orElseThrow(),
                KolmogorovSmirnov.of(bent(x), bent(y)).orElseThrow(),
                KolmogorovSmirnov.of(minus(x), minus(y)).orElseThrow())) {
            assertThat(same.d()).isCloseTo(one.d(), within(1e-15));
            assertThat(same.exact().orElseThrow().value())
                    .isCloseTo(one.exact().orElseThrow().value(), within(1e-12));
            assertThat(same.asymptotic().value()).isCloseTo(one.asymptotic().value(), within(1e-13));
        }
    }

    /** Kolmogorov's distribution at 1.36 is 0.0494…; its two series meet at 1; the exact tail nears it. */
    @Test
    void kolmogorovsLimit() {
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < 400; i++) {
            x[i] = i;
            y[i] = i + 38.5;
        }
        KolmogorovSmirnov far = KolmogorovSmirnov.of(x, y).orElseThrow();
        double z = far.d() * Math.sqrt(200);
        double series = 2 * (StrictMath.exp(-2 * z * z) - StrictMath.exp(-8 * z * z) + StrictMath.exp(-18 * z * z));
        assertThat(far.asymptotic().value()).isCloseTo(series, within(1e-9));
        assertThat(far.exact().orElseThrow().value()).isCloseTo(series, within(0.006));
        for (int i = 0; i < 400; i++) {
            y[i] = i + 25.5;
        }
        KolmogorovSmirnov near = KolmogorovSmirnov.of(x, y).orElseThrow();
        double w = near.d() * Math.sqrt(200);
        assertThat(w).isLessThan(1);
        double alternating = 0;
        for (int k = 1; k < 200; k++) {
            alternating += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * w * w);
        }
        assertThat(near.asymptotic().value()).isCloseTo(alternating, within(1e-12));
        KolmogorovSmirnov same = KolmogorovSmirnov.of(x, x).orElseThrow();
        assertThat(same.d()).isZero();
        assertThat(same.asymptotic().value()).isEqualTo(1);
        assertThat(same.exact().orElseThrow().value()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void kruskalWallisIsTheEnumerationAndOfTwoGroupsTheSquaredRankSum(long seed) {
        double[] x = sample(seed, 5);
        double[] y = sample(seed + 40, 6);
        KruskalWallis test = KruskalWallis.of(List.of(x, y)).orElseThrow();
        double h = test.asymptotic().statistic();
        List<Double> all = overAllSplits(
                x,
                y,
                (a, b) -> KruskalWallis.of(List.of(a, b))
                        .orElseThrow()
                        .asymptotic()
                        .statistic());
        assertThat(test.exact().orElseThrow().value()).isCloseTo(share(all, h), within(1e-12));
        ZTest z = MannWhitney.of(x, y)
                .orElseThrow()
                .normal(Alternative.TWO_SIDED, ContinuityCorrection.NONE)
                .orElseThrow();
        assertThat(h).isCloseTo(z.z() * z.z(), within(1e-12));
        double[] w = sample(seed + 80, 7);
        double three =
                KruskalWallis.of(List.of(x, y, w)).orElseThrow().asymptotic().statistic();
        assertThat(KruskalWallis.of(List.of(bent(w), bent(x), new double[0], bent(y)))
                        .orElseThrow()
                        .asymptotic()
                        .statistic())
                .isCloseTo(three, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void jonckheereTurnsWithTheOrderOfGroupsAndOfValues(long seed) {
        List<double[]> groups = List.of(sample(seed, 6), sample(seed + 1, 4), sample(seed + 2, 7));
        List<double[]> backwards = List.of(groups.get(2), groups.get(1), groups.get(0));
        JonckheereTerpstra one = JonckheereTerpstra.of(groups).orElseThrow();
        JonckheereTerpstra two = JonckheereTerpstra.of(backwards).orElseThrow();
        JonckheereTerpstra three = JonckheereTerpstra.of(
                        groups.stream().map(RankPropertyTest::minus).toList())
                .orElseThrow();
        assertThat(two.normal(Alternative.LESS).z())
                .isCloseTo(-one.normal(Alternative.LESS).z(), within(1e-12));
        assertThat(three.normal(Alternative.LESS).z())
                .isCloseTo(-one.normal(Alternative.LESS).z(), within(1e-12));
        // two groups: the Mann-Whitney test of the second against the first
        double z = MannWhitney.of(groups.get(1), groups.get(0))
                .orElseThrow()
                .normal(Alternative.GREATER, ContinuityCorrection.NONE)
                .orElseThrow()
                .z();
        assertThat(JonckheereTerpstra.of(List.of(groups.get(0), groups.get(1), new double[0]))
                        .orElseThrow()
                        .normal(Alternative.GREATER)
                        .z())
                .isCloseTo(z, within(1e-12));
    }

    /** Mean and variance over all splits, and without ties the exact tails. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void jonckheereOfTwoGroupsIsTheEnumeration(long seed) {
        double[] x = sample(seed, 5);
        double[] y = sample(seed + 40, 6);
        JonckheereTerpstra tied = JonckheereTerpstra.of(List.of(x, y)).orElseThrow();
        List<Double> all = overAllSplits(
                x,
                y,
                (a, b) -> JonckheereTerpstra.of(List.of(a, b)).orElseThrow().statistic());
        double mean = all.stream().mapToDouble(v -> v).average().orElseThrow();
        double variance =
                all.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertThat(tied.expected()).isCloseTo(mean, within(1e-10));
        assertThat(tied.variance()).isCloseTo(variance, within(1e-9));
        double[] u = continuous(seed, 5);
        double[] v = continuous(seed + 40, 6);
        JonckheereTerpstra exact = JonckheereTerpstra.of(List.of(u, v)).orElseThrow();
        List<Double> free = overAllSplits(
                u,
                v,
                (a, b) -> JonckheereTerpstra.of(List.of(a, b)).orElseThrow().statistic());
        double greater = share(free, exact.statistic());
        double less = free.stream().filter(s -> s <= exact.statistic() + 1e-9).count() / (double) free.size();
        assertThat(exact.exact(Alternative.GREATER).orElseThrow().value()).isCloseTo(greater, within(1e-12));
        assertThat(exact.exact(Alternative.LESS).orElseThrow().value()).isCloseTo(less, within(1e-12));
        assertThat(exact.exact(Alternative.TWO_SIDED).orElseThrow().value())
                .isCloseTo(Math.min(1, 2 * Math.min(greater, less)), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void meanDifferencesOverAllSplits(long seed) {
        double[] x = sample(seed, 5);
        double[] y = sample(seed + 40, 7);
        for (double shift : new double[] {0, 1 / 3.0}) {
            // thirds have no last decimal and are listed split by split
            double[] moved = Arrays.stream(x).map(v -> v + shift).toArray();
            double[] other = Arrays.stream(y).map(v -> v + 2 * shift).toArray();
            MeanDifferencePermutation test =
                    MeanDifferencePermutation.of(moved, other).orElseThrow();
            List<Double> all = overAllSplits(
                    moved,
                    other,
                    (a, b) -> Arrays.stream(a).average().orElseThrow()
                            - Arrays.stream(b).average().orElseThrow());
            double d = test.difference();
            double greater = share(all, d);
            double less = all.stream().filter(v -> v <= d + 1e-9).count() / (double) all.size();
            double two =
                    all.stream().filter(v -> Math.abs(v) >= Math.abs(d) - 1e-9).count() / (double) all.size();
            MeanDifferencePermutation.PValues p = test.exact().orElseThrow();
            assertThat(p.of(Alternative.GREATER).value()).isCloseTo(greater, within(1e-12));
            assertThat(p.of(Alternative.LESS).value()).isCloseTo(less, within(1e-12));
            assertThat(p.of(Alternative.TWO_SIDED).value()).isCloseTo(two, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(VanElteren.Weights.class)
    void oneStratumIsTheRankSumTestAndEmptyStrataSayNothing(VanElteren.Weights weights) {
        double[] x = sample(1, 8);
        double[] y = sample(2, 11);
        double z = MannWhitney.of(x, y)
                .orElseThrow()
                .normal(Alternative.GREATER, ContinuityCorrection.NONE)
                .orElseThrow()
                .z();
        VanElteren.Stratum only = new VanElteren.Stratum(x, y);
        VanElteren.Stratum oneArm = new VanElteren.Stratum(sample(3, 4), new double[0]);
        VanElteren.Stratum tied = new VanElteren.Stratum(new double[] {2, 2}, new double[] {2});
        for (List<VanElteren.Stratum> strata : List.of(List.of(only), List.of(oneArm, only), List.of(only, tied))) {
            assertThat(VanElteren.of(strata, weights)
                            .orElseThrow()
                            .test(Alternative.GREATER)
                            .z())
                    .isCloseTo(z, within(1e-12));
        }
        VanElteren.Stratum second = new VanElteren.Stratum(sample(5, 5), sample(6, 6));
        double both = VanElteren.of(List.of(only, second), weights)
                .orElseThrow()
                .test(Alternative.GREATER)
                .z();
        assertThat(VanElteren.of(
                                List.of(
                                        new VanElteren.Stratum(second.second(), second.first()),
                                        new VanElteren.Stratum(bent(y), bent(x))),
                                weights)
                        .orElseThrow()
                        .test(Alternative.GREATER)
                        .z())
                .isCloseTo(-both, within(1e-12));
        assertThat(reason(VanElteren.of(List.of(oneArm), weights))).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(VanElteren.of(List.of(tied), weights).isEstimable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void blocksIgnoreTheirOrderAndAnyIncreasingScale(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] blocks = new double[9][];
        double[][] moved = new double[10][];
        for (int i = 0; i < 9; i++) {
            blocks[i] = random.ints(4, 0, 9).asDoubleStream().toArray();
            double[] b = blocks[i];
            moved[8 - i] = new double[] {b[2] * 3 + 1, b[0] * 3 + 1, b[3] * 3 + 1, b[1] * 3 + 1};
        }
        moved[9] = new double[] {1, Double.NaN, 2, 3};
        BlockedRanks one = BlockedRanks.of(blocks).orElseThrow();
        BlockedRanks two = BlockedRanks.of(moved).orElseThrow();
        assertThat(two.blocks()).isEqualTo(9);
        assertThat(two.friedman().statistic()).isCloseTo(one.friedman().statistic(), within(1e-11));
        assertThat(two.quade().orElseThrow().f())
                .isCloseTo(one.quade().orElseThrow().f(), within(1e-10));
        double q = one.friedman().statistic();
        assertThat(one.kendallW()).isCloseTo(q / 27, within(1e-13));
        assertThat(one.imanDavenport().orElseThrow().f()).isCloseTo(8 * q / (27 - q), within(1e-11));
        assertThat(one.imanDavenport().orElseThrow().denominator()).isEqualTo(24);
    }

    /** Two treatments without ties: Friedman's statistic is the squared sign test, (b − c)²/(b + c). */
    @Test
    void friedmanOfTwoTreatmentsCountsSigns() {
        double[][] blocks = {{1, 2}, {5, 3}, {2, 4}, {1, 9}, {3, 7}, {2, 2}};
        assertThat(BlockedRanks.of(blocks).orElseThrow().friedman().statistic()).isCloseTo(9.0 / 5, within(1e-13));
        double[][] agreed = {{1, 2, 3}, {4, 5, 6}, {0, 1, 2}};
        BlockedRanks all = BlockedRanks.of(agreed).orElseThrow();
        assertThat(all.kendallW()).isCloseTo(1, within(1e-14));
        assertThat(reason(all.imanDavenport())).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(all.quade().orElseThrow().pValue().value()).isCloseTo(1 / 36.0, within(1e-14));
    }

    /** 3 of 4 against 1 of 5 above the median 5 of all nine, of which four lie above. */
    @Test
    void medianTestByHand() {
        double[] x = {6, 7, 8, 1};
        double[] y = {9, 2, 3, 4, 5};
        ZTest test = MedianTest.of(x, y, Alternative.GREATER).orElseThrow();
        double variance = 4 * 5 * (4 / 9.0) * (5 / 9.0) / 8;
        assertThat(test.z()).isCloseTo((3 - 16 / 9.0) / Math.sqrt(variance), within(1e-13));
        assertThat(MedianTest.of(bent(y), bent(x), Alternative.LESS)
                        .orElseThrow()
                        .z())
                .isCloseTo(-test.z(), within(1e-13));
        // an even number: the median lies between the middle values
        ZTest even = MedianTest.of(new double[] {3, 4}, new double[] {1, 2}, Alternative.GREATER)
                .orElseThrow();
        assertThat(even.z()).isCloseTo(1 / Math.sqrt(4 * 0.25 / 3), within(1e-13));
        assertThat(reason(MedianTest.of(new double[] {2, 2}, new double[] {2}, Alternative.LESS)))
                .isEqualTo(Reason.ALL_TIED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void brunnerMunzelTurnsWithTheSamplesAndSeesOnlyTheOrder(long seed) {
        double[] x = sample(seed, 8);
        double[] y = sample(seed + 40, 11);
        StudentT one = BrunnerMunzel.of(x, y).orElseThrow();
        StudentT two = BrunnerMunzel.of(bent(y), bent(x)).orElseThrow();
        assertThat(two.estimate()).isCloseTo(1 - one.estimate(), within(1e-14));
        assertThat(two.standardError()).isCloseTo(one.standardError(), within(1e-14));
        assertThat(two.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-10));
        double effect = 0;
        for (double a : x) {
            for (double b : y) {
                effect += (a > b ? 1 : a == b ? 0.5 : 0) / 88;
            }
        }
        assertThat(Math.min(one.estimate(), 1 - one.estimate())).isCloseTo(Math.min(effect, 1 - effect), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theShiftIntervalMovesAndTurnsWithTheSamples(long seed) {
        double[] x = continuous(seed, 9);
        double[] y = continuous(seed + 40, 7);
        HodgesLehmann one = HodgesLehmann.ofShift(x, y).orElseThrow();
        HodgesLehmann turned = HodgesLehmann.ofShift(y, x).orElseThrow();
        HodgesLehmann moved = HodgesLehmann.ofShift(
                        Arrays.stream(x).map(v -> 2 * v + 3).toArray(),
                        Arrays.stream(y).map(v -> 2 * v).toArray())
                .orElseThrow();
        Interval interval = one.exactInterval(LEVEL).interval();
        assertThat(turned.estimate()).isCloseTo(-one.estimate(), within(1e-12));
        assertThat(turned.exactInterval(LEVEL).interval().lower()).isCloseTo(-interval.upper(), within(1e-12));
        assertThat(moved.estimate()).isCloseTo(2 * one.estimate() + 3, within(1e-12));
        assertThat(moved.exactInterval(LEVEL).interval().upper()).isCloseTo(2 * interval.upper() + 3, within(1e-12));
        assertThat(moved.asymptoticInterval(LEVEL).lower())
                .isCloseTo(2 * one.asymptoticInterval(LEVEL).lower() + 3, within(1e-12));
        assertThat(one.exactInterval(LEVEL).achievedLevel()).isGreaterThanOrEqualTo(0.9);
        // duality: a shift inside is not rejected by the exact test, one outside is
        for (double shift = -8; shift <= 8; shift += 0.1) {
            double s = shift;
            double p = MannWhitney.of(Arrays.stream(x).map(v -> v - s).toArray(), y)
                    .orElseThrow()
                    .exact(Alternative.TWO_SIDED)
                    .value();
            assertThat(interval.contains(shift)).as("shift %s", shift).isEqualTo(p > 0.1);
        }
    }

    @Test
    void degenerateSamplesSayWhy() {
        double[] none = {};
        double[] one = {2};
        double[] equal = {2, 2};
        BiFunction<double[], double[], List<Estimable<?>>> all = (x, y) -> List.of(
                KolmogorovSmirnov.of(x, y),
                KruskalWallis.of(List.of(x, y)),
                JonckheereTerpstra.of(List.of(x, y)),
                MeanDifferencePermutation.of(x, y),
                MedianTest.of(x, y, Alternative.LESS),
                BrunnerMunzel.of(x, y),
                BrunnerMunzel.permutation(x, y),
                MannWhitney.of(x, y),
                HodgesLehmann.ofShift(x, y));
        for (Estimable<?> result : all.apply(none, equal)) {
            assertThat(reason(result)).isEqualTo(Reason.EMPTY_GROUP);
        }
        for (Estimable<?> result : all.apply(equal, none)) {
            assertThat(reason(result)).isEqualTo(Reason.EMPTY_GROUP);
        }
        assertThat(reason(KruskalWallis.of(List.of(equal, one)))).isEqualTo(Reason.ALL_TIED);
        assertThat(reason(BrunnerMunzel.of(one, equal))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(BrunnerMunzel.of(equal, equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(BlockedRanks.of(new double[][] {{3, 3}, {1, 1}}))).isEqualTo(Reason.ALL_TIED);
        assertThat(reason(BlockedRanks.of(new double[][] {{Double.NaN, 3}}))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(BlockedRanks.of(new double[0][]))).isEqualTo(Reason.EMPTY_GROUP);
        BlockedRanks single = BlockedRanks.of(new double[][] {{1, 2, 3}}).orElseThrow();
        assertThat(reason(single.imanDavenport())).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(single.quade())).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThatThrownBy(() -> BlockedRanks.of(new double[][] {{1}})).hasMessageContaining("found 1");
        assertThatThrownBy(() -> BlockedRanks.of(new double[][] {{1, 2}, {1, 2, 3}}))
                .hasMessageContaining("found 3");
    }
}
