package org.sapwood.render.xlsx;

import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.sapwood.display.Display;
import org.sapwood.display.Footnote;
import org.sapwood.display.TableModel;
import org.sapwood.render.xlsx.CellStyles.Look;
import org.sapwood.render.xlsx.CellStyles.Place;
import org.sapwood.result.Value;
import org.sapwood.typeset.FontMetrics;

/**
 * One display as a sheet: the block as printed, and below it a data block with one row per number, typed and at full
 * precision.
 */
record DisplaySheet(Display display, String name, List<NumberRows.NumberRow> numbers) {
    private static final List<String> DATA_HEADS =
            List.of("Row", "Column", "Statistic", "Value", "Numerator", "Denominator", "As printed", "Result key");

    static DisplaySheet of(Display display, String name) {
        return new DisplaySheet(display, name, NumberRows.of(display));
    }

    void write(Pack pack, FontMetrics metrics) {
        SheetWriter writer = new SheetWriter(pack, name, metrics);
        writer.line(
                Look.TITLE,
                display.heading().number() + "  " + display.heading().title());
        String population = display.heading().population();
        String estimand = display.heading().estimand();
        writer.line(
                Look.NOTE,
                (population.isEmpty() ? "" : "Population: " + population)
                        + (estimand.isEmpty() ? "" : "; estimand: " + estimand));
        writer.line(Look.BANNER, pack.banner());
        int top = writer.nextRow();
        PrintedGrid grid = PrintedGrid.of(display);
        printed(writer, grid);
        writer.skipRow();
        for (Footnote note : display.notes()) {
            writer.line(Look.NOTE, (note.mark().isEmpty() ? "" : note.mark() + " ") + note.text());
        }
        writer.line(Look.NOTE, display.source().text());
        int bottom = writer.nextRow() - 1;
        if (!numbers.isEmpty()) {
            data(writer);
        }
        writer.finish();
        int frozen = top + (grid.spanners().isEmpty() ? 0 : 1) + (grid.heads().isEmpty() ? 0 : 1);
        if (frozen > top) {
            writer.sheet().createFreezePane(1, frozen);
            writer.sheet().setRepeatingRows(new CellRangeAddress(0, frozen - 1, -1, -1));
            pack.workbook()
                    .getXSSFWorkbook()
                    .getSheet(name)
                    .addIgnoredErrors(
                            new CellRangeAddress(top, bottom, 0, grid.heads().size()),
                            IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    private void printed(SheetWriter writer, PrintedGrid grid) {
        if (!grid.spanners().isEmpty()) {
            writer.newRow();
            for (int i = 0; i < grid.spanners().size(); i++) {
                writer.text(
                        i,
                        Look.HEAD,
                        i == 0 ? Place.LEFT : Place.CENTRE,
                        0,
                        grid.spanners().get(i));
            }
        }
        if (!grid.heads().isEmpty()) {
            writer.newRow();
            for (int i = 0; i < grid.heads().size(); i++) {
                writer.text(i, Look.HEAD, place(i), 0, grid.heads().get(i));
            }
        }
        for (PrintedGrid.Line line : grid.rows()) {
            if (grid.heads().isEmpty()) {
                writer.line(Look.NOTE, line.texts().get(0));
                continue;
            }
            writer.newRow();
            for (int i = 0; i < line.texts().size(); i++) {
                writer.text(
                        i,
                        Look.BODY,
                        place(i),
                        i == 0 ? line.indent() : 0,
                        line.texts().get(i));
            }
        }
    }

    private Place place(int column) {
        return column > 0 && display instanceof TableModel table
                ? switch (table.columns().get(column - 1).align()) {
                    case LEFT -> Place.LEFT;
                    case RIGHT -> Place.RIGHT;
                    case CENTRE, DECIMAL -> Place.CENTRE;
                }
                : Place.LEFT;
    }

    private void data(SheetWriter writer) {
        writer.skipRow();
        writer.sheet().setRowBreak(writer.nextRow() - 1);
        writer.line(Look.TITLE, "Data");
        writer.newRow();
        for (int i = 0; i < DATA_HEADS.size(); i++) {
            writer.head(i, DATA_HEADS.get(i));
        }
        int head = writer.nextRow() - 1;
        for (NumberRows.NumberRow number : numbers) {
            writer.newRow();
            writer.text(0, number.row());
            writer.text(1, number.column());
            writer.text(2, number.statistic());
            value(writer, number.value());
            writer.text(6, number.printed());
            writer.text(7, number.key());
        }
        writer.sheet().setAutoFilter(new CellRangeAddress(head, writer.nextRow() - 1, 0, DATA_HEADS.size() - 1));
    }

    private static void value(SheetWriter writer, Value value) {
        if (value instanceof Value.Count count) {
            number(writer, 3, (double) count.n());
        } else if (value instanceof Value.Ratio ratio) {
            number(writer, 3, (double) ratio.numerator() / ratio.denominator());
            number(writer, 4, (double) ratio.numerator());
            number(writer, 5, (double) ratio.denominator());
        } else if (value instanceof Value.Exact exact) {
            number(writer, 3, exact.x().doubleValue());
        } else if (value instanceof Value.Real real) {
            if (Double.isInfinite(real.x())) {
                writer.text(3, real.x() > 0 ? "infinite" : "minus infinite");
            } else {
                number(writer, 3, real.x());
            }
        } else if (value instanceof Value.Probability probability) {
            if (probability.p() < Double.MIN_NORMAL) {
                // Smaller than a cell can hold; a zero would be a lie.
                writer.text(3, "exp(" + probability.log() + ")");
            } else {
                number(writer, 3, probability.p());
            }
        } else if (value instanceof Value.Word word) {
            writer.text(3, word.text());
        } else if (value instanceof Value.NotEstimable not) {
            writer.text(3, "not estimable: " + not.detail() + " (" + not.reason() + ")");
        }
    }

    private static void number(SheetWriter writer, int column, double x) {
        writer.number(column, x, "General", "0.0000000000");
    }
}
