package org.sapwood.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** The carriers of values. Row numbers run from 0. */
sealed interface Column {

    int size();

    boolean isMissing(int row);

    Missing missing(int row);

    /** The value as text; empty when missing. */
    String text(int row);

    /**
     * Text: exact characters, each distinct value stored once.
     *
     * @param values the carrier
     */
    record Text(StringColumn values) implements Column {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean isMissing(int row) {
            return values.isMissing(row);
        }

        @Override
        public Missing missing(int row) {
            return Missing.BLANK;
        }

        @Override
        public String text(int row) {
            return values.get(row);
        }
    }

    /**
     * Numbers.
     *
     * @param values the doubles, not-a-number where missing
     * @param ordinary the code of most missing cells
     * @param codes the missing cells with another code, by row
     * @param exact the decimals that their double does not carry, by row; almost always empty
     */
    record Numeric(DoubleColumn values, Missing ordinary, Map<Integer, Missing> codes, Map<Integer, BigDecimal> exact)
            implements Column {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean isMissing(int row) {
            return values.isMissing(row);
        }

        @Override
        public Missing missing(int row) {
            return codes.getOrDefault(row, ordinary);
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : decimal(row).toPlainString();
        }

        BigDecimal decimal(int row) {
            return Optional.ofNullable(exact.get(row)).orElseGet(() -> ShortestDecimal.of(values.getDouble(row)));
        }
    }

    /**
     * Calendar dates.
     *
     * @param values the carrier
     */
    record Date(DateColumn values) implements Column {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean isMissing(int row) {
            return values.isMissing(row);
        }

        @Override
        public Missing missing(int row) {
            return Missing.BLANK;
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : date(row).toString();
        }

        LocalDate date(int row) {
            return values.get(row);
        }
    }
}
