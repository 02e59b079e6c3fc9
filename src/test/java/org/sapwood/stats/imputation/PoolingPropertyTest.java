package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;

class PoolingPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static double[] draws(long seed, int m, double from, double to) {
        return new SplittableRandom(seed).doubles(m, from, to).toArray();
    }

    @Test
    void nothingMissingIsTheCompleteCase() {
        RubinsRules same = RubinsRules.pool(new double[] {0.1, 0.1, 0.1}, new double[] {0.7, 0.7, 0.7});
        assertThat(same.estimate()).isEqualTo(0.1);
        assertThat(same.between()).isZero();
        assertThat(same.standardError()).isCloseTo(0.7, within(1e-15));
        assertThat(same.lambda()).isZero();
        assertThat(same.relativeIncrease()).isZero();
        assertThat(same.rubinDegreesOfFreedom()).isInfinite();
        // Barnard and Rubin then keep (ν + 1)/(ν + 3) ν
        assertThat(same.barnardRubinDegreesOfFreedom(17)).isCloseTo(18 / 20.0 * 17, within(1e-12));
        assertThat(same.barnardRubinDegreesOfFreedom(Double.POSITIVE_INFINITY)).isInfinite();
    }

    /** 1, 2, 3 with errors 1, 1, 2: Q̄ 2, W 2, B 1, T 2 + 4/3, r 2/3, λ 2/5, ν 2 · (5/2)². */
    @Test
    void rubinsRulesByHand() {
        RubinsRules pooled = RubinsRules.pool(new double[] {1, 2, 3}, new double[] {1, 1, 2});
        assertThat(pooled.estimate()).isCloseTo(2, within(1e-15));
        assertThat(pooled.within()).isCloseTo(2, within(1e-15));
        assertThat(pooled.between()).isCloseTo(1, within(1e-15));
        assertThat(pooled.total()).isCloseTo(10 / 3.0, within(1e-14));
        assertThat(pooled.relativeIncrease()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(pooled.lambda()).isCloseTo(0.4, within(1e-15));
        assertThat(pooled.rubinDegreesOfFreedom()).isCloseTo(12.5, within(1e-13));
        // ν₂ = 11/13 · 10 · 0.6, harmonically with 12.5
        double second = 66 / 13.0;
        assertThat(pooled.barnardRubinDegreesOfFreedom(10)).isCloseTo(12.5 * second / (12.5 + second), within(1e-13));
        RubinsRules.Inference normal = pooled.inference(Double.POSITIVE_INFINITY, 1, LEVEL);
        assertThat(normal.t()).isCloseTo(Math.sqrt(0.3), within(1e-14));
        assertThat(normal.fractionMissingInformation()).isCloseTo(0.4, within(1e-15));
        assertThat(normal.interval().upper()).isCloseTo(2 + 1.6448536269514722 * Math.sqrt(10 / 3.0), within(1e-12));
        RubinsRules.Inference t = pooled.inference(1, 0, LEVEL);
        // one degree of freedom: the tail of Cauchy's distribution, the quantile tan(0.45 π)
        assertThat(t.pValue().value())
                .isCloseTo(1 - 2 / Math.PI * StrictMath.atan(2 / Math.sqrt(10 / 3.0)), within(1e-13));
        assertThat(t.interval().lower())
                .isCloseTo(2 - StrictMath.tan(0.45 * Math.PI) * Math.sqrt(10 / 3.0), within(1e-9));
        assertThat(t.fractionMissingInformation()).isCloseTo((2 / 3.0 + 0.5) / (5 / 3.0), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pooledNumbersMoveWithTheUnitAndIgnoreTheOrder(long seed) {
        double[] q = draws(seed, 8, -2, 3);
        double[] se = draws(seed + 9, 8, 0.5, 1);
        RubinsRules one = RubinsRules.pool(q, se);
        double[] moved = new double[8];
        double[] wider = new double[8];
        for (int i = 0; i < 8; i++) {
            moved[7 - i] = 5 - 4 * q[i];
            wider[7 - i] = 4 * se[i];
        }
        RubinsRules two = RubinsRules.pool(moved, wider);
        assertThat(two.estimate()).isCloseTo(5 - 4 * one.estimate(), within(1e-12));
        assertThat(two.standardError()).isCloseTo(4 * one.standardError(), within(1e-12));
        assertThat(two.rubinDegreesOfFreedom()).isCloseTo(one.rubinDegreesOfFreedom(), within(1e-9));
        for (double nullValue = -3; nullValue < 3; nullValue += 0.1) {
            RubinsRules.Inference at = one.inference(6.5, nullValue, LEVEL);
            assertThat(at.interval().contains(nullValue)).isEqualTo(at.pValue().value() > 0.1);
        }
    }

    /** One coefficient: D₁ is the squared pooled t. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theJointTestOfOneCoefficientIsItsSquaredT(long seed) {
        int m = 9;
        double[] q = draws(seed, m, 0, 3);
        double[] se = draws(seed + 9, m, 0.5, 1);
        double[][] estimates = new double[m][];
        double[][][] covariances = new double[m][][];
        for (int i = 0; i < m; i++) {
            estimates[i] = new double[] {q[i]};
            covariances[i] = new double[][] {{se[i] * se[i]}};
        }
        RubinsRules pooled = RubinsRules.pool(q, se);
        double t = (pooled.estimate() - 0.4) / pooled.standardError();
        PooledWaldTest joint = PooledWaldTest.fromMoments(estimates, covariances, 0.4);
        assertThat(joint.f()).isCloseTo(t * t, within(1e-11));
        assertThat(joint.relativeIncrease()).isCloseTo(pooled.relativeIncrease(), within(1e-12));
        double r = pooled.relativeIncrease();
        double inner = 1 + (1 - 2 / 8.0) / r;
        assertThat(joint.denominator()).isCloseTo(4 + 4 * inner * inner, within(1e-9));
    }

    /** Coefficients in other units and another order make the same statement. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void jointTestsIgnoreTheUnitsOfTheirCoefficients(long seed) {
        int m = 6;
        double[][] q = new double[m][];
        double[][] turned = new double[m][];
        double[][][] v = new double[m][][];
        double[][][] w = new double[m][][];
        for (int i = 0; i < m; i++) {
            double[] d = draws(seed * 10 + i, 5, 0.5, 1.5);
            q[i] = new double[] {d[0], d[1]};
            turned[i] = new double[] {-2 * d[1], 8 * d[0]};
            v[i] = new double[][] {{d[2], 0.2 * d[3]}, {0.2 * d[3], d[4]}};
            w[i] = new double[][] {{4 * d[4], -3.2 * d[3]}, {-3.2 * d[3], 64 * d[2]}};
        }
        PooledWaldTest one = PooledWaldTest.fromMoments(q, v, 0);
        PooledWaldTest two = PooledWaldTest.fromMoments(turned, w, 0);
        assertThat(two.f()).isCloseTo(one.f(), within(1e-11));
        assertThat(two.denominator()).isCloseTo(one.denominator(), within(1e-8));
        PooledWaldTest three = PooledWaldTest.fromStatistics(q, v, 0);
        PooledWaldTest four = PooledWaldTest.fromStatistics(turned, w, 0);
        assertThat(four.f()).isCloseTo(three.f(), within(1e-11));
        assertThat(four.denominator()).isCloseTo(three.denominator(), within(1e-7));
    }

    /** Leaving out one of n values: the standard error is that of the mean, s/√n. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theJackknifeOfAMeanIsItsStandardError(long seed) {
        double[] x = draws(seed, 12, 0, 5);
        double sum = Arrays.stream(x).sum();
        double squares =
                Arrays.stream(x).map(v -> (v - sum / 12) * (v - sum / 12)).sum();
        Jackknife jackknife = Jackknife.of(
                        12, new double[] {sum / 12}, i -> Estimable.of(new double[] {(sum - x[i]) / 11}))
                .orElseThrow();
        double error = Math.sqrt(squares / 11 / 12);
        assertThat(jackknife.standardError(0)).isCloseTo(error, within(1e-12));
        assertThat(jackknife.estimate(0)).isEqualTo(sum / 12);
        assertThat(jackknife.interval(0, LEVEL).lower())
                .isCloseTo(sum / 12 - 1.6448536269514722 * error, within(1e-11));
        assertThat(jackknife.interval(0, LEVEL).contains(0))
                .isEqualTo(jackknife.pValue(0).value() > 0.1);
        Estimable<Jackknife> broken = Jackknife.of(
                12,
                new double[] {1},
                i -> i == 4 ? Estimable.not(Reason.NO_CONVERGENCE, "no convergence") : Estimable.of(new double[] {i}));
        assertThat(broken).isEqualTo(Estimable.not(Reason.NO_CONVERGENCE, "without unit 5: no convergence"));
    }

    @Test
    void tippingPointsTryEveryAllocation() {
        TippingPoint grid = TippingPoint.enumerate(
                3, 5, 2, 4, 8, 1, (x1, n1, x2, n2) -> PValue.of((10 * x1 + x2) / 100.0 + n1 / 1e4 + n2 / 1e6));
        assertThat(grid.missingInFirst()).isEqualTo(2);
        assertThat(grid.missingInSecond()).isEqualTo(1);
        assertThat(grid.at(0, 0).value()).isCloseTo(0.340709, within(1e-12));
        assertThat(grid.at(2, 1).value()).isCloseTo(0.550709, within(1e-12));
        // 0.34, 0.35, 0.44, 0.45, 0.54, 0.55 and a little
        assertThat(grid.significant(0.44)).isEqualTo(2);
        assertThat(grid.significant(1)).isEqualTo(6);
        assertThat(grid.significant(grid.at(0, 0).value())).isZero();
        TippingPoint.Test never = (x1, n1, x2, n2) -> PValue.of(1);
        for (int[] wrong : new int[][] {
            {-1, 5, 2, 4, 8, 1},
            {6, 5, 2, 4, 8, 1},
            {3, 5, -1, 4, 8, 1},
            {3, 5, 2, -1, 8, 1},
            {3, 5, 2, 9, 8, 1},
            {3, 5, 2, 4, 8, -1}
        }) {
            assertThatThrownBy(() ->
                            TippingPoint.enumerate(wrong[0], wrong[1], wrong[2], wrong[3], wrong[4], wrong[5], never))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(TippingPoint.enumerate(5, 5, 0, 8, 8, 0, never).significant(0.5))
                .isZero();
    }

    /** An own profile 1, 2, 4, 8 and a reference 10, 20, 30, 40 with the event at the third visit. */
    @ParameterizedTest
    @EnumSource(ReferenceStrategy.class)
    void profilesFromTheEventOn(ReferenceStrategy strategy) {
        double[] own = {1, 2, 4, 8};
        double[] reference = {10, 20, 30, 40};
        double[] expected = switch (strategy) {
            case MISSING_AT_RANDOM -> own;
            case JUMP_TO_REFERENCE -> new double[] {1, 2, 30, 40};
            case COPY_REFERENCE -> reference;
            case COPY_INCREMENTS_IN_REFERENCE -> new double[] {1, 2, 12, 22};
            case LAST_MEAN_CARRIED_FORWARD -> new double[] {1, 2, 2, 2};
        };
        assertThat(strategy.profile(own, reference, 2)).containsExactly(expected);
        double[] atOnce = strategy.profile(own, reference, 0);
        switch (strategy) {
            case MISSING_AT_RANDOM, LAST_MEAN_CARRIED_FORWARD ->
                assertThat(atOnce).containsExactly(own);
            default -> assertThat(atOnce).containsExactly(reference);
        }
        // the same profile in both groups leaves nothing to choose but the last mean
        if (strategy != ReferenceStrategy.LAST_MEAN_CARRIED_FORWARD) {
            assertThat(strategy.profile(own, own, 2)).containsExactly(own);
        }
    }

    @Test
    void refusesWhatCannotBePooled() {
        assertThatThrownBy(() -> RubinsRules.pool(new double[1], new double[1])).hasMessageContaining("1 and 1");
        assertThatThrownBy(() -> RubinsRules.pool(new double[2], new double[3])).hasMessageContaining("2 and 3");
        assertThatThrownBy(() -> RubinsRules.pool(new double[2], new double[] {1, 0}))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> PooledWaldTest.fromMoments(new double[1][1], new double[1][1][1], 0))
                .hasMessageContaining("1 and 1");
        assertThatThrownBy(() -> PooledWaldTest.fromStatistics(new double[2][1], new double[3][1][1], 0))
                .hasMessageContaining("2 and 3");
    }
}
