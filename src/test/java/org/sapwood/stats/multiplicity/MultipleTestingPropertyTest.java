package org.sapwood.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipleTestingPropertyTest {
    private static double[] random(long seed, int m) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] p = new double[m];
        Arrays.setAll(p, i -> Math.pow(random.nextDouble(), 3));
        return p;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hommelIsTheClosedTestOfSimesTests(long seed) {
        double[] p = random(seed, 6);
        double[] closed = new double[6];
        for (int subset = 1; subset < 64; subset++) {
            int members = subset;
            double[] some = java.util.stream.IntStream.range(0, 6)
                    .filter(i -> (members >> i & 1) == 1)
                    .mapToDouble(i -> p[i])
                    .toArray();
            double simes = CombinationTest.simes(some).value();
            for (int i = 0; i < 6; i++) {
                if ((subset >> i & 1) == 1) {
                    closed[i] = Math.max(closed[i], simes);
                }
            }
        }
        assertThat(MultipleTestingProcedure.HOMMEL.adjust(p)).containsExactly(closed, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void strongerProceduresGiveSmallerValues(long seed) {
        double[] p = random(seed, 7);
        double[] bonferroni = MultipleTestingProcedure.BONFERRONI.adjust(p);
        double[] holm = MultipleTestingProcedure.HOLM.adjust(p);
        double[] hochberg = MultipleTestingProcedure.HOCHBERG.adjust(p);
        double[] hommel = MultipleTestingProcedure.HOMMEL.adjust(p);
        double[] sidak = MultipleTestingProcedure.HOLM_SIDAK.adjust(p);
        for (int i = 0; i < 7; i++) {
            assertThat(holm[i]).isLessThanOrEqualTo(bonferroni[i]);
            assertThat(hochberg[i]).isLessThanOrEqualTo(holm[i]);
            assertThat(hommel[i]).isLessThanOrEqualTo(hochberg[i] + 1e-15).isGreaterThanOrEqualTo(p[i]);
            assertThat(sidak[i]).isLessThanOrEqualTo(holm[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void symmetricGraphIsHolmAndChainIsTheFixedSequence(long seed) {
        double[] p = random(seed, 5);
        double[] equal = new double[5];
        Arrays.fill(equal, 0.2);
        double[][] all = new double[5][5];
        double[][] chain = new double[5][5];
        for (int i = 0; i < 5; i++) {
            Arrays.fill(all[i], 0.25);
            all[i][i] = 0;
            if (i < 4) {
                chain[i][i + 1] = 1;
            }
        }
        assertThat(GraphicalProcedure.of(equal, all).adjust(p))
                .containsExactly(MultipleTestingProcedure.HOLM.adjust(p), within(1e-12));
        assertThat(GraphicalProcedure.of(new double[] {1, 0, 0, 0, 0}, chain).adjust(p))
                .containsExactly(MultipleTestingProcedure.fixedSequence(p, new int[] {0, 1, 2, 3, 4}), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void reversingTheHypothesesReversesTheAnswers(long seed) {
        double[] p = random(seed, 6);
        double[] back = new double[6];
        Arrays.setAll(back, i -> p[5 - i]);
        for (MultipleTestingProcedure procedure : MultipleTestingProcedure.values()) {
            double[] forward = procedure.adjust(p);
            double[] reversed = procedure.adjust(back);
            for (int i = 0; i < 6; i++) {
                assertThat(reversed[5 - i]).isEqualTo(forward[i]);
            }
            assertThat(procedure.adjust(p[0])).containsExactly(new double[] {p[0]}, within(1e-15));
        }
    }

    @Test
    void hypothesisWithoutAShareIsNeverRejected() {
        GraphicalProcedure alone = GraphicalProcedure.of(new double[] {1, 0}, new double[2][2]);
        assertThat(alone.adjust(0.01, 0.01)).containsExactly(0.01, 1);
        assertThat(alone.rejected(0.01, 0.01, 0.01)).containsExactly(true, false);
    }

    @Test
    void inverseNormalWeighsAndFisherAdds() {
        assertThat(CombinationTest.inverseNormal(new double[] {0.025}, new double[] {3})
                        .orElseThrow()
                        .pValue()
                        .value())
                .isCloseTo(0.025, within(1e-15));
        assertThat(CombinationTest.inverseNormal(new double[] {0, 1}, new double[] {1, 1})
                        .isEstimable())
                .isFalse();
        assertThat(CombinationTest.fisher(0.04).pValue().value()).isCloseTo(0.04, within(1e-15));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> MultipleTestingProcedure.HOLM.adjust(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> MultipleTestingProcedure.fixedSequence(new double[] {0.1, 0.2}, new int[] {0, 0}))
                .hasMessageContaining("permutation");
        assertThatThrownBy(() -> MultipleTestingProcedure.fixedSequence(new double[] {0.1, 0.2}, new int[] {0}))
                .hasMessageContaining("found 1");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {0.7, 0.7}, new double[2][2]))
                .hasMessageContaining("sum");
        assertThatThrownBy(() -> GraphicalProcedure.of(new double[] {1}, new double[][] {{1}}))
                .hasMessageContaining("itself");
        assertThatThrownBy(() -> CombinationTest.simes()).hasMessageContaining("at least one");
    }
}
