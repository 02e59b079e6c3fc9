package org.sapwood.stats.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class CorrelationPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static double[] continuous(long seed, int n) {
        return new SplittableRandom(seed).doubles(n, 0, 10).toArray();
    }

    private static double[] tied(long seed, int n) {
        return new SplittableRandom(seed).ints(n, 0, 4).asDoubleStream().toArray();
    }

    private static double[] moved(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(v -> factor * v + shift).toArray();
    }

    private static double[] chosen(double[] x, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pearsonIgnoresRowOrderUnitOriginAndWhichComesFirst(long seed) {
        double[] x = continuous(seed, 15);
        double[] y = continuous(seed + 70, 15);
        int[] order = {3, 1, 2, 0, 14, 13, 5, 6, 7, 4, 12, 11, 10, 8, 9};
        PearsonCorrelation one = PearsonCorrelation.of(x, y).orElseThrow();
        PearsonCorrelation two = PearsonCorrelation.of(moved(chosen(y, order), 4, 7), moved(chosen(x, order), 0.5, -3))
                .orElseThrow();
        PearsonCorrelation turned = PearsonCorrelation.of(moved(x, -1, 0), y).orElseThrow();
        assertThat(two.r()).isCloseTo(one.r(), within(1e-12));
        assertThat(turned.r()).isCloseTo(-one.r(), within(1e-14));
        assertThat(turned.fisherInterval(LEVEL).orElseThrow().lower())
                .isCloseTo(-one.fisherInterval(LEVEL).orElseThrow().upper(), within(1e-13));
        assertThat(turned.test(Alternative.LESS).orElseThrow().pValue().value())
                .isCloseTo(one.test(Alternative.GREATER).orElseThrow().pValue().value(), within(1e-13));
    }

    /** The t test of r is the test of the regression slope, whose residual variance is (1 − r²) SSy / (n − 2). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pearsonsTestIsThatOfTheSlope(long seed) {
        double[] x = continuous(seed, 9);
        double[] y = continuous(seed + 5, 9);
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < 9; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double residual = 0;
        for (int i = 0; i < 9; i++) {
            double miss = y[i] - meanY - slope * (x[i] - meanX);
            residual += miss * miss;
        }
        double t = slope / Math.sqrt(residual / 7 / xx);
        PearsonCorrelation r = PearsonCorrelation.of(x, y).orElseThrow();
        assertThat(r.test(Alternative.TWO_SIDED).orElseThrow().t()).isCloseTo(t, within(1e-11));
        assertThat(r.test(Alternative.TWO_SIDED).orElseThrow().degreesOfFreedom())
                .isEqualTo(7);
    }

    @Test
    void fishersIntervalByHand() {
        // r = 0.6 of 7 pairs: atanh 0.6 = log 2, half width z/2
        Interval interval = new PearsonCorrelation(0.6, 7)
                .fisherInterval(ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        double half = 1.959963984540054 / 2;
        assertThat(interval.lower()).isCloseTo(StrictMath.tanh(StrictMath.log(2) - half), within(1e-14));
        assertThat(interval.upper()).isCloseTo(StrictMath.tanh(StrictMath.log(2) + half), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rankCorrelationsSeeOnlyTheOrder(long seed) {
        double[] x = continuous(seed, 14);
        double[] y = tied(seed + 30, 14);
        double[] bent = Arrays.stream(x).map(StrictMath::exp).toArray();
        assertThat(SpearmanCorrelation.of(bent, y)).isEqualTo(SpearmanCorrelation.of(x, y));
        assertThat(KendallTau.of(bent, y).orElseThrow().tauB())
                .isEqualTo(KendallTau.of(x, y).orElseThrow().tauB());
        assertThat(KendallTau.of(y, x).orElseThrow().tauB())
                .isCloseTo(KendallTau.of(x, y).orElseThrow().tauB(), within(1e-15));
    }

    /** Without ties, rho = 1 − 6 Σ d²/(n³ − n) and tau counts inversions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withoutTiesTheTextbookFormsHold(long seed) {
        double[] x = continuous(seed, 12);
        double[] y = continuous(seed + 11, 12);
        double squares = 0;
        int concordant = 0;
        for (int i = 0; i < 12; i++) {
            int rankX = 0;
            int rankY = 0;
            for (int j = 0; j < 12; j++) {
                rankX += x[j] <= x[i] ? 1 : 0;
                rankY += y[j] <= y[i] ? 1 : 0;
                concordant += j < i && (x[i] > x[j]) == (y[i] > y[j]) ? 1 : 0;
            }
            squares += (rankX - rankY) * (rankX - rankY);
        }
        assertThat(SpearmanCorrelation.of(x, y).orElseThrow().r())
                .isCloseTo(1 - 6 * squares / (12 * 143), within(1e-14));
        KendallTau tau = KendallTau.of(x, y).orElseThrow();
        assertThat(tau.concordant()).isEqualTo(concordant);
        assertThat(tau.tauB()).isCloseTo((2.0 * concordant - 66) / 66, within(1e-15));
    }

    /** Every permutation of five values, counted. */
    @Test
    void theExactDistributionOfTauIsThatOfAllPermutations() {
        double[] x = {1, 2, 3, 4, 5};
        int[] frequency = new int[11];
        double[][] permutations = permutations(5);
        for (double[] y : permutations) {
            frequency[(int) KendallTau.of(x, y).orElseThrow().concordant()]++;
        }
        assertThat(Arrays.stream(frequency).sum()).isEqualTo(120);
        for (double[] y : permutations) {
            KendallTau tau = KendallTau.of(x, y).orElseThrow();
            int c = (int) tau.concordant();
            double less = Arrays.stream(frequency, 0, c + 1).sum() / 120.0;
            double greater = Arrays.stream(frequency, c, 11).sum() / 120.0;
            assertThat(tau.exact(Alternative.LESS).orElseThrow().value()).isCloseTo(less, within(1e-14));
            assertThat(tau.exact(Alternative.GREATER).orElseThrow().value()).isCloseTo(greater, within(1e-14));
            assertThat(tau.exact(Alternative.TWO_SIDED).orElseThrow().value())
                    .isCloseTo(Math.min(1, 2 * Math.min(less, greater)), within(1e-14));
        }
    }

    private static double[][] permutations(int n) {
        if (n == 1) {
            return new double[][] {{1}};
        }
        double[][] shorter = permutations(n - 1);
        double[][] all = new double[shorter.length * n][n];
        for (int i = 0; i < all.length; i++) {
            int place = i % n;
            double[] rest = shorter[i / n];
            for (int j = 0; j < n; j++) {
                all[i][j] = j == place ? n : rest[j < place ? j : j - 1];
            }
        }
        return all;
    }

    /** The variance of S given both sets of ties is its variance over all permutations of one variable. */
    @Test
    void theVarianceOfTauGivenTiesIsThatOverAllPermutations() {
        double[] x = {1, 1, 2, 3, 3, 3};
        double[] y = {1, 2, 2, 2, 3, 4};
        double squares = 0;
        double[][] permutations = permutations(6);
        for (double[] permutation : permutations) {
            double[] mixed = chosen(
                    y, Arrays.stream(permutation).mapToInt(v -> (int) v - 1).toArray());
            double s = score(x, mixed);
            squares += s * s;
        }
        double deviation = Math.sqrt(squares / permutations.length);
        KendallTau tau = KendallTau.of(x, y).orElseThrow();
        assertThat(tau.normal(Alternative.TWO_SIDED).z()).isCloseTo(score(x, y) / deviation, within(1e-12));
        // 15 pairs, of which x ties 1 + 3 and y ties 3
        assertThat(tau.tauB()).isCloseTo(score(x, y) / Math.sqrt(11.0 * 12), within(1e-14));
    }

    private static double score(double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                s += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
            }
        }
        return s;
    }

    @Test
    void twoPairsHaveTwoPermutations() {
        KendallTau tau = KendallTau.of(new double[] {1, 2}, new double[] {5, 7}).orElseThrow();
        assertThat(tau.tauB()).isEqualTo(1);
        assertThat(tau.normal(Alternative.GREATER).z()).isCloseTo(1, within(1e-15));
        assertThat(tau.exact(Alternative.GREATER).orElseThrow().value()).isEqualTo(0.5);
        assertThat(tau.exact(Alternative.LESS).orElseThrow().value()).isEqualTo(1);
    }

    /** Tenths have no exact doubles; a line through them is a line all the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pairsOnALineAreAStraightLineWhateverTheirDecimals(long seed) {
        double[] x = new SplittableRandom(seed)
                .ints(11, -99, 99)
                .mapToDouble(i -> i / 10.0)
                .toArray();
        for (double slope : new double[] {0.1, -0.7, 3.3}) {
            PearsonCorrelation line =
                    PearsonCorrelation.of(x, moved(x, slope, 1.1)).orElseThrow();
            assertThat(line.r()).isEqualTo(Math.signum(slope));
            assertThat(reason(line.test(Alternative.TWO_SIDED))).isEqualTo(Reason.ZERO_VARIANCE);
        }
    }

    @Test
    void degenerateDataSayWhy() {
        double[] equal = {2, 2, 2};
        double[] rising = {1, 2, 3};
        double[] one = {1};
        assertThat(reason(PearsonCorrelation.of(one, one))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(PearsonCorrelation.of(equal, rising))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(PearsonCorrelation.of(rising, equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(SpearmanCorrelation.of(rising, equal))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(KendallTau.of(one, one))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(KendallTau.of(equal, rising))).isEqualTo(Reason.ALL_TIED);
        assertThat(reason(KendallTau.of(rising, equal))).isEqualTo(Reason.ALL_TIED);
        assertThat(reason(KendallTau.of(new double[] {1, 1, 2}, rising)
                        .orElseThrow()
                        .exact(Alternative.LESS)))
                .isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(reason(KendallTau.of(rising, new double[] {1, 1, 2})
                        .orElseThrow()
                        .exact(Alternative.LESS)))
                .isEqualTo(Reason.OUTSIDE_DOMAIN);
        PearsonCorrelation line = PearsonCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {2, 4, 6, 8})
                .orElseThrow();
        assertThat(line.r()).isEqualTo(1);
        assertThat(reason(line.test(Alternative.TWO_SIDED))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(line.fisherInterval(LEVEL)).isEqualTo(Estimable.of(new Interval(1, 1, LEVEL)));
        PearsonCorrelation two =
                PearsonCorrelation.of(new double[] {1, 2}, new double[] {7, 5}).orElseThrow();
        assertThat(two.r()).isEqualTo(-1);
        assertThat(reason(two.test(Alternative.TWO_SIDED))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        PearsonCorrelation three =
                PearsonCorrelation.of(rising, new double[] {1, 3, 2}).orElseThrow();
        assertThat(three.test(Alternative.TWO_SIDED).isEstimable()).isTrue();
        assertThat(reason(three.fisherInterval(LEVEL))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(new PearsonCorrelation(0.5, 4).fisherInterval(LEVEL).isEstimable())
                .isTrue();
        assertThatThrownBy(() -> PearsonCorrelation.of(one, rising)).hasMessageContaining("1 and 3");
        assertThatThrownBy(() -> KendallTau.of(one, rising)).hasMessageContaining("1 and 3");
    }
}
