package org.sapwood.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.proportion.TwoProportions;

/** Type I error of the exact tests of two proportions, added up over all tables instead of drawn. */
@Tag("slow")
class ExactTestSimulationTest {

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 30})
    void neitherFisherNorBoschlooExceedsItsLevel(int n) {
        for (double pi : new double[] {0.1, 0.3, 0.5}) {
            double fisher = 0;
            double boschloo = 0;
            for (int i = 0; i <= n; i++) {
                for (int j = 0; j <= n; j++) {
                    double p = binomial(i, n, pi) * binomial(j, n, pi);
                    TwoProportions data = new TwoProportions(i, n, j, n);
                    if (FisherExact.test(TwoByTwo.of(data), Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                                    .value()
                            <= 0.05) {
                        fisher += p;
                    }
                    if (UnconditionalTest.of(data, UnconditionalStatistic.BOSCHLOO, Alternative.TWO_SIDED)
                                    .orElseThrow()
                                    .pValue()
                                    .value()
                            <= 0.05) {
                        boschloo += p;
                    }
                }
            }
            assertThat(fisher).isLessThanOrEqualTo(0.05);
            assertThat(boschloo).isLessThanOrEqualTo(0.05 + 1e-9).isGreaterThanOrEqualTo(fisher - 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 30, 120})
    void fisherStaysWithinItsLevelInDrawnTables(int n) {
        SplittableRandom random = new SplittableRandom(n);
        int rounds = 4000;
        int rejected = 0;
        for (int round = 0; round < rounds; round++) {
            int a = 0;
            int c = 0;
            for (int k = 0; k < n; k++) {
                a += random.nextDouble() < 0.4 ? 1 : 0;
                c += random.nextDouble() < 0.4 ? 1 : 0;
            }
            TwoByTwo table = new TwoByTwo(a, n - a, c, n - c);
            rejected += FisherExact.test(table, Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                                    .value()
                            <= 0.05
                    ? 1
                    : 0;
        }
        assertThat(rejected / (double) rounds).isLessThan(0.05 + 3.29 * Math.sqrt(0.05 * 0.95 / rounds));
    }

    private static double binomial(int x, int n, double pi) {
        double log = 0;
        for (int k = 1; k <= x; k++) {
            log += StrictMath.log((double) (n - k + 1) / k);
        }
        return StrictMath.exp(log + x * StrictMath.log(pi) + (n - x) * StrictMath.log1p(-pi));
    }
}
