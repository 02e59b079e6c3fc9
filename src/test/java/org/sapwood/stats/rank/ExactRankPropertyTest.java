package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;

/** Exact rank tests with ties: against enumeration, under symmetries, and at sizes where another algorithm takes over. */
class ExactRankPropertyTest {
    private static double[] tied(Random random, int n, double shift) {
        return random.doubles(n).map(u -> Math.rint((u * 4 + shift) * 2) / 2).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void mannWhitneyEqualsTheEnumerationOfAllAllocations(int seed) {
        Random random = new Random(seed);
        double[] x = tied(random, 5, 0.5);
        double[] y = tied(random, 6, 0);
        double[] all = new double[11];
        System.arraycopy(x, 0, all, 0, 5);
        System.arraycopy(y, 0, all, 5, 6);
        if (Arrays.stream(all).distinct().count() == 1) {
            return;
        }
        double observed = u(x, y);
        int greater = 0;
        int count = 0;
        for (int mask = 0; mask < 1 << 11; mask++) {
            if (Integer.bitCount(mask) == 5) {
                double[] first = new double[5];
                double[] second = new double[6];
                int i = 0;
                int j = 0;
                for (int k = 0; k < 11; k++) {
                    if ((mask >> k & 1) == 1) {
                        first[i++] = all[k];
                    } else {
                        second[j++] = all[k];
                    }
                }
                count++;
                greater += u(first, second) >= observed - 1e-9 ? 1 : 0;
            }
        }
        assertThat(MannWhitney.of(x, y).orElseThrow().exact(Alternative.GREATER).value())
                .isCloseTo((double) greater / count, within(1e-12));
    }

    private static double u(double[] x, double[] y) {
        double u = 0;
        for (double a : x) {
            for (double b : y) {
                u += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return u;
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 120, 300})
    void swappingSamplesSwapsTheTails(int n) {
        Random random = new Random(n);
        double[] x = tied(random, n, 0.2);
        double[] y = tied(random, n + 3, 0);
        MannWhitney one = MannWhitney.of(x, y).orElseThrow();
        MannWhitney other = MannWhitney.of(y, x).orElseThrow();
        assertThat(one.exact(Alternative.GREATER).value())
                .isCloseTo(other.exact(Alternative.LESS).value(), within(1e-12));
        assertThat(one.exact(Alternative.TWO_SIDED).value())
                .isCloseTo(other.exact(Alternative.TWO_SIDED).value(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 150, 400})
    void bothTailsAndTheObservedValueMakeOne(int n) {
        Random random = new Random(n);
        double[] x = tied(random, n, 0.1);
        double[] y = tied(random, n, 0);
        MannWhitney test = MannWhitney.of(x, y).orElseThrow();
        double greater = test.exact(Alternative.GREATER).value();
        double less = test.exact(Alternative.LESS).value();
        double midGreater = test.midP(Alternative.GREATER).value();
        // P(U >= u) + P(U <= u) = 1 + P(U = u), and the mid-p takes half of P(U = u) off.
        assertThat(greater + less).isCloseTo(1 + 2 * (greater - midGreater), within(1e-10));
    }

    @Test
    void theExactTailNearsTheNormalOneInLargeSamples() {
        Random random = new Random(9);
        double[] x = tied(random, 500, 0.12);
        double[] y = tied(random, 500, 0);
        MannWhitney test = MannWhitney.of(x, y).orElseThrow();
        double exact = test.exact(Alternative.TWO_SIDED).value();
        double normal = test.normal(Alternative.TWO_SIDED, org.sapwood.stats.inference.ContinuityCorrection.NONE)
                .orElseThrow()
                .pValue()
                .value();
        assertThat(exact).isCloseTo(normal, within(0.01 * normal + 1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void signedRankEqualsTheEnumerationOfAllSigns(int seed) {
        Random random = new Random(seed);
        double[] d = random.doubles(10)
                .map(v -> Math.rint((v - 0.4) * 6))
                .filter(v -> v != 0)
                .toArray();
        double observed = v(d);
        int greater = 0;
        for (int mask = 0; mask < 1 << d.length; mask++) {
            double[] flipped = d.clone();
            for (int i = 0; i < d.length; i++) {
                flipped[i] = (mask >> i & 1) == 1 ? Math.abs(d[i]) : -Math.abs(d[i]);
            }
            greater += v(flipped) >= observed - 1e-9 ? 1 : 0;
        }
        assertThat(SignedRank.of(d, SignedRank.Zeros.DROP)
                        .orElseThrow()
                        .exact(Alternative.GREATER)
                        .value())
                .isCloseTo((double) greater / (1 << d.length), within(1e-12));
    }

    private static double v(double[] d) {
        double v = 0;
        for (double a : d) {
            if (a > 0) {
                double rank = 0.5;
                for (double b : d) {
                    rank += Math.abs(b) < Math.abs(a) ? 1 : Math.abs(b) == Math.abs(a) ? 0.5 : 0;
                }
                v += rank;
            }
        }
        return v;
    }

    @Test
    void nothingToRankIsAReason() {
        assertThat(MannWhitney.of(new double[] {1, 1}, new double[] {1, 1, 1}))
                .isInstanceOfSatisfying(
                        Estimable.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo(Estimable.Reason.ALL_TIED));
        assertThat(MannWhitney.of(new double[0], new double[] {1, 2}).isEstimable())
                .isFalse();
        assertThat(SignedRank.of(new double[] {0, 0}, SignedRank.Zeros.DROP).isEstimable())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void addingAConstantMovesTheHodgesLehmannEstimateByIt(int seed) {
        Random random = new Random(seed);
        double[] d = random.doubles(15).map(v -> Math.rint(v * 16) / 4).toArray();
        double[] moved = Arrays.stream(d).map(v -> v + 3).toArray();
        HodgesLehmann one = HodgesLehmann.ofCentre(d).orElseThrow();
        HodgesLehmann other = HodgesLehmann.ofCentre(moved).orElseThrow();
        assertThat(other.estimate()).isCloseTo(one.estimate() + 3, within(1e-12));
    }
}
