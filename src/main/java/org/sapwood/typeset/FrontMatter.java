package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sapwood.display.Display;
import org.sapwood.display.Report;

/** The title page, and the contents whose lines lead to the displays. */
final class FrontMatter {
    private static final Pattern SECTION = Pattern.compile("(\\d+\\.\\d+)(\\..*)?");
    private static final double LINE = Theme.TITLE * Theme.LEADING;
    private static final double NUMBER_WIDTH = 110;
    private static final double PAGE_COLUMN = 40;

    /** The sections of a clinical study report whose parts are displays (ICH E3; 14.4 is the house's own). */
    private static final Map<String, String> SECTIONS = Map.of(
            "14.1", "Demographic Data",
            "14.2", "Efficacy Data",
            "14.3", "Safety Data",
            "14.4", "The Plan and Its Displays",
            "16.1", "Study Information",
            "16.2", "Subject Data Listings");

    private final Report report;
    private final FontMetrics metrics;
    private final List<List<Line>> contents = new ArrayList<>();

    /** A line of the contents; {@code display} is the index of the display it leads to, or -1. */
    private record Line(String number, String text, int display, boolean last) {}

    FrontMatter(Report report, FontMetrics metrics) {
        this.report = report;
        this.metrics = metrics;
        breakContents();
    }

    int pages() {
        return 1 + contents.size();
    }

    void draw(int page, Sheet sheet, List<Integer> firstPages) {
        if (page == 0) {
            drawTitle(sheet);
        } else {
            drawContents(page - 1, sheet, firstPages);
        }
    }

    List<Bookmark> bookmarks() {
        List<Bookmark> top = new ArrayList<>();
        top.add(new Bookmark("Title page", "title", List.of()));
        top.add(new Bookmark("Contents", PageFrame.CONTENTS, List.of()));
        for (Map.Entry<String, List<Integer>> section : sections().entrySet()) {
            List<Bookmark> below = section.getValue().stream()
                    .map(i -> report.displays().get(i))
                    .map(display -> new Bookmark(
                            display.heading().number() + "  "
                                    + display.heading().title(),
                            PageFrame.anchor(display),
                            List.of()))
                    .toList();
            if (section.getKey().isEmpty()) {
                top.addAll(below);
            } else {
                top.add(new Bookmark(section.getKey(), below.get(0).anchor(), below));
            }
        }
        return top;
    }

    /** Displays by section, sections in order of their first display; displays outside any section under "". */
    private Map<String, List<Integer>> sections() {
        Map<String, List<Integer>> sections = new LinkedHashMap<>();
        for (int i = 0; i < report.displays().size(); i++) {
            sections.computeIfAbsent(section(report.displays().get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        return sections;
    }

    private static String section(Display display) {
        String number = display.heading().number();
        Matcher matcher = SECTION.matcher(number.substring(number.lastIndexOf(' ') + 1));
        if (!matcher.matches()) {
            return "";
        }
        String name = SECTIONS.get(matcher.group(1));
        return matcher.group(1) + (name == null ? "" : "  " + name);
    }

    private void breakContents() {
        LineBreaker breaker = new LineBreaker(metrics, Face.REGULAR, Theme.TITLE);
        double room = Theme.WIDTH - NUMBER_WIDTH - PAGE_COLUMN;
        int capacity = (int) ((Theme.BOTTOM - Theme.TOP - 50) / LINE);
        List<Line> page = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> section : sections().entrySet()) {
            boolean heading = true;
            for (int index : section.getValue()) {
                Display display = report.displays().get(index);
                List<Line> block = new ArrayList<>();
                if (heading && !section.getKey().isEmpty()) {
                    block.add(new Line("", "", -1, false));
                    block.add(new Line(section.getKey(), "", -1, false));
                }
                heading = false;
                List<String> lines = breaker.lines(title(display), room, room - Theme.INDENT);
                for (int i = 0; i < lines.size(); i++) {
                    String number = i == 0 ? display.heading().number() : "";
                    block.add(new Line(number, lines.get(i), index, i == lines.size() - 1));
                }
                if (page.size() + block.size() > capacity) {
                    contents.add(page);
                    page = new ArrayList<>();
                }
                page.addAll(block);
            }
        }
        contents.add(page);
    }

    private static String title(Display display) {
        String population = display.heading().population();
        return display.heading().title() + (population.isEmpty() ? "" : " (" + population + ")");
    }

    private void drawContents(int page, Sheet sheet, List<Integer> firstPages) {
        double y = Theme.TOP + 22;
        if (page == 0) {
            sheet.add(new Mark.Anchor(PageFrame.CONTENTS, Theme.TOP));
        }
        sheet.left(Theme.LEFT, y, Face.BOLD, Theme.LARGE, page == 0 ? "Contents" : "Contents (Continued)");
        y += 24;
        boolean first = true;
        for (Line line : contents.get(page)) {
            boolean blank = line.number().isEmpty() && line.text().isEmpty();
            if (!(blank && first)) {
                drawLine(sheet, line, y, firstPages);
                y += blank ? LINE / 2 : LINE;
            }
            first = false;
        }
    }

    private void drawLine(Sheet sheet, Line line, double y, List<Integer> firstPages) {
        if (line.display() < 0) {
            sheet.left(Theme.LEFT, y, Face.BOLD, Theme.TITLE, line.number());
            return;
        }
        boolean hanging = line.number().isEmpty();
        double x = Theme.LEFT + NUMBER_WIDTH + (hanging ? Theme.INDENT : 0);
        sheet.left(Theme.LEFT, y, Face.REGULAR, Theme.TITLE, Ink.LINK, line.number());
        sheet.left(x, y, Face.REGULAR, Theme.TITLE, line.text());
        if (line.last()) {
            String number = String.valueOf(firstPages.get(line.display()) + 1);
            sheet.right(Theme.RIGHT, y, Face.REGULAR, Theme.TITLE, Ink.BLACK, number);
            leader(sheet, x + metrics.width(Face.REGULAR, Theme.TITLE, line.text()) + 4, y, number);
        }
        Display display = report.displays().get(line.display());
        sheet.add(new Mark.Link(Theme.LEFT, y, Theme.WIDTH, LINE, PageFrame.anchor(display)));
    }

    /** Dots on a common grid, so that they stand below each other. */
    private void leader(Sheet sheet, double from, double y, String number) {
        double to = Theme.RIGHT - metrics.width(Face.REGULAR, Theme.TITLE, number) - 4;
        double step = metrics.width(Face.REGULAR, Theme.TITLE, ".");
        double start = Theme.RIGHT - Math.floor((Theme.RIGHT - from) / step) * step;
        int dots = (int) Math.floor((to - start) / step);
        if (dots > 2) {
            sheet.left(start, y, Face.REGULAR, Theme.TITLE, Ink.GREY, ".".repeat(dots));
        }
    }

    private void drawTitle(Sheet sheet) {
        Report.Front front = report.front();
        sheet.add(new Mark.Anchor("title", Theme.TOP));
        double y = Theme.TOP + 90;
        for (String banner : front.banners()) {
            double width = metrics.width(Face.BOLD, Theme.LARGE, banner) + 24;
            sheet.add(new Mark.Box(Theme.LEFT, y - 58, width, 24, Theme.THICK, Ink.BANNER, Ink.WHITE));
            sheet.left(Theme.LEFT + 12, y - 53, Face.BOLD, Theme.LARGE, Ink.BANNER, banner);
            y += 30;
        }
        double size = 18;
        for (String line : new LineBreaker(metrics, Face.BOLD, size).lines(front.title(), Theme.WIDTH)) {
            sheet.left(Theme.LEFT, y, Face.BOLD, size, line);
            y += size * Theme.LEADING;
        }
        y += 4;
        sheet.left(Theme.LEFT, y, Face.REGULAR, Theme.LARGE, "Tables, Figures and Listings");
        y += 30;
        sheet.rule(Theme.LEFT, Theme.RIGHT, y, Theme.THICK);
        y += 14;
        y = fact(sheet, y, "Protocol", front.protocol());
        y = fact(sheet, y, "Sponsor", front.sponsor());
        y = fact(sheet, y, "Data cut-off", front.cutOff());
        y = fact(sheet, y, "Analysis date", front.date());
        y = fact(sheet, y, "Displays", String.valueOf(report.displays().size()));
        y = fact(sheet, y, "Program", front.version());
        fact(sheet, y, "Identity", front.identity());
    }

    private double fact(Sheet sheet, double y, String name, String value) {
        if (value.isEmpty()) {
            return y;
        }
        sheet.left(Theme.LEFT, y, Face.REGULAR, Theme.TITLE, Ink.GREY, name);
        double next = y;
        LineBreaker breaker = new LineBreaker(metrics, Face.REGULAR, Theme.TITLE);
        for (String line : breaker.lines(value, Theme.WIDTH - NUMBER_WIDTH)) {
            sheet.left(Theme.LEFT + NUMBER_WIDTH, next, Face.REGULAR, Theme.TITLE, line);
            next += LINE;
        }
        return next + 3;
    }
}
