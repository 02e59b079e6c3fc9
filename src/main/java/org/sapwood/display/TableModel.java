package org.sapwood.display;

import java.util.List;

/**
 * A finished table: the first column is the stub (row labels), each other column has one cell per row.
 *
 * @param id the display id
 * @param heading the title block
 * @param stubHeading the head of the first column, may be empty
 * @param columns the columns after the stub
 * @param rows the body
 * @param notes footnotes
 * @param source source line
 */
public record TableModel(
        String id,
        Heading heading,
        String stubHeading,
        List<Column> columns,
        List<Row> rows,
        List<Footnote> notes,
        SourceLine source)
        implements Display {

    /**
     * A column.
     *
     * @param id stable, for addressing cells: an arm id, {@code overall}, {@code p-value} …
     * @param head its head, one text per line, for example {@code IL-2 1 MIU} and {@code (N=120)}
     * @param spanner a head shared with neighbouring columns of the same spanner; empty for none
     * @param align how its cells are set
     */
    public record Column(String id, List<String> head, String spanner, Align align) {}

    /** How cells of a column are set. */
    public enum Align {
        /** Numbers: pieces of equal shape are aligned by their digits and points, the whole is centred. */
        DECIMAL,
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * A row.
     *
     * @param kind what it is
     * @param indent levels of indentation of the label
     * @param label the stub's text, may wrap
     * @param cells one per column
     * @param group the labels of the rows it stands under, outermost first; repeated with "(Continued)" after a page
     *     break
     * @param keepWithNext whether a page break may not follow
     */
    public record Row(
            Kind kind, int indent, String label, List<Cell> cells, List<String> group, boolean keepWithNext) {}

    /** What a row is. */
    public enum Kind {
        /** A label over the rows below it; its cells are usually blank. */
        HEAD,
        BODY,
        /** White space between groups. */
        GAP
    }
}
