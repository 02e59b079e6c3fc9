package org.sapwood.stats.contingency;

import java.util.function.IntToDoubleFunction;

/**
 * What one cell adds to the statistic of a table with fixed margins.
 *
 * @param function of count, row total and column total
 * @param rowsAreExchangeable whether the totals do not matter, so that rows may be permuted freely
 */
record CellScore(Function function, boolean rowsAreExchangeable) {
    /** Of a count within a row and a column of these totals. */
    @FunctionalInterface
    interface Function {
        double of(int count, int rowTotal, int columnTotal);
    }

    static CellScore exchangeable(IntToDoubleFunction function) {
        return new CellScore((count, row, column) -> function.applyAsDouble(count), true);
    }

    static CellScore byMargins(Function function) {
        return new CellScore(function, false);
    }
}
