package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/** Samples from which a rank test says nothing, and why. */
class DegenerateRankTest {
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
