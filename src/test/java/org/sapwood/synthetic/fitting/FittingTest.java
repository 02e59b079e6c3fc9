package org.sapwood.synthetic.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sapwood.synthetic.Draws;

class FittingTest {
    private static Fitting fitting(long seed) {
        return new Fitting(Draws.of(seed, 0, Draws.Stream.SUMMARIES));
    }

    @Test
    void fixedOrderStatisticsStay() {
        long[] values = fitting(1).between(9, Map.of(1, 2L, 5, 10L, 6, 10L, 9, 40L), true);
        assertThat(values).isSorted().hasSize(9).startsWith(2).endsWith(40);
        assertThat(values[4]).isEqualTo(10);
        assertThat(values[5]).isEqualTo(10);
        assertThatThrownBy(() -> fitting(1).between(9, Map.of(2, 2L, 9, 3L), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void meanAndDeviationRoundToThePrintedDigits() {
        long[] start = new long[30];
        Arrays.fill(start, 500);
        long[] values = fitting(2).moved(start, 180, 650, Requirement.meanAndDeviation("31.58", "9.25", 0.1));
        double mean = Arrays.stream(values).average().orElseThrow() / 10;
        double squares = Arrays.stream(values)
                .mapToDouble(v -> (v / 10.0 - mean) * (v / 10.0 - mean))
                .sum();
        assertThat(mean).isCloseTo(31.58, within(0.005));
        assertThat(Math.sqrt(squares / 29)).isCloseTo(9.25, within(0.005));
    }

    @Test
    void meansOfWholeNumbersThatCannotBeAreRefused() {
        long[] start = new long[30];
        Arrays.fill(start, 31);
        assertThatThrownBy(() -> fitting(3).moved(start, 18, 65, Requirement.meanAndDeviation("31.58", "9.25", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("published");
    }

    /** Twelve differences 1 to 12, 7 of them the only fall: 19 of 4096 sets of ranks sum to at most 7 (counted by hand). */
    @Test
    void signedRankIsExact() {
        long[] before = new long[12];
        long[] after = {1, 2, 3, 4, 5, 6, -7, 8, 9, 10, 11, 12};
        assertThat(SignedRank.twoSided(before, after)).isCloseTo(38.0 / 4_096, within(1e-15));
        assertThat(SignedRank.twoSided(before, before)).isEqualTo(1);
        // Tied ranks 1.5 and 1.5, one fall: of the four signs of each, sums 0, 1.5, 1.5 and 3.
        assertThat(SignedRank.twoSided(new long[3], new long[] {0, 5, -5})).isEqualTo(1);
        assertThat(SignedRank.twoSided(new long[2], new long[] {5, 5})).isEqualTo(0.5);
    }

    @Test
    void exchangesKeepTheValues() {
        long[] before = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        long[] after = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20};
        long[] arranged = fitting(4).arranged(after, Requirement.signedRankBelow(before, 0.001));
        assertThat(arranged).containsExactlyInAnyOrder(after);
        assertThat(SignedRank.twoSided(before, arranged)).isLessThan(0.001);
    }
}
