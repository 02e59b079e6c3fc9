package org.sapwood.display;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.sapwood.display.Cell.CellSource;

/**
 * A listing: one line per record. Key columns are printed once and again at the top of a page.
 *
 * @param columns the columns; keys first
 * @param rows the lines; each has one item per column
 */
public record ListingModel(
        String id,
        Heading heading,
        List<Column> columns,
        List<List<Item>> rows,
        List<Footnote> notes,
        SourceLine source)
        implements Display {

    /**
     * A column.
     *
     * @param id the variable
     * @param head its head with the unit
     * @param key whether repeated values are printed once
     * @param weight relative width wanted, 1 for an ordinary column
     * @param align how it is set
     */
    public record Column(String id, String head, boolean key, double weight, TableModel.Align align) {}

    /** One value of a listing. */
    public sealed interface Item {
        /** {@return as printed} */
        String text();
    }

    /** Nothing recorded. */
    public record Missing(String text) implements Item {}

    /** A text. */
    public record Word(String text) implements Item {}

    /** A number as recorded. */
    public record Numeric(String text, BigDecimal value) implements Item {}

    /** A calendar date, printed in ISO form. */
    public record Date(String text, LocalDate value) implements Item {}

    /** A number derived for this listing and kept as a result row. */
    public record Derived(String text, BigDecimal value, CellSource source) implements Item {}
}
