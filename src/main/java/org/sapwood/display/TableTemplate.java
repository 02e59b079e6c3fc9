package org.sapwood.display;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a table before there are numbers: columns, rows and the pattern of each cell.
 *
 * @param name the template's path, for messages
 * @param slots the analyses it needs, by slot name; the first is the one rows use when they name none
 * @param stub the head of the first column
 * @param columns the columns after it
 * @param rows the rows
 * @param notes the footnotes it brings, as {@code "[1] …"} or plain
 */
public record TableTemplate(
        String name, List<String> slots, String stub, List<Columns> columns, List<Line> rows, List<String> notes) {

    /** Columns that stand for one kind of group. */
    public sealed interface Columns {
        /** {@return the heads of the columns under one group; a single empty text for one column without its own head} */
        List<String> heads();
    }

    /** One block of columns per arm. */
    record Arms(List<String> heads) implements Columns {}

    /** Everybody. */
    record Total(String label, List<String> heads) implements Columns {}

    /** One block of columns per comparison with the reference arm. */
    record Comparisons(String spanner, List<String> heads) implements Columns {}

    /** All arms compared at once, or what concerns none; {@code text} columns hold words, set from the left. */
    record AllArms(String label, List<String> heads, boolean text) implements Columns {}

    /** What stands below another. */
    public sealed interface Line {}

    /** White space. */
    record Gap() implements Line {}

    /**
     * A row.
     *
     * @param slot the analysis slot
     * @param label its label, with {@code {parameter}}-like words
     * @param indent levels
     * @param at the fixed axes of its key
     * @param cells patterns by kind of column
     * @param zero pattern instead, where statistic {@code n} is 0; null when there is none
     * @param optional whether the row vanishes when no cell has a result, and a cell stays blank when it has none
     * @param head whether it is a heading over the following rows
     * @param keep whether a page break may not follow
     */
    record Row(
            String slot,
            String label,
            int indent,
            At at,
            Map<Kind, List<String>> cells,
            @Nullable String zero,
            boolean optional,
            boolean head,
            boolean keep)
            implements Line {}

    /**
     * Rows repeated for every value of an axis.
     *
     * @param axis which axis
     * @param slot the analysis slot
     * @param at the fixed axes within which values are listed
     * @param rows what is repeated
     */
    record Each(Axis axis, String slot, At at, List<Line> rows) implements Line {}

    /** The axes rows can be repeated over. */
    public enum Axis {
        PARAMETER,
        VISIT,
        STRATUM,
        LEVEL,
        /** Comparisons of two arms neither of which is the reference. */
        ACTIVE_PAIR
    }

    /** Fixed axes of a key; null where inherited from the surrounding loop. */
    record At(
            @Nullable String parameter,
            @Nullable String visit,
            @Nullable String stratum,
            @Nullable String level) {}

    /** Which columns a pattern fills. */
    public enum Kind {
        /** The arm's own results, in its column. */
        ARMS,
        /** Everybody's results, in the total column. */
        TOTAL,
        /** The results of a comparison, in the comparison's own column. */
        COMPARISONS,
        /** The results of a comparison with the reference, in the column of the arm of interest. */
        AGAINST_REFERENCE,
        /** The results of the first comparison with the reference, in the reference arm's column. */
        REFERENCE,
        /** The results of an active pair, in the column of its first arm. */
        ACTIVE_PAIR,
        /** The comparison of all arms, in its column. */
        ALL_ARMS,
        /** The comparison of all arms, in the last arm's column. */
        LAST_ARM
    }
}
