package org.sapwood.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One variable of a dataset: its name, label, kind and values. Rows are numbered from 0. Asking a missing cell for its
 * number or date, or a variable for what its kind does not hold, is a programmer's error; ask {@link #isMissing} first.
 */
public final class Variable {

    /** What a variable holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private final VariableHead head;
    private final Column column;

    Variable(VariableHead head, Column column) {
        this.head = head;
        this.column = column;
    }

    /** {@return the name} */
    public String name() {
        return head.name();
    }

    /** {@return the label, or empty} */
    public String label() {
        return head.label();
    }

    /** {@return the display format of the source, or empty} */
    public String format() {
        return head.format();
    }

    /** {@return what it holds} */
    public Kind kind() {
        if (column instanceof Column.Text) {
            return Kind.TEXT;
        }
        return column instanceof Column.Numeric ? Kind.NUMBER : Kind.DATE;
    }

    /** {@return the number of rows} */
    public int rows() {
        return column.size();
    }

    /** {@return whether a cell holds no value}
     *
     * @param row the row
     */
    public boolean isMissing(int row) {
        return column.isMissing(row);
    }

    /** {@return why a cell holds no value, or empty when it holds one}
     *
     * @param row the row
     */
    public Optional<Missing> missing(int row) {
        return column.isMissing(row) ? Optional.of(column.missing(row)) : Optional.empty();
    }

    /** {@return a cell as text: the exact characters, the shortest plain decimal, or the date as year-month-day; empty
     * when missing}
     *
     * @param row the row
     */
    public String text(int row) {
        return column.text(row);
    }

    /** {@return the number in a cell}
     *
     * @param row the row
     */
    public double number(int row) {
        return present(row, Column.Numeric.class).values().getDouble(row);
    }

    /** {@return the number in a cell as recorded: the exact decimal of a text file, otherwise the shortest decimal of the
     * double}
     *
     * @param row the row
     */
    public BigDecimal decimal(int row) {
        return present(row, Column.Numeric.class).decimal(row);
    }

    /** {@return the date in a cell}
     *
     * @param row the row
     */
    public LocalDate date(int row) {
        return present(row, Column.Date.class).date(row);
    }

    /** {@return the distinct texts of the cells that hold a value, in the order of their first row} */
    public Set<String> distinct() {
        Set<String> distinct = new LinkedHashSet<>();
        for (int row = 0; row < rows(); row++) {
            if (!isMissing(row)) {
                distinct.add(text(row));
            }
        }
        return Collections.unmodifiableSet(distinct);
    }

    /** {@return whether no cell holds a value} */
    public boolean isEntirelyMissing() {
        for (int row = 0; row < rows(); row++) {
            if (!isMissing(row)) {
                return false;
            }
        }
        return true;
    }

    Column column() {
        return column;
    }

    private <C extends Column> C present(int row, Class<C> kind) {
        if (!kind.isInstance(column)) {
            throw new IllegalStateException(
                    "expected " + name() + " to hold a " + kind.getSimpleName() + "; it holds " + kind());
        }
        if (column.isMissing(row)) {
            throw new IllegalStateException("expected a value of " + name() + " in row " + row + "; it is missing");
        }
        return kind.cast(column);
    }

    @Override
    public String toString() {
        return name() + " (" + kind() + ", " + rows() + " rows)";
    }
}
