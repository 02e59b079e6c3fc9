package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sapwood.display.Cell;
import org.sapwood.display.TableModel;
import org.sapwood.display.TableModel.Align;
import org.sapwood.display.TableModel.Kind;
import org.sapwood.display.TableModel.Row;

/** A table on pages: rows first, and for each run of rows all panels of columns. */
final class TableSetting implements Setting {
    private static final double STUB_MINIMUM = 0.24;
    private static final double STUB_PREFERRED = 0.42;
    private static final double TEXT_PREFERRED = 260;
    private static final String CONTINUED = " (Continued)";

    private final TableModel table;
    private final PageFrame frame;
    private final LineBreaker breaker;
    private final List<NumberAlignment> alignments;
    private final List<List<ColumnPlan.Placed>> panels;
    private final ColumnHeads heads;
    private final LineBreaker boldStub;
    private final double[] rowHeights;
    private final List<Integer> starts;

    TableSetting(TableModel table, PageFrame frame, FontMetrics metrics) {
        this.table = table;
        this.frame = frame;
        this.breaker = new LineBreaker(metrics, Face.REGULAR, Theme.BODY);
        this.alignments = alignments(metrics);
        this.boldStub = new LineBreaker(metrics, Face.BOLD, Theme.BODY);
        this.panels = ColumnPlan.panels(wishes(boldStub), 1, Theme.WIDTH);
        List<ColumnHeads.Head> list = new ArrayList<>();
        list.add(new ColumnHeads.Head(List.of(table.stubHeading()), "", Align.LEFT));
        for (TableModel.Column column : table.columns()) {
            list.add(new ColumnHeads.Head(column.head(), column.spanner(), column.align()));
        }
        this.heads = new ColumnHeads(metrics, list, panels);
        this.rowHeights = table.rows().stream().mapToDouble(this::measure).toArray();
        this.starts = starts();
    }

    @Override
    public int pages() {
        return (starts.size() - 1) * panels.size();
    }

    @Override
    public void draw(int page, Sheet sheet) {
        int run = page / panels.size();
        int panel = page % panels.size();
        double y = frame.body(table).top();
        heads.draw(sheet, panel, y);
        y += heads.height();
        int from = starts.get(run);
        int to = starts.get(run + 1);
        if (run > 0 && from < to) {
            y = drawGroupPath(sheet, table.rows().get(from), y);
        }
        while (to > from && table.rows().get(to - 1).kind() == Kind.GAP) {
            to--;
        }
        for (int i = from; i < to; i++) {
            drawRow(sheet, i, panels.get(panel), y);
            y += height(i);
        }
        List<ColumnPlan.Placed> columns = panels.get(panel);
        sheet.rule(Theme.LEFT, columns.get(columns.size() - 1).right(), y + 2, Theme.THICK);
    }

    private double drawGroupPath(Sheet sheet, Row row, double top) {
        double y = top;
        for (int level = 0; level < row.group().size(); level++) {
            double x = Theme.LEFT + Theme.GUTTER + level * Theme.INDENT;
            for (String line : pathLines(row, level)) {
                sheet.left(x, y, Face.REGULAR, Theme.BODY, line);
                y += Theme.LINE;
            }
        }
        return y;
    }

    private List<String> pathLines(Row row, int level) {
        return breaker.lines(row.group().get(level) + CONTINUED, Theme.WIDTH - 2 * Theme.GUTTER - level * Theme.INDENT);
    }

    private void drawRow(Sheet sheet, int index, List<ColumnPlan.Placed> columns, double top) {
        Row row = table.rows().get(index);
        double x = Theme.LEFT + Theme.GUTTER + row.indent() * Theme.INDENT;
        double y = top;
        for (String line : stubLines(row, columns.get(0))) {
            sheet.left(x, y, row.kind() == Kind.HEAD && row.indent() == 0 ? Face.BOLD : Face.REGULAR, Theme.BODY, line);
            if (y == top) {
                x += Theme.INDENT / 2;
            }
            y += Theme.LINE;
        }
        for (ColumnPlan.Placed column : columns.subList(1, columns.size())) {
            drawCell(sheet, row, column, top);
        }
    }

    private void drawCell(Sheet sheet, Row row, ColumnPlan.Placed column, double top) {
        if (column.index() - 1 >= row.cells().size()) {
            return;
        }
        Cell cell = row.cells().get(column.index() - 1);
        Align align = table.columns().get(column.index() - 1).align();
        if (align == Align.DECIMAL && NumberAlignment.aligns(cell)) {
            for (NumberAlignment.Run run : alignments.get(column.index() - 1).place(cell)) {
                sheet.left(column.middle() + run.x(), top, Face.REGULAR, Theme.BODY, run.text());
            }
            return;
        }
        double y = top;
        for (String line : breaker.lines(cell.text(), column.width() - 2 * Theme.GUTTER)) {
            CellText.draw(sheet, column, align, y, Face.REGULAR, line);
            y += Theme.LINE;
        }
    }

    private List<String> stubLines(Row row, ColumnPlan.Placed stub) {
        // A heading over blank cells may run across the table.
        boolean across = row.kind() == Kind.HEAD
                && row.cells().stream().allMatch(cell -> cell.text().isEmpty());
        double room = (across ? Theme.WIDTH : stub.width()) - 2 * Theme.GUTTER - row.indent() * Theme.INDENT;
        LineBreaker face = row.kind() == Kind.HEAD ? boldStub : breaker;
        return face.lines(row.label(), room, room - Theme.INDENT / 2);
    }

    private List<NumberAlignment> alignments(FontMetrics metrics) {
        List<NumberAlignment> list = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            boolean decimal = table.columns().get(i).align() == Align.DECIMAL;
            list.add(new NumberAlignment(
                    metrics,
                    Theme.BODY,
                    decimal
                            ? table.rows().stream()
                                    .filter(row -> row.cells().size() > index)
                                    .map(row -> row.cells().get(index))
                                    .toList()
                            : List.of()));
        }
        return list;
    }

    private List<ColumnPlan.Wish> wishes(LineBreaker bold) {
        List<ColumnPlan.Wish> wishes = new ArrayList<>();
        double stub = bold.width(table.stubHeading());
        double word = bold.longestWord(table.stubHeading());
        for (Row row : table.rows()) {
            boolean across = row.kind() == Kind.HEAD;
            double indent = row.indent() * Theme.INDENT;
            if (!across) {
                stub = Math.max(stub, indent + breaker.width(row.label()));
            }
            word = Math.max(word, Math.min(150, indent + Theme.INDENT / 2 + breaker.longestWord(row.label())));
        }
        double pad = 2 * Theme.GUTTER;
        double minimum = Math.min(stub, Math.max(word, STUB_MINIMUM * Theme.WIDTH));
        stub = Math.max(minimum, Math.min(stub, STUB_PREFERRED * Theme.WIDTH));
        int count = Math.max(1, table.columns().size());
        wishes.add(new ColumnPlan.Wish(minimum + pad, stub + pad, 3, 0.25, ""));
        for (int i = 0; i < table.columns().size(); i++) {
            wishes.add(wish(i, bold, 0.75 / count));
        }
        return wishes;
    }

    private ColumnPlan.Wish wish(int index, LineBreaker bold, double slack) {
        TableModel.Column column = table.columns().get(index);
        double preferred = alignments.get(index).width();
        double minimum = preferred;
        for (String line : column.head()) {
            preferred = Math.max(preferred, bold.width(line));
            minimum = Math.max(minimum, bold.longestWord(line));
        }
        for (Row row : table.rows()) {
            if (index >= row.cells().size()) {
                continue;
            }
            Cell cell = row.cells().get(index);
            if (column.align() != Align.DECIMAL || !NumberAlignment.aligns(cell)) {
                double width = breaker.width(cell.text());
                preferred = Math.max(preferred, Math.min(TEXT_PREFERRED, width));
                minimum = Math.max(minimum, Math.min(width, Math.max(45, breaker.longestWord(cell.text()))));
            }
        }
        double pad = 2 * Theme.GUTTER;
        return new ColumnPlan.Wish(minimum + pad, preferred + pad, 1, slack, column.spanner());
    }

    private List<Integer> starts() {
        double room = frame.body(table).height() - heads.height() - 4;
        List<Integer> chosen = new ArrayList<>(Breaks.choose(new TableRows(), room));
        int last = chosen.size() - 2;
        double used = repeatedHeight(chosen.get(last), last);
        for (int i = chosen.get(last); i < chosen.get(last + 1); i++) {
            used += rowHeights[i];
        }
        if (used > frame.lastBody(table).height() - heads.height() - 4) {
            // The notes, too long for every page, get a last page of their own.
            chosen.add(table.rows().size());
        }
        return Collections.unmodifiableList(chosen);
    }

    private double repeatedHeight(int row, int page) {
        if (page == 0 || row >= table.rows().size()) {
            return 0;
        }
        int lines = 0;
        Row first = table.rows().get(row);
        for (int level = 0; level < first.group().size(); level++) {
            lines += pathLines(first, level).size();
        }
        return lines * Theme.LINE;
    }

    private double height(int row) {
        return rowHeights[row];
    }

    private double measure(Row row) {
        if (row.kind() == Kind.GAP) {
            return Theme.LINE / 2;
        }
        int lines = 1;
        for (List<ColumnPlan.Placed> panel : panels) {
            lines = Math.max(lines, stubLines(row, panel.get(0)).size());
            for (ColumnPlan.Placed column : panel.subList(1, panel.size())) {
                if (column.index() - 1 < row.cells().size()) {
                    Cell cell = row.cells().get(column.index() - 1);
                    boolean number = table.columns().get(column.index() - 1).align() == Align.DECIMAL
                            && NumberAlignment.aligns(cell);
                    if (!number && cell instanceof Cell.Text) {
                        lines = Math.max(
                                lines,
                                breaker.lines(cell.text(), column.width() - 2 * Theme.GUTTER)
                                        .size());
                    }
                }
            }
        }
        return lines * Theme.LINE;
    }

    private final class TableRows implements Breaks.Rows {
        @Override
        public int size() {
            return table.rows().size();
        }

        @Override
        public double height(int row) {
            return TableSetting.this.height(row);
        }

        @Override
        public double repeated(int row) {
            return repeatedHeight(row, row == 0 ? 0 : 1);
        }

        @Override
        public double badness(int row) {
            Row before = table.rows().get(row - 1);
            Row next = table.rows().get(row);
            if (before.keepWithNext() || before.kind() == Kind.HEAD) {
                return Double.POSITIVE_INFINITY;
            }
            if (before.kind() == Kind.GAP || next.kind() == Kind.GAP) {
                return 0;
            }
            return next.indent() == 0 ? 1 : 2 + next.indent();
        }

        @Override
        public boolean vanishes(int row) {
            return table.rows().get(row).kind() == Kind.GAP;
        }
    }
}
