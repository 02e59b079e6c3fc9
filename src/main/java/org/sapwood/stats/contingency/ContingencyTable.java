package org.sapwood.stats.contingency;

import java.util.Arrays;

/** An r×c table of counts, at least 1×1. Immutable. */
public final class ContingencyTable {
    private final int[][] counts;
    private final int[] rowTotals;
    private final int[] columnTotals;
    private final int total;

    private ContingencyTable(int[][] counts) {
        this.counts = counts;
        this.rowTotals = new int[counts.length];
        this.columnTotals = new int[counts[0].length];
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                rowTotals[i] += counts[i][j];
                columnTotals[j] += counts[i][j];
                sum = Math.addExact(sum, counts[i][j]);
            }
        }
        this.total = sum;
    }

    /**
     * A table from its rows.
     *
     * @param rows counts, all rows of the same positive length
     * @return the table
     * @throws IllegalArgumentException for negative counts or rows of unequal length
     */
    public static ContingencyTable of(int[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("expected at least one row and one column");
        }
        int[][] copy = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException("expected rows of equal length, found " + rows[0].length + " and "
                        + rows[i].length + " in row " + (i + 1));
            }
            for (int count : rows[i]) {
                if (count < 0) {
                    throw new IllegalArgumentException("expected counts of at least 0, found " + count);
                }
            }
            copy[i] = rows[i].clone();
        }
        return new ContingencyTable(copy);
    }

    /** {@return the number of rows} */
    public int rows() {
        return rowTotals.length;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columnTotals.length;
    }

    /**
     * A cell.
     *
     * @param row from 0
     * @param column from 0
     * @return its count
     */
    public int count(int row, int column) {
        return counts[row][column];
    }

    /**
     * A row's sum.
     *
     * @param row from 0
     * @return its total
     */
    public int rowTotal(int row) {
        return rowTotals[row];
    }

    /**
     * A column's sum.
     *
     * @param column from 0
     * @return its total
     */
    public int columnTotal(int column) {
        return columnTotals[column];
    }

    /** {@return the number of observations} */
    public int total() {
        return total;
    }

    /**
     * The count expected under independence.
     *
     * @param row from 0
     * @param column from 0
     * @return row total × column total / total; only for a table that is not empty
     */
    public double expected(int row, int column) {
        return (double) rowTotals[row] * columnTotals[column] / total;
    }

    /** {@return whether this is a 2×2 table} */
    public boolean isTwoByTwo() {
        return rows() == 2 && columns() == 2;
    }

    /** {@return whether independence can be tested: at least two rows and columns, none of them empty} */
    public boolean hasFullMargins() {
        return rows() > 1
                && columns() > 1
                && Arrays.stream(rowTotals).allMatch(t -> t > 0)
                && Arrays.stream(columnTotals).allMatch(t -> t > 0);
    }

    /** {@return the table without its empty rows and columns; the table itself when it has none or is empty} */
    public ContingencyTable withoutEmptyMargins() {
        if (total == 0) {
            return this;
        }
        int[][] kept = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).anyMatch(x -> x > 0))
                .map(this::withoutEmptyColumns)
                .toArray(int[][]::new);
        return new ContingencyTable(kept);
    }

    private int[] withoutEmptyColumns(int[] row) {
        int[] kept = new int[row.length];
        int n = 0;
        for (int j = 0; j < row.length; j++) {
            if (columnTotals[j] > 0) {
                kept[n++] = row[j];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /** {@return the table with rows and columns exchanged} */
    public ContingencyTable transposed() {
        int[][] turned = new int[columns()][rows()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                turned[j][i] = counts[i][j];
            }
        }
        return new ContingencyTable(turned);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
