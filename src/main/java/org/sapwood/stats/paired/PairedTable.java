package org.sapwood.stats.paired;

/**
 * Pairs of yes/no answers, counted. Rows are the first measurement, columns the second.
 *
 * @param bothYes yes, then yes
 * @param firstOnly yes, then no
 * @param secondOnly no, then yes
 * @param neither no, then no
 */
public record PairedTable(int bothYes, int firstOnly, int secondOnly, int neither) {
    public PairedTable {
        if (bothYes < 0 || firstOnly < 0 || secondOnly < 0 || neither < 0) {
            throw new IllegalArgumentException("counts must not be negative, found " + bothYes + ", " + firstOnly + ", "
                    + secondOnly + ", " + neither);
        }
    }

    /** {@return the number of pairs} */
    public int pairs() {
        return bothYes + firstOnly + secondOnly + neither;
    }

    /** {@return the number of pairs whose two answers differ} */
    public int discordant() {
        return firstOnly + secondOnly;
    }

    /** {@return how often the first answer is yes} */
    public int firstYes() {
        return bothYes + firstOnly;
    }

    /** {@return how often the second answer is yes} */
    public int secondYes() {
        return bothYes + secondOnly;
    }

    /** {@return the table of the measurements exchanged} */
    public PairedTable swapped() {
        return new PairedTable(bothYes, secondOnly, firstOnly, neither);
    }
}
