package org.sapwood.typeset;

/**
 * The look of all pages, in points (72 to the inch).
 *
 * <p>Pages are A4 landscape. The printed area also fits US Letter with the margins regulators ask for: 19 mm at the
 * binding edge (top when landscape), 10 mm elsewhere.
 */
public final class Theme {
    public static final double PAGE_WIDTH = 842;
    public static final double PAGE_HEIGHT = 595;

    /** 735 points: US Letter landscape less 10 mm on both sides. */
    public static final double LEFT = 53.5;

    public static final double RIGHT = PAGE_WIDTH - LEFT;
    public static final double TOP = 54;
    public static final double BOTTOM = PAGE_HEIGHT - 29;
    public static final double WIDTH = RIGHT - LEFT;

    /** Size of tables, listings and notes. */
    public static final double BODY = 9;

    /** Size of the title block. */
    public static final double TITLE = 10;

    /** Size of the banner, the contents' heading and the like. */
    public static final double LARGE = 13;

    /** Distance of base lines as a multiple of the size. */
    public static final double LEADING = 1.22;

    /** Height of a line of a table. */
    public static final double LINE = BODY * LEADING;

    /** Height of capitals and figures as a multiple of the size. */
    public static final double ASCENT = 0.92;

    /** White space on each side of a column. */
    public static final double GUTTER = 5;

    /** Shift of a row label by one level. */
    public static final double INDENT = 10;

    public static final double THIN = 0.4;
    public static final double THICK = 0.9;

    private Theme() {}
}
