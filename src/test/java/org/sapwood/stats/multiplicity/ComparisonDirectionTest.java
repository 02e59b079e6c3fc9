package org.sapwood.stats.multiplicity;

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

class ComparisonDirectionTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static List<double[]> groups(long seed, double factor, double shift) {
        SplittableRandom random = new SplittableRandom(seed);
        return List.of(7, 9, 6).stream()
                .map(n -> random.doubles(n, 0, 5).map(v -> factor * v + shift).toArray())
                .toList();
    }

    /** Turned values turn the direction of every comparison; a unit and an origin change no p-value. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void turnedValuesTurnTheDirection(long seed) {
        Dunnett one = Dunnett.of(OneWayLayout.of(groups(seed, 1, 0)), 0).orElseThrow();
        Dunnett turned = Dunnett.of(OneWayLayout.of(groups(seed, -4, 3)), 0).orElseThrow();
        for (int group = 1; group < 3; group++) {
            assertThat(turned.adjustedP(group, Alternative.LESS).value())
                    .isCloseTo(one.adjustedP(group, Alternative.GREATER).value(), within(1e-9));
            assertThat(turned.adjustedP(group, Alternative.GREATER).value())
                    .isCloseTo(one.adjustedP(group, Alternative.LESS).value(), within(1e-9));
            assertThat(turned.adjustedP(group, Alternative.TWO_SIDED).value())
                    .isCloseTo(one.adjustedP(group, Alternative.TWO_SIDED).value(), within(1e-9));
            assertThat(one.statistic(group) < 0)
                    .isEqualTo(one.adjustedP(group, Alternative.LESS).value()
                            < one.adjustedP(group, Alternative.GREATER).value());
        }
        List<SimultaneousComparison> pairs =
                AllPairs.scheffe(OneWayLayout.of(groups(seed, 1, 0)), LEVEL).orElseThrow();
        List<SimultaneousComparison> other =
                AllPairs.scheffe(OneWayLayout.of(groups(seed, -4, 3)), LEVEL).orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThat(other.get(i).difference()).isCloseTo(-4 * pairs.get(i).difference(), within(1e-10));
        }
    }

    @Test
    void sharesOfAGraphMustBeShares() {
        double[][] chain = {{0, 1}, {0, 0}};
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.7, 0.4}, chain))
                .hasMessageContaining("weights: expected a sum of at most 1");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {-0.1, 0.4}, chain))
                .hasMessageContaining("found -0.1");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.5, 0.5}, new double[][] {{0, 1.2}, {0, 0}}))
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.5, 0.5}, new double[][] {{0, 1}, {0.2, 0.1}}))
                .hasMessageContaining("row 2");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {1}, chain)).hasMessageContaining("found 2");
    }

    @Test
    void aSequenceIsAPermutation() {
        double[] p = {0.01, 0.04, 0.02};
        assertThat(MultipleTestingProcedure.fixedSequence(p, new int[] {2, 0, 1}))
                .containsExactly(0.02, 0.04, 0.02);
        for (int[] wrong : new int[][] {{0, 1, 3}, {0, 1, 1}, {-1, 0, 1}}) {
            assertThatThrownBy(() -> MultipleTestingProcedure.fixedSequence(p, wrong))
                    .hasMessageContaining(Arrays.toString(wrong));
        }
    }
}
