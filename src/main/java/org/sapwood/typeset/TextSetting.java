package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.TextBlock;

/** Paragraphs on pages. */
final class TextSetting implements Setting {
    private final TextBlock block;
    private final PageFrame frame;
    private final List<List<Line>> pages = new ArrayList<>();

    private record Line(Face face, String text, double before) {}

    TextSetting(TextBlock block, PageFrame frame, FontMetrics metrics) {
        this.block = block;
        this.frame = frame;
        List<Line> lines = new ArrayList<>();
        LineBreaker bold = new LineBreaker(metrics, Face.BOLD, Theme.TITLE);
        LineBreaker plain = new LineBreaker(metrics, Face.REGULAR, Theme.TITLE);
        for (TextBlock.Paragraph paragraph : block.paragraphs()) {
            double before = lines.isEmpty() ? 4 : 7;
            if (!paragraph.subtitle().isEmpty()) {
                for (String line : bold.lines(paragraph.subtitle(), Theme.WIDTH)) {
                    lines.add(new Line(Face.BOLD, line, before));
                    before = 0;
                }
            }
            if (!paragraph.text().isEmpty()) {
                for (String line : plain.lines(paragraph.text(), Theme.WIDTH)) {
                    lines.add(new Line(Face.REGULAR, line, before));
                    before = 0;
                }
            }
        }
        double room = Math.min(frame.body(block).height(), frame.lastBody(block).height());
        List<Integer> starts = Breaks.choose(new Lines(lines), room);
        for (int i = 0; i + 1 < starts.size(); i++) {
            pages.add(lines.subList(starts.get(i), starts.get(i + 1)));
        }
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public void draw(int page, Sheet sheet) {
        double y = frame.body(block).top();
        for (Line line : pages.get(page)) {
            y += line.before();
            sheet.left(Theme.LEFT, y, line.face(), Theme.TITLE, line.text());
            y += Theme.TITLE * Theme.LEADING;
        }
    }

    private record Lines(List<Line> lines) implements Breaks.Rows {
        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public double height(int row) {
            return lines.get(row).before() + Theme.TITLE * Theme.LEADING;
        }

        @Override
        public double repeated(int row) {
            return 0;
        }

        @Override
        public double badness(int row) {
            boolean subtitleAbove = lines.get(row - 1).face() == Face.BOLD;
            return subtitleAbove ? Double.POSITIVE_INFINITY : lines.get(row).before() > 0 ? 0 : 1;
        }

        @Override
        public boolean vanishes(int row) {
            return false;
        }
    }
}
