package org.sapwood.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Takes the values of one variable row by row and then becomes the {@link Variable}. The readers' side of a column. */
public sealed interface VariableFiller {

    /** Appends a cell without value.
     *
     * @param missing why; only numbers keep the difference
     */
    void append(Missing missing);

    /** {@return the variable with the values appended so far} */
    Variable variable();

    /** Takes text. */
    final class OfText implements VariableFiller {
        private final VariableHead head;
        private final StringColumn column;

        /** Begins a text variable.
         *
         * @param head name, label and format
         */
        public OfText(VariableHead head) {
            this.head = head;
            this.column = StringColumn.create(head.name());
        }

        /** Appends a text; one of blanks only is missing.
         *
         * @param text the exact characters
         */
        public void append(String text) {
            column.append(text.isBlank() ? "" : text);
        }

        @Override
        public void append(Missing missing) {
            column.append("");
        }

        @Override
        public Variable variable() {
            return new Variable(head, new Column.Text(column));
        }
    }

    /** Takes numbers. */
    final class OfNumber implements VariableFiller {
        private final VariableHead head;
        private final Map<Integer, Missing> codes = new HashMap<>();
        private final Map<Integer, BigDecimal> exact = new HashMap<>();
        private final Missing ordinary;
        private double[] values = new double[256];
        private int size;

        /** Begins a numeric variable.
         *
         * @param head name, label and format
         * @param ordinary the missing value that most missing cells have: blank in text files, a dot in SAS files
         */
        public OfNumber(VariableHead head, Missing ordinary) {
            this.head = head;
            this.ordinary = ordinary;
        }

        /** Appends a number.
         *
         * @param value a finite number
         */
        public void append(double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("expected a finite number; found " + value);
            }
            add(value + 0.0); // no negative zero
        }

        /** Appends an exact decimal within the range of a double.
         *
         * @param value the decimal
         */
        public void append(BigDecimal value) {
            double nearest = value.doubleValue();
            int row = size;
            append(nearest);
            if (value.precision() > 15 && ShortestDecimal.of(nearest).compareTo(value) != 0) {
                exact.put(row, value);
            }
        }

        @Override
        public void append(Missing missing) {
            if (missing != ordinary) {
                codes.put(size, missing);
            }
            add(Double.NaN);
        }

        private void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size] = value;
            size++;
        }

        @Override
        public Variable variable() {
            return new Variable(
                    head,
                    new Column.Numeric(
                            DoubleColumn.create(head.name(), Arrays.copyOf(values, size)), ordinary, codes, exact));
        }
    }

    /** Takes dates. */
    final class OfDate implements VariableFiller {
        private final VariableHead head;
        private final DateColumn column;

        /** Begins a date variable.
         *
         * @param head name, label and format
         */
        public OfDate(VariableHead head) {
            this.head = head;
            this.column = DateColumn.create(head.name());
        }

        /** Appends a date.
         *
         * @param date the date
         */
        public void append(LocalDate date) {
            column.append(date);
        }

        @Override
        public void append(Missing missing) {
            column.appendMissing();
        }

        @Override
        public Variable variable() {
            return new Variable(head, new Column.Date(column));
        }
    }
}
