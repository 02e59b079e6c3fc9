package org.sapwood.data;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.sapwood.sap.Condition;

/** The records of a dataset that satisfy a condition, by row number in file order. */
public final class Selection {

    private final Condition condition;
    private final int[] rows;

    Selection(Condition condition, BitSet rows) {
        this.condition = condition;
        this.rows = rows.stream().toArray();
    }

    /** {@return the condition} */
    public Condition condition() {
        return condition;
    }

    /** {@return how many records were selected} */
    public int size() {
        return rows.length;
    }

    /** {@return whether no record was selected} */
    public boolean isEmpty() {
        return rows.length == 0;
    }

    /** {@return the row number of a selected record}
     *
     * @param index the position in the selection, from 0
     */
    public int row(int index) {
        return rows[index];
    }

    /** {@return the row numbers, ascending} */
    public IntStream rows() {
        return IntStream.of(rows);
    }

    @Override
    public String toString() {
        return condition + " (" + rows.length + " records)";
    }
}
