package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.ListingModel;
import org.sapwood.display.ListingModel.Item;

/**
 * A listing on pages. Keys are printed once and again at the top of each page; a record longer than a page is
 * continued. Only the page starts and the heights of records are kept.
 */
final class ListingSetting implements Setting {
    private static final double SUBJECT_GAP = 3;
    private static final double TEXT_PREFERRED = 300;

    private final ListingModel listing;
    private final PageFrame frame;
    private final LineBreaker breaker;
    private final int keys;
    private final List<List<ColumnPlan.Placed>> panels;
    private final ColumnHeads heads;
    private final List<Start> starts;

    /** Where a page begins: a record, and the line within it when it was too long for one page. */
    private record Start(int row, int line) {}

    ListingSetting(ListingModel listing, PageFrame frame, FontMetrics metrics) {
        this.listing = listing;
        this.frame = frame;
        this.breaker = new LineBreaker(metrics, Face.REGULAR, Theme.BODY);
        this.keys = keys(listing);
        this.panels = ColumnPlan.panels(wishes(new LineBreaker(metrics, Face.BOLD, Theme.BODY)), keys, Theme.WIDTH);
        this.heads = new ColumnHeads(
                metrics,
                listing.columns().stream()
                        .map(column -> new ColumnHeads.Head(List.of(column.head()), "", column.align()))
                        .toList(),
                panels);
        this.starts = starts();
    }

    private static int keys(ListingModel listing) {
        int keys = 0;
        while (keys < listing.columns().size() - 1
                && listing.columns().get(keys).key()) {
            keys++;
        }
        return keys;
    }

    @Override
    public int pages() {
        return (starts.size() - 1) * panels.size();
    }

    @Override
    public void draw(int page, Sheet sheet) {
        List<ColumnPlan.Placed> columns = panels.get(page % panels.size());
        Start from = starts.get(page / panels.size());
        Start to = starts.get(page / panels.size() + 1);
        double y = frame.body(listing).top();
        heads.draw(sheet, page % panels.size(), y);
        y += heads.height();
        if (listing.rows().isEmpty()) {
            sheet.left(Theme.LEFT + Theme.GUTTER, y + Theme.LINE, Face.REGULAR, Theme.BODY, "No records.");
        }
        int last = to.line() > 0 ? to.row() : to.row() - 1;
        for (int row = from.row(); row <= last; row++) {
            boolean first = row == from.row();
            if (!first && keyChange(row) == 0) {
                y += SUBJECT_GAP;
            }
            int firstLine = first ? from.line() : 0;
            int endLine = row == to.row() ? to.line() : Integer.MAX_VALUE;
            y += drawRow(sheet, columns, row, first ? 0 : keyChange(row), firstLine, endLine, y) * Theme.LINE;
        }
        sheet.rule(Theme.LEFT, columns.get(columns.size() - 1).right(), y + 2, Theme.THICK);
    }

    private int drawRow(
            Sheet sheet,
            List<ColumnPlan.Placed> columns,
            int row,
            int firstKey,
            int firstLine,
            int endLine,
            double top) {
        int height = 1;
        for (ColumnPlan.Placed column : columns) {
            int index = column.index();
            if (index < keys && index < firstKey) {
                continue;
            }
            List<String> lines = lines(row, column);
            for (int i = firstLine; i < Math.min(lines.size(), endLine); i++) {
                CellText.draw(
                        sheet,
                        column,
                        listing.columns().get(index).align(),
                        top + (i - firstLine) * Theme.LINE,
                        Face.REGULAR,
                        lines.get(i));
            }
            if (index < keys && firstLine > 0) {
                CellText.draw(sheet, column, listing.columns().get(index).align(), top, Face.REGULAR, lines.get(0));
            }
        }
        for (List<ColumnPlan.Placed> panel : panels) {
            for (ColumnPlan.Placed column : panel) {
                height = Math.max(height, Math.min(lines(row, column).size(), endLine) - firstLine);
            }
        }
        return height;
    }

    private List<String> lines(int row, ColumnPlan.Placed column) {
        return breaker.lines(listing.rows().get(row).get(column.index()).text(), column.width() - 2 * Theme.GUTTER);
    }

    /** {@return the first key column that differs from the record before; the number of keys when none does} */
    private int keyChange(int row) {
        if (row == 0) {
            return 0;
        }
        List<Item> before = listing.rows().get(row - 1);
        List<Item> now = listing.rows().get(row);
        int key = 0;
        while (key < keys && before.get(key).text().equals(now.get(key).text())) {
            key++;
        }
        return key;
    }

    private List<Start> starts() {
        double room =
                Math.min(frame.body(listing).height(), frame.lastBody(listing).height()) - heads.height() - 4;
        int capacity = Math.max(1, (int) (room / Theme.LINE));
        List<Start> found = new ArrayList<>();
        found.add(new Start(0, 0));
        double used = 0;
        int size = listing.rows().size();
        for (int row = 0; row < size; row++) {
            int lines = rowLines(row);
            double gap = used > 0 && keyChange(row) == 0 ? SUBJECT_GAP : 0;
            if (used > 0 && used + gap + lines * Theme.LINE > room) {
                found.add(new Start(row, 0));
                used = 0;
                gap = 0;
            }
            int line = 0;
            while (lines - line > capacity) {
                line += capacity;
                found.add(new Start(row, line));
            }
            used += gap + (lines - line) * Theme.LINE;
        }
        found.add(new Start(size, 0));
        return found;
    }

    private int rowLines(int row) {
        int lines = 1;
        for (List<ColumnPlan.Placed> panel : panels) {
            for (ColumnPlan.Placed column : panel) {
                lines = Math.max(lines, lines(row, column).size());
            }
        }
        return lines;
    }

    /** Heads are broken into their words before any record is broken into lines. */
    private List<ColumnPlan.Wish> wishes(LineBreaker bold) {
        List<ColumnPlan.Wish> narrow = new ArrayList<>();
        List<ColumnPlan.Wish> wide = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < listing.columns().size(); i++) {
            ListingModel.Column column = listing.columns().get(i);
            double minimum = bold.longestWord(column.head());
            double preferred = minimum;
            for (List<Item> row : listing.rows()) {
                String text = row.get(i).text();
                double width = breaker.width(text);
                if (width > minimum) {
                    minimum = Math.max(minimum, Math.min(120, breaker.longestWord(text)));
                }
                preferred = Math.max(preferred, width);
            }
            double head = Math.max(preferred, Math.min(bold.width(column.head()), 1.6 * minimum));
            narrow.add(wish(minimum, preferred, column.weight()));
            wide.add(wish(minimum, head, column.weight()));
            total += wide.get(i).preferred();
        }
        return total > Theme.WIDTH ? narrow : wide;
    }

    private static ColumnPlan.Wish wish(double minimum, double wanted, double weight) {
        double preferred = Math.min(TEXT_PREFERRED, wanted);
        // Without the hundredth of a point, rounding breaks the very word that set the width.
        double pad = 2 * Theme.GUTTER + 0.01;
        return new ColumnPlan.Wish(Math.min(minimum, preferred) + pad, preferred + pad, weight, preferred, "");
    }
}
