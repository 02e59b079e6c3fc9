package org.sapwood.stats.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.inference.TailProbability;

class RankRevealingQrTest {
    /** Six random columns of 20 rows; the third and the last are combinations of others. */
    private static double[][] deficient(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[20][6];
        for (double[] row : x) {
            for (int j = 0; j < 6; j++) {
                row[j] = random.nextDouble(-3, 3);
            }
            row[2] = 2 * row[0] - row[1];
            row[5] = row[4] + row[3] / 2 - row[0];
        }
        return x;
    }

    private static double[] response(long seed) {
        return new SplittableRandom(seed + 99).doubles(20, 0, 9).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dependentColumnsMoveToTheEndAndTheOthersStay(long seed) {
        RankRevealingQr qr = RankRevealingQr.of(deficient(seed));
        assertThat(qr.rank()).isEqualTo(4);
        assertThat(qr.independent()).containsExactly(0, 1, 3, 4);
        assertThat(qr.aliased()).containsExactly(2, 5);
    }

    /** X'X b = X'y, and (X'X)(X'X)⁻¹ is the identity on the independent columns. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void solvesTheNormalEquations(long seed) {
        double[][] x = deficient(seed);
        double[] y = response(seed);
        RankRevealingQr qr = RankRevealingQr.of(x);
        double[] b = qr.solve(y);
        double[][] inverse = qr.crossProductInverse();
        assertThat(b[2]).isZero();
        assertThat(b[5]).isZero();
        double residual = 0;
        for (int i = 0; i < 20; i++) {
            double miss = y[i];
            for (int j = 0; j < 6; j++) {
                miss -= x[i][j] * b[j];
            }
            residual += miss * miss;
        }
        int[] free = {0, 1, 3, 4};
        for (int a : free) {
            double left = 0;
            double right = 0;
            for (double[] row : x) {
                for (int j = 0; j < 6; j++) {
                    left += row[a] * row[j] * b[j];
                }
            }
            for (int i = 0; i < 20; i++) {
                right += x[i][a] * y[i];
            }
            assertThat(left).isCloseTo(right, within(1e-10));
            for (int c : free) {
                double product = 0;
                for (int k : free) {
                    double cross = 0;
                    for (double[] row : x) {
                        cross += row[a] * row[k];
                    }
                    product += cross * inverse[k][c];
                }
                assertThat(product).isCloseTo(a == c ? 1 : 0, within(1e-11));
            }
        }
        double[] effects = qr.effects(y);
        assertThat(Arrays.stream(effects, 4, 20).map(e -> e * e).sum()).isCloseTo(residual, within(1e-10));
        assertThat(Arrays.stream(effects).map(e -> e * e).sum())
                .isCloseTo(Arrays.stream(y).map(v -> v * v).sum(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBasisIsOrthonormalAndItsRowsAreTheLeverages(long seed) {
        RankRevealingQr qr = RankRevealingQr.of(deficient(seed));
        double[][] q = qr.orthonormalBasis();
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double product = 0;
                for (double[] row : q) {
                    product += row[a] * row[b];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-13));
            }
        }
        assertThat(Arrays.stream(qr.leverages()).sum()).isCloseTo(4, within(1e-12));
        for (double h : qr.leverages()) {
            assertThat(h).isBetween(0.0, 1.0);
        }
    }

    /** Two columns (3, 4) and (0, 2): the determinant is 3 · 2. */
    @Test
    void theDeterminantIsTheAreaOfTheColumns() {
        RankRevealingQr qr = RankRevealingQr.of(new double[][] {{3, 0}, {4, 2}});
        assertThat(qr.logAbsoluteDeterminant()).isCloseTo(StrictMath.log(6), within(1e-14));
        RankRevealingQr flat = RankRevealingQr.of(new double[][] {{3, 6}, {4, 8}});
        assertThat(flat.rank()).isEqualTo(1);
        assertThat(flat.logAbsoluteDeterminant()).isCloseTo(StrictMath.log(5), within(1e-14));
    }

    @Test
    void functionsInTheRowSpaceAreThoseThatTheDataSeparate() {
        // columns 1, a, b with a + b = 1: differences of a and b are estimable with the intercept, a alone is not
        double[][] x = {{1, 1, 0}, {1, 0, 1}, {1, 1, 0}};
        RankRevealingQr qr = RankRevealingQr.of(x);
        assertThat(qr.aliased()).containsExactly(2);
        assertThat(qr.distanceFromRowSpace(new double[] {0, 1, -1})).isCloseTo(0, within(1e-14));
        assertThat(qr.distanceFromRowSpace(new double[] {1, 1, 0})).isCloseTo(0, within(1e-14));
        assertThat(qr.distanceFromRowSpace(new double[] {0, 1, 0})).isCloseTo(1, within(1e-14));
        assertThat(qr.distanceFromRowSpace(new double[] {0, 5, 0})).isCloseTo(1, within(1e-14));
        assertThat(qr.distanceFromRowSpace(new double[] {1, 0, 0})).isCloseTo(1, within(1e-14));
        assertThat(qr.distanceFromRowSpace(new double[3])).isZero();
    }

    @Test
    void whatIsDependentUpToTheRuleOfLinpack() {
        double[][] nearly = {{1, 1}, {1, 1 + 1e-6}, {1, 1}};
        double[][] rounded = {{1, 1}, {1, 1 + 1e-8}, {1, 1}};
        assertThat(RankRevealingQr.of(nearly).rank()).isEqualTo(2);
        assertThat(RankRevealingQr.of(rounded).rank()).isEqualTo(1);
        assertThat(RankRevealingQr.of(new double[][] {{0, 1}, {0, 2}}).aliased())
                .containsExactly(0);
        // tiny and huge columns keep their rank
        assertThat(RankRevealingQr.of(new double[][] {{1e-100, 1e100}, {2e-100, 1e100}})
                        .rank())
                .isEqualTo(2);
        // more columns than rows
        assertThat(RankRevealingQr.of(new double[][] {{1, 2, 3}, {4, 5, 7}}).rank())
                .isEqualTo(2);
        assertThat(RankRevealingQr.of(new double[0][]).rank()).isZero();
        assertThatThrownBy(() -> RankRevealingQr.of(rounded).effects(new double[2]))
                .hasMessageContaining("found 2");
    }

    // Wald inference.

    /** Two ways to the far normal tail: Mills' ratio here, the scaled complementary error function there. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1.96, 6, 20, 34.9, 35, 35.1, 50, 200})
    void theFarTailAgreesWithTheScaledErrorFunction(double z) {
        double expected = TailProbability.normal(z, Alternative.TWO_SIDED).log();
        assertThat(WaldZ.twoSided(z).log()).isCloseTo(expected, within(1e-8 + 1e-12 * Math.abs(expected)));
        assertThat(WaldZ.twoSided(-z)).isEqualTo(WaldZ.twoSided(z));
    }

    @Test
    void waldIntervalsHoldZeroWhenTheTestDoesNotReject() {
        ConfidenceLevel level = ConfidenceLevel.of(0.9);
        for (double estimate = -3; estimate <= 3; estimate += 0.05) {
            WaldZ z = WaldZ.of("z", estimate, 0.8, level);
            WaldT t = WaldT.of("t", estimate, 0.8, 6.5, level);
            assertThat(z.interval().contains(0)).isEqualTo(z.pValue().value() > 0.1);
            assertThat(t.interval().contains(0)).isEqualTo(t.pValue().value() > 0.1);
            assertThat(t.interval().upper()).isGreaterThan(z.interval().upper());
            assertThat(z.ratioInterval().lower())
                    .isCloseTo(StrictMath.exp(z.interval().lower()), within(1e-14));
            assertThat(z.ratio()).isCloseTo(StrictMath.exp(estimate), within(1e-13));
        }
        assertThatThrownBy(() -> WaldZ.of("z", 1, 0, level)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WaldT.of("t", 1, 0, 3, level)).isInstanceOf(IllegalArgumentException.class);
    }

    /** (1, 2) with variances 1 and 4 and covariance 1: d'V⁻¹d = (4·1 − 2·1·2 + 1·4)/3; a repeated row adds nothing. */
    @Test
    void theQuadraticFormByHand() {
        double[][] v = {{1, 1}, {1, 4}};
        LinearFunction first = new LinearFunction("a", new double[] {1, 0});
        LinearFunction second = new LinearFunction("b", new double[] {0, 1});
        double[] beta = {1, 2};
        WaldQuadraticForm form = WaldQuadraticForm.of(List.of(first, second), beta, v);
        assertThat(form.rank()).isEqualTo(2);
        assertThat(form.value()).isCloseTo(4.0 / 3, within(1e-14));
        LinearFunction sum = LinearFunction.combine("sum", List.of(first, second), new double[] {1, 3});
        WaldQuadraticForm same = WaldQuadraticForm.of(List.of(sum, first, second), beta, v);
        assertThat(same.rank()).isEqualTo(2);
        assertThat(same.value()).isCloseTo(4.0 / 3, within(1e-13));
        assertThat(sum.applyTo(beta)).isEqualTo(7);
        assertThat(sum.variance(v)).isCloseTo(1 + 6 + 36, within(1e-13));
        assertThat(sum.covariance(first, v)).isCloseTo(1 + 3, within(1e-14));
        assertThat(sum.minus(first).applyTo(beta)).isEqualTo(6);
        LinearFunction nothing = new LinearFunction("0", new double[2]);
        assertThat(WaldQuadraticForm.of(List.of(nothing), beta, v).rank()).isZero();
    }
}
