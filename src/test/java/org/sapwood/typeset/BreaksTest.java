package org.sapwood.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreaksTest {
    /** One character per row: {@code h} keeps with the next row, {@code g} is a gap, {@code r} any other row. */
    private record Rows(String kinds, double[] heights) implements Breaks.Rows {
        Rows(String kinds) {
            this(kinds, kinds.chars().mapToDouble(c -> 1).toArray());
        }

        @Override
        public int size() {
            return kinds.length();
        }

        @Override
        public double height(int row) {
            return heights[row];
        }

        @Override
        public double repeated(int row) {
            return row > 0 && kinds.charAt(row) == 'r' ? 0.5 : 0;
        }

        @Override
        public double badness(int row) {
            return kinds.charAt(row - 1) == 'h'
                    ? Double.POSITIVE_INFINITY
                    : kinds.charAt(row - 1) == 'g' || kinds.charAt(row) == 'g' ? 0 : 2;
        }

        @Override
        public boolean vanishes(int row) {
            return kinds.charAt(row) == 'g';
        }
    }

    @Test
    void allRowsOfAShortTableStandOnOnePage() {
        assertThat(Breaks.choose(new Rows("hrrr"), 10)).containsExactly(0, 4);
        assertThat(Breaks.choose(new Rows(""), 10)).containsExactly(0, 0);
    }

    @Test
    void aHeadIsNeverTheLastRowOfAPage() {
        assertThat(Breaks.choose(new Rows("rrrrhhrrr"), 6)).containsExactly(0, 4, 9);
    }

    @Test
    void aGroupThatNearlyFitsMovesAsAWhole() {
        assertThat(Breaks.choose(new Rows("rrrrrrrrgrrr"), 10)).containsExactly(0, 9, 12);
    }

    @Test
    void aGapDisappearsAtTheTopOfAPage() {
        assertThat(Breaks.choose(new Rows("rrrrrgrr"), 5)).containsExactly(0, 6, 8);
    }

    @Test
    void anOversizeRowGetsAPageOfItsOwn() {
        assertThat(Breaks.choose(new Rows("rrr", new double[] {1, 20, 1}), 10)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void everyRowButGapsIsPrintedOnceAndPagesFit() {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            StringBuilder kinds = new StringBuilder();
            for (int i = 0; i < 5 + random.nextInt(60); i++) {
                kinds.append("rrrrhg".charAt(random.nextInt(6)));
            }
            String text = kinds.append('r').toString().replaceAll("h[hg]+", "h");
            Rows rows = new Rows(text);
            List<Integer> starts = Breaks.choose(rows, 8);
            int next = 0;
            for (int page = 0; page + 1 < starts.size(); page++) {
                int start = starts.get(page);
                assertThat(text.substring(next, start)).matches("g*");
                int end = starts.get(page + 1);
                double used = rows.repeated(start);
                String printed = text.substring(start, end).replaceAll("g+$", "");
                assertThat(used + printed.length()).isLessThanOrEqualTo(8);
                assertThat(printed.endsWith("h")).as(text + starts).isFalse();
                next = end;
            }
            assertThat(next).isEqualTo(text.length());
        }
    }
}
