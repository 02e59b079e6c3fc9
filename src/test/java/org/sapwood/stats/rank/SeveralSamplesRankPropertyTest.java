package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.rank.RankSamples.bent;
import static org.sapwood.stats.rank.RankSamples.continuous;
import static org.sapwood.stats.rank.RankSamples.overAllSplits;
import static org.sapwood.stats.rank.RankSamples.sample;
import static org.sapwood.stats.rank.RankSamples.share;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ContinuityCorrection;
import org.sapwood.stats.inference.ZTest;

/** Kruskal and Wallis, Jonckheere and Terpstra, the median test: enumerations, invariances, values by hand. */
class SeveralSamplesRankPropertyTest {
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
                        groups.stream().map(RankSamples::minus).toList())
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
}
