package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.display.FlowModel;
import org.sapwood.display.FlowModel.Box;
import org.sapwood.typeset.FlowColumns.Sides;

/**
 * Places the boxes of a flow from their measured text.
 *
 * <p>Lanes share the width. A side box stands right of the line that runs down its lane: beside the boxes of that line
 * if there is room, else in a row of its own; no line crosses a box. What is too tall for one page is set closer, then
 * smaller, down to {@value #SMALLEST} points, and at last continued on further pages.
 */
final class FlowLayout {
    private static final double SMALLEST = 7;
    private static final double HOPELESS = 3;
    private static final double[] GAPS = {20, 16, 13};

    /** White space between boxes that stand one below the other without an arrow between them. */
    private static final double CLEARANCE = 7;

    private final FlowModel flow;
    private final FontMetrics metrics;
    private final double room;
    private final TreeMap<Integer, List<Box>> rows = new TreeMap<>();
    private Trial chosen;

    /**
     * A placed box; {@code top} counts from the body of its page.
     *
     * @param line the x of the line running down its lane
     */
    record Placed(
            Box box,
            int page,
            double x,
            double top,
            double width,
            double height,
            double line,
            List<FlowColumns.Line> lines) {
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

    /** One try at a size. */
    private record Trial(double size, double gap, Map<String, Placed> boxes, int pages, double height) {}

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
        this.chosen = choose();
    }

    int pages() {
        return chosen.pages();
    }

    double size() {
        return chosen.size();
    }

    double gap() {
        return chosen.gap();
    }

    double lineHeight() {
        return chosen.size() * Theme.LEADING;
    }

    /** {@return the boxes by id, from the top} */
    Map<String, Placed> boxes() {
        return chosen.boxes();
    }

    private Trial choose() {
        for (double size = Theme.BODY; size >= SMALLEST; size -= 0.5) {
            for (double gap : GAPS) {
                for (Sides sides : Sides.values()) {
                    FlowColumns columns = new FlowColumns(flow, metrics, size, sides);
                    if (sides == Sides.BESIDE && !(columns.fits() && mayStandBeside())) {
                        continue;
                    }
                    Trial trial = sides == Sides.BESIDE ? beside(columns, size, gap) : below(columns, size, gap);
                    if (trial.pages() == 1 && trial.height() <= room) {
                        return trial;
                    }
                }
            }
        }
        double size = Theme.BODY;
        while (size > HOPELESS && tallestRow(size) + GAPS[1] > room) {
            size -= 0.5;
        }
        return below(new FlowColumns(flow, metrics, size, Sides.BELOW), size, GAPS[1]);
    }

    /** Only single rows of side boxes, each below a row of the main line. */
    private boolean mayStandBeside() {
        boolean main = false;
        for (int key : rows.keySet()) {
            boolean side = key % 2 == 1;
            if (side && !main) {
                return false;
            }
            main = !side;
        }
        return true;
    }

    private double tallestRow(double size) {
        FlowColumns columns = new FlowColumns(flow, metrics, size, Sides.BELOW);
        return rows.values().stream()
                .mapToDouble(row -> rowHeight(row, columns, size))
                .max()
                .orElse(0);
    }

    private static double rowHeight(List<Box> row, FlowColumns columns, double size) {
        return row.stream()
                .mapToDouble(box -> boxHeight(columns.lines(box), size))
                .max()
                .orElse(0);
    }

    private static double boxHeight(List<FlowColumns.Line> lines, double size) {
        return lines.size() * size * Theme.LEADING + 2 * FlowColumns.PAD;
    }

    private static Placed placed(Box box, int page, double top, double height, FlowColumns columns) {
        return new Placed(
                box, page, columns.x(box), top, columns.width(box), height, columns.line(box), columns.lines(box));
    }

    /** Every row below the one before. */
    private Trial below(FlowColumns columns, double size, double gap) {
        Map<String, Placed> boxes = new LinkedHashMap<>();
        double y = 0;
        int page = 0;
        double lowest = 0;
        for (List<Box> row : rows.values()) {
            double height = rowHeight(row, columns, size);
            if (y > 0 && y + height > room) {
                page++;
                y = gap;
            }
            for (Box box : row) {
                double own = box.side() ? boxHeight(columns.lines(box), size) : height;
                boxes.put(box.id(), placed(box, page, y, own, columns));
            }
            lowest = y + height;
            y = lowest + gap;
        }
        return new Trial(size, gap, boxes, page + 1, lowest);
    }

    /** Side boxes are centred on the gap below their row of the main line, which grows until they clear each other. */
    private Trial beside(FlowColumns columns, double size, double gap) {
        Map<String, Placed> boxes = new LinkedHashMap<>();
        double next = 0;
        for (Map.Entry<Integer, List<Box>> row : rows.entrySet()) {
            if (row.getKey() % 2 == 1) {
                continue;
            }
            double height = rowHeight(row.getValue(), columns, size);
            double top = next;
            for (Box box : row.getValue()) {
                top = Math.max(top, floor(boxes, columns, box));
            }
            for (Box box : row.getValue()) {
                boxes.put(box.id(), placed(box, 0, top, height, columns));
            }
            double bottom = top + height;
            List<Box> sides = rows.getOrDefault(sideRow(row.getKey()), List.of());
            double space = gap;
            for (Box side : sides) {
                double own = boxHeight(columns.lines(side), size);
                space = Math.max(space, 2 * (floor(boxes, columns, side) - bottom + own / 2));
            }
            for (Box side : sides) {
                double own = boxHeight(columns.lines(side), size);
                boxes.put(side.id(), placed(side, 0, bottom + space / 2 - own / 2, own, columns));
            }
            next = bottom + space;
        }
        double lowest =
                boxes.values().stream().mapToDouble(Placed::bottom).max().orElse(0);
        return new Trial(size, gap, boxes, 1, lowest);
    }

    /** The row of side boxes that follows a row, or no row. */
    private int sideRow(int main) {
        Integer key = rows.higherKey(main);
        return key != null && key % 2 == 1 ? key : -1;
    }

    /** The height above which a box would touch one already placed over it. */
    private static double floor(Map<String, Placed> boxes, FlowColumns columns, Box box) {
        double left = columns.x(box);
        double right = left + columns.width(box);
        double floor = 0;
        for (Placed other : boxes.values()) {
            if (other.x() < right && left < other.right()) {
                floor = Math.max(floor, other.bottom() + CLEARANCE);
            }
        }
        return floor;
    }
}
