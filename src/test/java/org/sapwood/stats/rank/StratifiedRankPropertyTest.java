package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.rank.RankSamples.bent;
import static org.sapwood.stats.rank.RankSamples.sample;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ContinuityCorrection;

/** Rank tests within strata and blocks: invariances and the tests they become in the simplest layout. */
class StratifiedRankPropertyTest {
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
}
