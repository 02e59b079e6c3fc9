package org.sapwood.render;

import java.util.List;
import java.util.Locale;
import org.sapwood.display.Cell;
import org.sapwood.display.NumberFormat;
import org.sapwood.display.TableModel;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;

/** Cells and rows as the engine would have made them. */
final class SampleCells {
    private SampleCells() {}

    static Cell.Piece number(String text, Value value, NumberFormat.Style style, int places, String statistic) {
        return new Cell.Formatted(
                text,
                new Cell.CellSource(
                        ResultKey.of("sample", new Group.Overall()).withParameter(text), new Statistic(statistic)),
                value,
                new NumberFormat(style, places));
    }

    static Cell.Piece literal(String text) {
        return new Cell.Literal(text);
    }

    static Cell.Piece count(long n) {
        return number(String.valueOf(n), new Value.Count(n), NumberFormat.Style.INTEGER, 0, "n");
    }

    static Cell.Piece decimal(double x, int places, String statistic) {
        return number(
                String.format(Locale.ROOT, "%." + places + "f", x),
                new Value.Real(x),
                NumberFormat.Style.DECIMAL,
                places,
                statistic);
    }

    static Cell share(long n, long of) {
        if (n == 0) {
            return new Cell.Text(List.of(count(0)));
        }
        Cell.Piece percent = number(
                String.format(Locale.ROOT, "%.1f", 100.0 * n / of),
                new Value.Ratio(n, of),
                NumberFormat.Style.PERCENT,
                1,
                "p");
        return new Cell.Text(List.of(count(n), literal(" ("), percent, literal("%)")));
    }

    static Cell cell(Cell.Piece... pieces) {
        return new Cell.Text(List.of(pieces));
    }

    static Cell pValue(double p) {
        String text = p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
        return cell(
                number(text, new Value.Probability(p, StrictMath.log(p)), NumberFormat.Style.P_VALUE, 3, "p_value"));
    }

    static Cell interval(double estimate, double low, double high) {
        return cell(
                decimal(estimate, 1, "estimate"),
                literal(" ("),
                decimal(low, 1, "conf_low"),
                literal(", "),
                decimal(high, 1, "conf_high"),
                literal(")"));
    }

    static TableModel.Row row(int indent, String label, List<String> group, Cell... cells) {
        return new TableModel.Row(TableModel.Kind.BODY, indent, label, List.of(cells), group, false);
    }

    static TableModel.Row head(String label, int columns) {
        return new TableModel.Row(
                TableModel.Kind.HEAD, 0, label, java.util.Collections.nCopies(columns, Cell.blank()), List.of(), true);
    }

    static TableModel.Row gap(int columns) {
        return new TableModel.Row(
                TableModel.Kind.GAP, 0, "", java.util.Collections.nCopies(columns, Cell.blank()), List.of(), false);
    }

    static TableModel.Column column(String id, String spanner, String... head) {
        return new TableModel.Column(id, List.of(head), spanner, TableModel.Align.DECIMAL);
    }
}
