package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;

/** A page while it is being filled. */
final class Sheet {
    private final List<Mark> marks = new ArrayList<>();
    private final FontMetrics metrics;

    Sheet(FontMetrics metrics) {
        this.metrics = metrics;
    }

    FontMetrics metrics() {
        return metrics;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /** Text whose line box, not base line, starts at {@code top}. */
    void left(double x, double top, Face face, double size, String text) {
        left(x, top, face, size, Ink.BLACK, text);
    }

    void left(double x, double top, Face face, double size, Ink ink, String text) {
        if (!text.isEmpty()) {
            marks.add(new Mark.Text(x, top + size * Theme.ASCENT, face, size, ink, text));
        }
    }

    void right(double x, double top, Face face, double size, Ink ink, String text) {
        left(x - metrics.width(face, size, text), top, face, size, ink, text);
    }

    void centred(double x, double top, Face face, double size, Ink ink, String text) {
        left(x - metrics.width(face, size, text) / 2, top, face, size, ink, text);
    }

    void rule(double x1, double x2, double y, double weight) {
        marks.add(new Mark.Rule(x1, y, x2, y, weight, Ink.BLACK));
    }

    Page page() {
        return new Page(List.copyOf(marks));
    }
}
