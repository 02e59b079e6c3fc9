package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.display.FlowModel;
import org.sapwood.display.FlowModel.Box;

/**
 * Places the boxes of a flow from their measured text.
 *
 * <p>Lanes share the width; a box stands in the middle of its lane, or of all lanes. A side box stands right of the line
 * that runs down its lane, in a row of its own, so that no line crosses a box. What is too tall for one page is set
 * closer, then smaller, down to {@value #SMALLEST} points, and at last continued on further pages.
 */
final class FlowLayout {
    static final double STAGE_WIDTH = 70;
    private static final double PAD = 5;
    private static final double LANE_GAP = 14;
    private static final double SIDE_GAP = 16;
    private static final double SMALLEST = 7;
    private static final double WIDEST_BOX = 330;
    private static final double[] GAPS = {20, 16, 13};

    private final FlowModel flow;
    private final FontMetrics metrics;
    private final double room;
    private final Map<Integer, List<Box>> rows = new TreeMap<>();
    private double size = Theme.BODY;
    private double gap = GAPS[0];
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private int pages = 1;

    /** A line of a box, with its distance from the box's left edge. */
    record Line(double x, Face face, String text) {}

    /**
     * A placed box; {@code top} counts from the body of its page.
     *
     * @param line the x of the line running down its lane
     */
    record Placed(Box box, int page, double x, double top, double width, double height, double line, List<Line> lines) {
        double bottom() {
            return top + height;
        }

        double right() {
            return x + width;
        }

        double middle() {
            return top + height / 2;
        }
    }

    /**
     * Lays a flow out.
     *
     * @param room height of a page's body
     */
    FlowLayout(FlowModel flow, FontMetrics metrics, double room) {
        this.flow = flow;
        this.metrics = metrics;
        this.room = room;
        for (Box box : flow.boxes()) {
            if (box.lane() >= flow.lanes()) {
                throw new IllegalArgumentException("flow " + flow.id() + ": box " + box.id() + " stands in lane "
                        + box.lane() + " of " + flow.lanes() + " (counted from 0)");
            }
            rows.computeIfAbsent(2 * box.row() + (box.side() ? 1 : 0), row -> new ArrayList<>())
                    .add(box);
        }
        chooseSize();
        place();
    }

    int pages() {
        return pages;
    }

    double size() {
        return size;
    }

    double gap() {
        return gap;
    }

    double lineHeight() {
        return size * Theme.LEADING;
    }

    double pad() {
        return PAD;
    }

    /** {@return the boxes by id, from the top} */
    Map<String, Placed> boxes() {
        return placed;
    }

    private void chooseSize() {
        for (size = Theme.BODY; size >= SMALLEST; size -= 0.5) {
            for (double candidate : GAPS) {
                gap = candidate;
                if (totalHeight() <= room) {
                    return;
                }
            }
        }
        gap = GAPS[1];
        for (size = Theme.BODY; size > 4 && tallestRow() + gap > room; ) {
            size -= 0.5;
        }
    }

    private double totalHeight() {
        return rows.values().stream().mapToDouble(this::rowHeight).sum() + gap * (rows.size() - 1);
    }

    private double tallestRow() {
        return rows.values().stream().mapToDouble(this::rowHeight).max().orElse(0);
    }

    private double rowHeight(List<Box> row) {
        return row.stream()
                .mapToDouble(box -> lines(box, boxWidth(box)).size() * lineHeight() + 2 * PAD)
                .max()
                .orElse(0);
    }

    private void place() {
        double y = 0;
        int page = 0;
        for (List<Box> row : rows.values()) {
            double height = rowHeight(row);
            if (y > 0 && y + height > room) {
                page++;
                y = gap;
            }
            for (Box box : row) {
                double width = boxWidth(box);
                List<Line> lines = lines(box, width);
                double own = box.side() ? lines.size() * lineHeight() + 2 * PAD : height;
                double line = line(box.lane());
                double x = box.side() ? line + SIDE_GAP : line - width / 2;
                placed.put(box.id(), new Placed(box, page, x, y, width, own, line, lines));
            }
            y += height + gap;
        }
        pages = page + 1;
    }

    private double laneWidth() {
        double left = Theme.LEFT + STAGE_WIDTH + LANE_GAP;
        return (Theme.RIGHT - left - LANE_GAP * (flow.lanes() - 1)) / flow.lanes();
    }

    /** The line down a lane, or down the middle of all lanes. */
    private double line(int lane) {
        double left = Theme.LEFT + STAGE_WIDTH + LANE_GAP;
        return lane < 0 ? (left + Theme.RIGHT) / 2 : left + lane * (laneWidth() + LANE_GAP) + laneWidth() / 2;
    }

    /** Boxes of one lane are equally wide, as far as their text needs. */
    private double boxWidth(Box box) {
        double space = box.lane() < 0 ? Theme.RIGHT - Theme.LEFT - STAGE_WIDTH - LANE_GAP : laneWidth();
        double limit = box.side() ? space / 2 - SIDE_GAP : Math.min(space, WIDEST_BOX);
        double natural = 60;
        for (Box other : flow.boxes()) {
            boolean alike = other.side() == box.side() && (other.lane() < 0) == (box.lane() < 0);
            if (alike) {
                for (int i = 0; i < other.lines().size(); i++) {
                    FlowModel.Line line = other.lines().get(i);
                    double width = metrics.width(face(i), size, line.content().text());
                    natural = Math.max(natural, width + line.indent() * Theme.INDENT + 2 * PAD + 0.01);
                }
            }
        }
        return Math.min(natural, limit);
    }

    private static Face face(int line) {
        return line == 0 ? Face.BOLD : Face.REGULAR;
    }

    private List<Line> lines(Box box, double width) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < box.lines().size(); i++) {
            FlowModel.Line line = box.lines().get(i);
            double indent = PAD + line.indent() * Theme.INDENT;
            double hang = Theme.INDENT / 2;
            double space = width - indent - PAD;
            List<String> broken =
                    new LineBreaker(metrics, face(i), size).lines(line.content().text(), space, space - hang);
            for (int j = 0; j < broken.size(); j++) {
                lines.add(new Line(indent + (j == 0 ? 0 : hang), face(i), broken.get(j)));
            }
        }
        return lines;
    }
}
