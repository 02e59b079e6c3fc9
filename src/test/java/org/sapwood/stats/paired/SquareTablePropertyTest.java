package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.paired.RandomPairedTable.table;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ChiSquareTest;

/** Bowker and Stuart–Maxwell: symmetries, values by hand, singular covariance. */
class SquareTablePropertyTest {
    @Test
    void squareTablesOfTwoCategoriesAreMcNemar() {
        for (long seed = 1; seed <= 30; seed++) {
            PairedTable table = table(seed);
            SquareTable square = SquareTable.of(
                    new int[][] {{table.bothYes(), table.firstOnly()}, {table.secondOnly(), table.neither()}});
            ChiSquareTest mcNemar =
                    McNemar.asymptotic(table, McNemar.Correction.NONE).orElseThrow();
            assertThat(square.bowker().orElseThrow().statistic()).isCloseTo(mcNemar.statistic(), within(1e-12));
            assertThat(square.stuartMaxwell().orElseThrow().statistic()).isCloseTo(mcNemar.statistic(), within(1e-12));
            assertThat(square.stuartMaxwell().orElseThrow().degreesOfFreedom()).isEqualTo(1);
        }
    }

    private static int[][] square(long seed, int k) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] counts = new int[k][k];
        for (int[] row : counts) {
            for (int j = 0; j < k; j++) {
                row[j] = random.nextInt(9);
            }
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void squareTablesIgnoreTheOrderOfCategoriesAndMeasurementsAndTheDiagonal(long seed) {
        int[][] counts = square(seed, 4);
        int[] order = {2, 0, 3, 1};
        int[][] moved = new int[4][4];
        int[][] transposed = new int[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                moved[i][j] = counts[order[i]][order[j]] + (i == j ? 17 : 0);
                transposed[i][j] = counts[j][i];
            }
        }
        ChiSquareTest bowker = SquareTable.of(counts).bowker().orElseThrow();
        ChiSquareTest margins = SquareTable.of(counts).stuartMaxwell().orElseThrow();
        for (int[][] other : new int[][][] {moved, transposed}) {
            assertThat(SquareTable.of(other).bowker().orElseThrow().statistic())
                    .isCloseTo(bowker.statistic(), within(1e-10));
            assertThat(SquareTable.of(other).stuartMaxwell().orElseThrow().statistic())
                    .isCloseTo(margins.statistic(), within(1e-9));
        }
        assertThat(bowker.degreesOfFreedom()).isEqualTo(6);
        assertThat(margins.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void aCategoryThatNobodyEntersOrLeavesCarriesNothing() {
        int[][] three = {{5, 3, 1}, {2, 4, 6}, {4, 0, 3}};
        int[][] four = {{5, 3, 0, 1}, {2, 4, 0, 6}, {0, 0, 9, 0}, {4, 0, 0, 3}};
        ChiSquareTest less = SquareTable.of(three).stuartMaxwell().orElseThrow();
        ChiSquareTest more = SquareTable.of(four).stuartMaxwell().orElseThrow();
        assertThat(more.degreesOfFreedom()).isEqualTo(2);
        assertThat(more.statistic()).isCloseTo(less.statistic(), within(1e-12));
        assertThat(SquareTable.of(four).bowker().orElseThrow().statistic())
                .isCloseTo(SquareTable.of(three).bowker().orElseThrow().statistic(), within(1e-12));
        // by hand: differences of margins −2, 5 of categories 1, 2; covariance [[10, −5], [−5, 11]]
        assertThat(less.statistic()).isCloseTo((11 * 4 - 2 * 5 * 2 * 5 + 10 * 25) / 85.0, within(1e-12));
    }

    /** Two categories that only exchange with each other, twice: the margins' covariance has rank 2, not 3. */
    @Test
    void separateExchangesHaveASingularCovariance() {
        int[][] blocks = {{0, 3, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 2}, {0, 0, 5, 0}};
        assertThat(reason(SquareTable.of(blocks).stuartMaxwell())).isEqualTo(Reason.NOT_POSITIVE_DEFINITE);
        assertThat(SquareTable.of(blocks).bowker().orElseThrow().statistic()).isCloseTo(1 + 9.0 / 7, within(1e-14));
    }
}
