package org.sapwood.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.Display;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FlowModel;
import org.sapwood.display.ListingModel;
import org.sapwood.display.TableModel;
import org.sapwood.display.TextBlock;

/**
 * What is printed of a display, as a grid of texts.
 *
 * @param spanners the row above the heads; empty for none
 * @param heads the column heads; empty for none
 * @param rows the body
 */
record PrintedGrid(List<String> spanners, List<String> heads, List<Line> rows) {
    /** A line of the grid; the first text is indented. */
    record Line(int indent, List<String> texts) {}

    static PrintedGrid of(Display display) {
        if (display instanceof TableModel table) {
            return table(table);
        }
        if (display instanceof FlowModel flow) {
            return flow(flow);
        }
        if (display instanceof TextBlock text) {
            return text(text);
        }
        if (display instanceof FigureModel figure) {
            return new PrintedGrid(List.of(), List.of(), List.of(new Line(0, List.of(figure.alternativeText()))));
        }
        if (display instanceof ListingModel) {
            throw new IllegalArgumentException("listings have their own workbook: " + display.id());
        }
        throw new IllegalArgumentException("no grid for " + display.getClass());
    }

    private static PrintedGrid table(TableModel table) {
        List<String> spanners = new ArrayList<>(List.of(""));
        List<String> heads = new ArrayList<>(List.of(table.stubHeading()));
        for (TableModel.Column column : table.columns()) {
            spanners.add(column.spanner());
            heads.add(String.join("\n", column.head()));
        }
        List<Line> rows = new ArrayList<>();
        for (TableModel.Row row : table.rows()) {
            List<String> texts = new ArrayList<>(List.of(row.label()));
            row.cells().forEach(cell -> texts.add(cell.text()));
            rows.add(new Line(row.indent(), texts));
        }
        boolean spanned = spanners.stream().anyMatch(spanner -> !spanner.isEmpty());
        return new PrintedGrid(spanned ? spanners : List.of(), heads, rows);
    }

    private static PrintedGrid flow(FlowModel flow) {
        List<Line> rows = new ArrayList<>();
        for (FlowModel.Box box : flow.boxes()) {
            String lane = box.lane() < 0 ? "All" : String.valueOf(box.lane() + 1);
            for (FlowModel.Line line : box.lines()) {
                rows.add(new Line(line.indent(), List.of(line.content().text(), box.stage(), lane)));
            }
        }
        return new PrintedGrid(List.of(), List.of("Box", "Stage", "Lane"), rows);
    }

    private static PrintedGrid text(TextBlock block) {
        List<Line> rows = new ArrayList<>();
        for (TextBlock.Paragraph paragraph : block.paragraphs()) {
            if (!paragraph.subtitle().isEmpty()) {
                rows.add(new Line(0, List.of(paragraph.subtitle())));
            }
            rows.add(new Line(0, List.of(paragraph.text())));
        }
        return new PrintedGrid(List.of(), List.of(), rows);
    }
}
