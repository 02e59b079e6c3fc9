package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.Display;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.Report;

/**
 * What stands around the body of a page: header line, banners, title block, footnotes, source line.
 *
 * <p>Notes stand on every page of a display, unless they would take more than two fifths of it: then they stand on its
 * last page, and the others say so.
 */
final class PageFrame {
    static final String CONTENTS = "contents";
    private static final double HEADER = 16;
    private static final double NOTES_SHARE = 0.4;

    private final FontMetrics metrics;
    private final Report.Front front;

    PageFrame(FontMetrics metrics, Report.Front front) {
        this.metrics = metrics;
        this.front = front;
    }

    /** The part of a page left for the body. */
    record Body(double top, double bottom) {
        double height() {
            return bottom - top;
        }
    }

    /** {@return the anchor of a display's first page} */
    static String anchor(Display display) {
        return "d-" + display.id();
    }

    /** The body of all pages of a display but perhaps its last. */
    Body body(Display display) {
        return body(display, crowded(display) ? pointer() : notes(display));
    }

    /** The body of the last page of a display. */
    Body lastBody(Display display) {
        return body(display, notes(display));
    }

    private Body body(Display display, List<String> notes) {
        double top = Theme.TOP + HEADER + titleHeight(display.heading()) + 4;
        double foot = footHeight(display, notes);
        return new Body(top, Theme.BOTTOM - foot - 4);
    }

    /** Draws the frame of a page of a display. */
    void draw(Sheet sheet, Display display, int page, int pages) {
        title(sheet, display.heading(), Theme.TOP + HEADER, page, pages);
        if (page == 0) {
            sheet.add(new Mark.Anchor(anchor(display), Theme.TOP));
        }
        List<String> notes = crowded(display) && page + 1 < pages ? pointer() : notes(display);
        double top = Theme.BOTTOM - footHeight(display, notes);
        sheet.rule(Theme.LEFT, Theme.RIGHT, top, Theme.THIN);
        top += 3;
        for (String line : notes) {
            sheet.left(
                    Theme.LEFT + (line.startsWith(HANG) ? noteIndent(display) : 0),
                    top,
                    Face.REGULAR,
                    Theme.BODY,
                    line.strip());
            top += Theme.LINE;
        }
        for (String line : source(display)) {
            sheet.left(Theme.LEFT, top, Face.REGULAR, Theme.BODY, Ink.GREY, line);
            top += Theme.LINE;
        }
    }

    /** The header of any page: protocol, cut-off, banners, page x of y, the way back to the contents. */
    void header(Sheet sheet, int page, int pages) {
        double y = Theme.TOP;
        String left = "Protocol " + front.protocol()
                + (front.cutOff().isEmpty() ? "" : "  |  Data cut-off " + front.cutOff());
        sheet.left(Theme.LEFT, y, Face.REGULAR, Theme.BODY, left);
        String number = "Page " + (page + 1) + " of " + pages;
        sheet.right(Theme.RIGHT, y, Face.REGULAR, Theme.BODY, Ink.BLACK, number);
        if (page > 0) {
            String back = "Contents";
            double x = Theme.RIGHT - metrics.width(Face.REGULAR, Theme.BODY, number) - 14;
            double width = metrics.width(Face.REGULAR, Theme.BODY, back);
            sheet.right(x, y, Face.REGULAR, Theme.BODY, Ink.LINK, back);
            sheet.add(new Mark.Link(x - width, y, width, Theme.LINE, CONTENTS));
        }
        if (!front.banners().isEmpty()) {
            String banner = String.join("  ·  ", front.banners());
            double width = metrics.width(Face.BOLD, Theme.BODY, banner) + 14;
            double middle = (Theme.LEFT + Theme.RIGHT) / 2;
            sheet.add(new Mark.Box(middle - width / 2, y - 2.5, width, 14, Theme.THICK, Ink.BANNER, Ink.WHITE));
            sheet.centred(middle, y, Face.BOLD, Theme.BODY, Ink.BANNER, banner);
        }
        sheet.rule(Theme.LEFT, Theme.RIGHT, y + 13, Theme.THIN);
    }

    private void title(Sheet sheet, Heading heading, double top, int page, int pages) {
        double y = top;
        String continued = page == 0 ? "" : " (Continued)";
        if (pages > 1) {
            sheet.right(Theme.RIGHT, y, Face.REGULAR, Theme.BODY, Ink.BLACK, "Sheet " + (page + 1) + " of " + pages);
        }
        sheet.left(Theme.LEFT, y, Face.BOLD, Theme.TITLE, heading.number() + continued);
        y += Theme.TITLE * Theme.LEADING;
        for (String line : titleLines(heading)) {
            sheet.left(Theme.LEFT, y, Face.BOLD, Theme.TITLE, line);
            y += Theme.TITLE * Theme.LEADING;
        }
        for (String line : populationLines(heading)) {
            sheet.left(Theme.LEFT, y, Face.REGULAR, Theme.TITLE, line);
            y += Theme.TITLE * Theme.LEADING;
        }
    }

    private double titleHeight(Heading heading) {
        return (1 + titleLines(heading).size() + populationLines(heading).size()) * Theme.TITLE * Theme.LEADING;
    }

    private List<String> titleLines(Heading heading) {
        return new LineBreaker(metrics, Face.BOLD, Theme.TITLE).lines(heading.title(), Theme.WIDTH);
    }

    private List<String> populationLines(Heading heading) {
        LineBreaker breaker = new LineBreaker(metrics, Face.REGULAR, Theme.TITLE);
        List<String> lines = new ArrayList<>();
        if (!heading.population().isEmpty()) {
            lines.addAll(breaker.lines("Population: " + heading.population(), Theme.WIDTH));
        }
        if (!heading.estimand().isEmpty()) {
            String text =
                    heading.estimand().startsWith("Estimand") ? heading.estimand() : "Estimand: " + heading.estimand();
            lines.addAll(breaker.lines(text, Theme.WIDTH));
        }
        return lines;
    }

    private static final String HANG = "\t";

    private List<String> notes(Display display) {
        LineBreaker breaker = new LineBreaker(metrics, Face.REGULAR, Theme.BODY);
        double indent = noteIndent(display);
        List<String> lines = new ArrayList<>();
        for (Footnote note : display.notes()) {
            String text = (note.mark().isEmpty() ? "" : note.mark() + " ") + note.text();
            List<String> broken = breaker.lines(text, Theme.WIDTH, Theme.WIDTH - indent);
            lines.add(broken.get(0));
            broken.stream().skip(1).forEach(line -> lines.add(HANG + line));
        }
        return lines;
    }

    private double noteIndent(Display display) {
        return display.notes().stream()
                .filter(note -> !note.mark().isEmpty())
                .mapToDouble(note -> metrics.width(Face.REGULAR, Theme.BODY, note.mark() + " "))
                .max()
                .orElse(Theme.INDENT);
    }

    private boolean crowded(Display display) {
        return notes(display).size() * Theme.LINE > NOTES_SHARE * (Theme.BOTTOM - Theme.TOP);
    }

    private static List<String> pointer() {
        return List.of("Notes: see the last page of this display.");
    }

    private List<String> source(Display display) {
        return display.source().text().isEmpty()
                ? List.of()
                : new LineBreaker(metrics, Face.REGULAR, Theme.BODY)
                        .lines(display.source().text(), Theme.WIDTH);
    }

    private double footHeight(Display display, List<String> notes) {
        return 3 + (notes.size() + source(display).size()) * Theme.LINE;
    }
}
