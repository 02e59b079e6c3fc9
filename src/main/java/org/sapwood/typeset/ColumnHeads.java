package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.TableModel.Align;

/** Column heads between rules, set on the lowest line, under the spanners they share. */
final class ColumnHeads {
    private static final double PAD = 2.5;
    private static final double BELOW = 2;
    private final LineBreaker breaker;
    private final List<Head> heads;
    private final List<List<ColumnPlan.Placed>> panels;
    private final double height;
    private final double spannerHeight;

    /**
     * One head.
     *
     * @param lines wanted lines, which may wrap
     * @param spanner shared head above, empty for none
     */
    record Head(List<String> lines, String spanner, Align align) {}

    ColumnHeads(FontMetrics metrics, List<Head> heads, List<List<ColumnPlan.Placed>> panels) {
        this.breaker = new LineBreaker(metrics, Face.BOLD, Theme.BODY);
        this.heads = heads;
        this.panels = panels;
        int lines = 1;
        int spannerLines = 0;
        for (List<ColumnPlan.Placed> panel : panels) {
            for (ColumnPlan.Placed column : panel) {
                lines = Math.max(lines, lines(column).size());
            }
            for (List<ColumnPlan.Placed> span : spans(panel)) {
                spannerLines = Math.max(spannerLines, spannerLines(span).size());
            }
        }
        spannerHeight = spannerLines == 0 ? 0 : spannerLines * Theme.LINE + PAD + 1;
        height = spannerHeight + lines * Theme.LINE + 2 * PAD + 1 + BELOW;
    }

    /** {@return the height from the upper to the lower rule and a little more} */
    double height() {
        return height;
    }

    /** Draws the heads of a panel below {@code top}. */
    void draw(Sheet sheet, int panel, double top) {
        List<ColumnPlan.Placed> columns = panels.get(panel);
        sheet.rule(Theme.LEFT, columns.get(columns.size() - 1).right(), top, Theme.THICK);
        for (List<ColumnPlan.Placed> span : spans(columns)) {
            double x1 = span.get(0).x() + Theme.GUTTER;
            double x2 = span.get(span.size() - 1).right() - Theme.GUTTER;
            List<String> lines = spannerLines(span);
            double y = top + spannerHeight - PAD - lines.size() * Theme.LINE + 1;
            for (String line : lines) {
                sheet.centred((x1 + x2) / 2, y, Face.BOLD, Theme.BODY, Ink.BLACK, line);
                y += Theme.LINE;
            }
            sheet.rule(x1, x2, top + spannerHeight, Theme.THIN);
        }
        double bottom = top + height - BELOW - PAD - 1;
        for (ColumnPlan.Placed column : columns) {
            List<String> lines = lines(column);
            double y = bottom - lines.size() * Theme.LINE;
            for (String line : lines) {
                CellText.draw(sheet, column, heads.get(column.index()).align(), y, Face.BOLD, line);
                y += Theme.LINE;
            }
        }
        sheet.rule(Theme.LEFT, columns.get(columns.size() - 1).right(), top + height - BELOW - 1, Theme.THIN);
    }

    private List<String> lines(ColumnPlan.Placed column) {
        double room = column.width() - 2 * Theme.GUTTER;
        List<String> lines = new ArrayList<>();
        for (String line : heads.get(column.index()).lines()) {
            lines.addAll(breaker.lines(line, room));
        }
        return lines;
    }

    private List<String> spannerLines(List<ColumnPlan.Placed> span) {
        double room = span.get(span.size() - 1).right() - span.get(0).x() - 2 * Theme.GUTTER;
        return breaker.lines(heads.get(span.get(0).index()).spanner(), room);
    }

    /** Runs of neighbouring columns with the same spanner. */
    private List<List<ColumnPlan.Placed>> spans(List<ColumnPlan.Placed> columns) {
        List<List<ColumnPlan.Placed>> spans = new ArrayList<>();
        String last = "";
        for (ColumnPlan.Placed column : columns) {
            String spanner = heads.get(column.index()).spanner();
            if (!spanner.isEmpty()) {
                if (!spanner.equals(last)) {
                    spans.add(new ArrayList<>());
                }
                spans.get(spans.size() - 1).add(column);
            }
            last = spanner;
        }
        return spans;
    }
}
