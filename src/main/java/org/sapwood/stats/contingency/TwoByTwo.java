package org.sapwood.stats.contingency;

import org.sapwood.stats.proportion.TwoProportions;

/**
 * A 2×2 table of counts, written row by row: a and b are events and non-events of the first group, c and d those of the
 * second.
 *
 * @param a events of the first group
 * @param b non-events of the first group
 * @param c events of the second group
 * @param d non-events of the second group
 */
public record TwoByTwo(int a, int b, int c, int d) {
    public TwoByTwo {
        if (a < 0 || b < 0 || c < 0 || d < 0) {
            throw new IllegalArgumentException(
                    "expected counts of at least 0, found " + a + ", " + b + " / " + c + ", " + d);
        }
    }

    /**
     * The table of two groups with their events.
     *
     * @param groups events and sizes
     * @return the same data as a table
     */
    public static TwoByTwo of(TwoProportions groups) {
        return new TwoByTwo(groups.x1(), groups.n1() - groups.x1(), groups.x2(), groups.n2() - groups.x2());
    }

    /** {@return the rows as two binomial observations} */
    public TwoProportions rows() {
        return new TwoProportions(a, row1(), c, row2());
    }

    /** {@return the table with rows and columns exchanged} */
    public TwoByTwo transposed() {
        return new TwoByTwo(a, c, b, d);
    }

    /** {@return the table as a general one} */
    public ContingencyTable table() {
        return ContingencyTable.of(new int[][] {{a, b}, {c, d}});
    }

    /** {@return the size of the first group} */
    public int row1() {
        return a + b;
    }

    /** {@return the size of the second group} */
    public int row2() {
        return c + d;
    }

    /** {@return the events} */
    public int column1() {
        return a + c;
    }

    /** {@return the non-events} */
    public int column2() {
        return b + d;
    }

    /** {@return the number of observations} */
    public int total() {
        return a + b + c + d;
    }

    /** {@return whether a row or a column is empty, so that the margins determine the table} */
    public boolean hasEmptyMargin() {
        return row1() == 0 || row2() == 0 || column1() == 0 || column2() == 0;
    }

    /** {@return whether a cell is empty} */
    public boolean hasEmptyCell() {
        return a == 0 || b == 0 || c == 0 || d == 0;
    }

    /** {@return the expectation of a under independence given the margins; only for a table that is not empty} */
    public double expected() {
        return (double) row1() * column1() / total();
    }

    /** {@return the hypergeometric variance of a given the margins; only for at least two observations} */
    public double hypergeometricVariance() {
        double n = total();
        return (double) row1() * row2() * column1() * column2() / (n * n * (n - 1));
    }
}
