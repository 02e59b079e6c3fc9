package org.sapwood.stats.normality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.normality.EmpiricalDistributionTests.Distance;

class NormalityPropertyTest {
    private static double[] sample(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(n, 0, 10).map(u -> u * u / 10).toArray();
    }

    private static double[] moved(double[] x, double factor, double shift) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = factor * x[x.length - 1 - i] + shift;
        }
        return y;
    }

    /** The middles of n equal slices of a distribution: a sample as regular as can be. */
    private static double[] normalScores(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = NormalDistribution.of(0, 1).inverseCumulativeProbability((i + 0.5) / n);
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 50, 300})
    void shapiroWilkIgnoresOrderUnitOriginAndSign(int n) {
        ShapiroWilk one = ShapiroWilk.of(sample(n, n)).orElseThrow();
        ShapiroWilk same = ShapiroWilk.of(moved(sample(n, n), 4, 8)).orElseThrow();
        ShapiroWilk mirrored = ShapiroWilk.of(moved(sample(n, n), -4, 8)).orElseThrow();
        assertThat(same.w()).isCloseTo(one.w(), within(1e-12));
        assertThat(mirrored.w()).isCloseTo(one.w(), within(1e-12));
        assertThat(mirrored.pValue().value()).isCloseTo(one.pValue().value(), within(1e-9));
        assertThat(one.w()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 2000})
    void aRegularNormalSampleIsNotRejectedAndARegularExponentialOneIs(int n) {
        double[] normal = normalScores(n);
        double[] exponential = new double[n];
        for (int i = 0; i < n; i++) {
            exponential[i] = -StrictMath.log(1 - (i + 0.5) / n);
        }
        assertThat(ShapiroWilk.of(normal).orElseThrow().pValue().value()).isGreaterThan(0.9);
        assertThat(ShapiroWilk.of(exponential).orElseThrow().pValue().value()).isLessThan(0.02);
        assertThat(EmpiricalDistributionTests.andersonDarling(normal)
                        .orElseThrow()
                        .pValue()
                        .value())
                .isGreaterThan(0.9);
        assertThat(EmpiricalDistributionTests.andersonDarling(exponential)
                        .orElseThrow()
                        .pValue()
                        .value())
                .isLessThan(0.03);
    }

    /** W of three values is (range)²/2 over the sum of squares; p is (6/π)(asin √W − asin √(3/4)). */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 3, 40})
    void threeValuesByHand(double gap) {
        double[] x = {0, 1, 1 + gap};
        double mean = (2 + gap) / 3;
        double squares = mean * mean + (1 - mean) * (1 - mean) + (1 + gap - mean) * (1 + gap - mean);
        double w = (1 + gap) * (1 + gap) / 2 / squares;
        ShapiroWilk test = ShapiroWilk.of(x).orElseThrow();
        assertThat(test.w()).isCloseTo(w, within(1e-13));
        assertThat(test.pValue().value())
                .isCloseTo(
                        6 / Math.PI * (StrictMath.asin(Math.sqrt(w)) - StrictMath.asin(Math.sqrt(0.75))), within(1e-7));
    }

    @Test
    void twoEqualValuesOfThreeAreTheExtreme() {
        ShapiroWilk test = ShapiroWilk.of(1, 1, 2).orElseThrow();
        assertThat(test.w()).isCloseTo(0.75, within(1e-14));
        assertThat(test.pValue().value()).isCloseTo(0, within(1e-7));
    }

    @Test
    void oneOutlierAmongManyIsRejectedHard() {
        double[] x = normalScores(40);
        x[39] = 1e6;
        assertThat(ShapiroWilk.of(x).orElseThrow().pValue().value()).isLessThan(1e-10);
        double[] small = {1, 1, 1, 1, 1, 1, 1, 1e9};
        assertThat(ShapiroWilk.of(small).orElseThrow().pValue().value()).isLessThan(1e-5);
    }

    private static void moves(Function<double[], Estimable<Distance>> test) {
        for (int n : new int[] {8, 15, 60, 150}) {
            Distance one = test.apply(sample(n, n)).orElseThrow();
            Distance same = test.apply(moved(sample(n, n), 4, 8)).orElseThrow();
            Distance mirrored = test.apply(moved(sample(n, n), -4, 8)).orElseThrow();
            assertThat(same.statistic()).isCloseTo(one.statistic(), within(1e-10));
            assertThat(mirrored.statistic()).isCloseTo(one.statistic(), within(1e-10));
            assertThat(mirrored.pValue().value()).isCloseTo(one.pValue().value(), within(1e-9));
        }
    }

    @Test
    void distancesIgnoreOrderUnitOriginAndSign() {
        moves(EmpiricalDistributionTests::andersonDarling);
        moves(EmpiricalDistributionTests::cramerVonMises);
        moves(EmpiricalDistributionTests::lilliefors);
    }

    /**
     * The p-value is put together from pieces over the statistic; from sample to sample it must fall as the statistic
     * rises, over the joints of the pieces as well.
     */
    @Test
    void theFartherTheSmallerIsThePValue() {
        falls(EmpiricalDistributionTests::andersonDarling, 40, 0.006);
        falls(EmpiricalDistributionTests::cramerVonMises, 40, 0.006);
        falls(EmpiricalDistributionTests::lilliefors, 40, 0.006);
        falls(EmpiricalDistributionTests::lilliefors, 250, 0.006);
    }

    /** Bends a normal sample step by step towards a skew one. The published pieces meet within {@code joint}. */
    private static void falls(Function<double[], Estimable<Distance>> test, int n, double joint) {
        double[] z = normalScores(n);
        Distance last = test.apply(z).orElseThrow();
        assertThat(last.pValue().value()).isGreaterThan(0.9);
        for (int step = 1; step <= 400; step++) {
            double bend = step / 100.0;
            Distance next = test.apply(
                            Arrays.stream(z).map(v -> StrictMath.exp(bend * v)).toArray())
                    .orElseThrow();
            assertThat(next.statistic()).isGreaterThan(last.statistic());
            assertThat(next.pValue().value()).isLessThanOrEqualTo(last.pValue().value() + joint);
            last = next;
        }
        assertThat(last.pValue().value()).isLessThan(1e-3);
    }

    /** Points of Stephens' table (D'Agostino and Stephens 1986, table 4.7): upper 5 % of A*² and W*², of D in Lilliefors' form. */
    @Test
    void theFivePercentPointsOfThePublishedTables() {
        assertThat(pAtStatistic(EmpiricalDistributionTests::andersonDarling, n -> 1 + 0.75 / n + 2.25 / (n * n), 0.752))
                .isCloseTo(0.05, within(0.002));
        assertThat(pAtStatistic(EmpiricalDistributionTests::cramerVonMises, n -> 1 + 0.5 / n, 0.126))
                .isCloseTo(0.05, within(0.002));
        assertThat(pAtStatistic(
                        EmpiricalDistributionTests::lilliefors, n -> Math.sqrt(n) - 0.01 + 0.85 / Math.sqrt(n), 0.895))
                .isCloseTo(0.05, within(0.004));
    }

    /** Bends a sample until its modified statistic reaches a tabled point. */
    private static double pAtStatistic(
            Function<double[], Estimable<Distance>> test, Function<Double, Double> factor, double point) {
        double[] z = normalScores(50);
        double low = 1e-3;
        double high = 3;
        for (int step = 0; step < 60; step++) {
            double bend = (low + high) / 2;
            Distance at = test.apply(
                            Arrays.stream(z).map(v -> StrictMath.exp(bend * v)).toArray())
                    .orElseThrow();
            if (at.statistic() * factor.apply(50.0) < point) {
                low = bend;
            } else {
                high = bend;
            }
        }
        double bend = high;
        return test.apply(Arrays.stream(z).map(v -> StrictMath.exp(bend * v)).toArray())
                .orElseThrow()
                .pValue()
                .value();
    }

    @Test
    void degenerateSamplesSayWhy() {
        double[] seven = sample(1, 7);
        double[] four = sample(1, 4);
        double[] equal = new double[10];
        Arrays.fill(equal, 0.1);
        assertThat(reason(ShapiroWilk.of(1, 2))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(ShapiroWilk.of(equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(ShapiroWilk.of(sample(1, 5001)))).isEqualTo(Reason.TOO_LARGE);
        assertThat(ShapiroWilk.of(sample(1, 5000)).isEstimable()).isTrue();
        assertThat(reason(EmpiricalDistributionTests.andersonDarling(seven))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(EmpiricalDistributionTests.cramerVonMises(seven))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(EmpiricalDistributionTests.lilliefors(four))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(EmpiricalDistributionTests.lilliefors(sample(1, 5)).isEstimable())
                .isTrue();
        assertThat(reason(EmpiricalDistributionTests.andersonDarling(equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(EmpiricalDistributionTests.cramerVonMises(equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(EmpiricalDistributionTests.lilliefors(equal))).isEqualTo(Reason.ZERO_VARIANCE);
    }
}
