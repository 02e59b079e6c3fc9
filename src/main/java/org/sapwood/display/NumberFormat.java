package org.sapwood.display;

/**
 * How a value is rounded and written.
 *
 * @param style what kind of number it is printed as
 * @param places decimal places
 */
public record NumberFormat(Style style, int places) {

    /** The kinds of printed numbers. */
    public enum Style {
        /** A count, or a number rounded to whole. */
        INTEGER,
        /** Fixed decimal places. */
        DECIMAL,
        /** A proportion times 100, fixed places, without the sign. */
        PERCENT,
        /** A p-value with its floor and ceiling. */
        P_VALUE,
        /** As recorded, trailing zeros as in the data. */
        RECORDED,
        /** Text as it is. */
        WORD
    }
}
