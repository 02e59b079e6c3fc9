package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.FlowModel;
import org.sapwood.display.FlowModel.Box;

/** Widths and horizontal places of the boxes of a flow, for one size of type. */
final class FlowColumns {
    static final double STAGE_WIDTH = 70;
    static final double PAD = 5;
    private static final double LANE_GAP = 14;
    private static final double SIDE_GAP = 14;
    private static final double WIDEST_BOX = 330;
    private static final double NARROWEST = 60;

    /** A side box narrower than this, and than its text, is better put below. */
    private static final double LEAST_SIDE = 90;

    /** How far from its lane's edge a line may run at least. */
    private static final double EDGE = 10;

    private static final double LEFT = Theme.LEFT + STAGE_WIDTH + LANE_GAP;

    private final FlowModel flow;
    private final FontMetrics metrics;
    private final double size;
    private final Sides sides;
    private final Span spanning;
    private final Span lane;

    /** Where side boxes stand. */
    enum Sides {
        /** Right of the boxes of the main line, so that they take no height of their own. */
        BESIDE,
        /** Right of the line only, in rows of their own. */
        BELOW
    }

    /** A line of a box, with its distance from the box's left edge. */
    record Line(double x, Face face, String text) {}

    /**
     * Where things stand within a lane, or within all lanes together.
     *
     * @param line the line that runs down, from the left
     */
    private record Span(double width, double line, double mainX, double mainWidth, double sideX, double sideWidth) {}

    FlowColumns(FlowModel flow, FontMetrics metrics, double size, Sides sides) {
        this.flow = flow;
        this.metrics = metrics;
        this.size = size;
        this.sides = sides;
        double all = Theme.RIGHT - LEFT;
        this.spanning = span(true, all);
        this.lane = span(false, (all - LANE_GAP * (flow.lanes() - 1)) / flow.lanes());
    }

    /** {@return whether every side box has the width it needs} */
    boolean fits() {
        return sides == Sides.BELOW || (fits(true, spanning) && fits(false, lane));
    }

    private boolean fits(boolean spans, Span span) {
        double natural = natural(spans, true);
        return natural == 0 || span.sideWidth() >= Math.min(natural, LEAST_SIDE);
    }

    double line(Box box) {
        return start(box) + span(box).line();
    }

    double x(Box box) {
        return start(box) + (box.side() ? span(box).sideX() : span(box).mainX());
    }

    double width(Box box) {
        return box.side() ? span(box).sideWidth() : span(box).mainWidth();
    }

    /** {@return the lines of a box, broken to its width} */
    List<Line> lines(Box box) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < box.lines().size(); i++) {
            FlowModel.Line line = box.lines().get(i);
            double indent = PAD + line.indent() * Theme.INDENT;
            double hang = Theme.INDENT / 2;
            double space = width(box) - indent - PAD;
            List<String> broken =
                    new LineBreaker(metrics, face(i), size).lines(line.content().text(), space, space - hang);
            for (int j = 0; j < broken.size(); j++) {
                lines.add(new Line(indent + (j == 0 ? 0 : hang), face(i), broken.get(j)));
            }
        }
        return lines;
    }

    private Span span(Box box) {
        return box.lane() < 0 ? spanning : lane;
    }

    private double start(Box box) {
        return LEFT + Math.max(0, box.lane()) * (lane.width() + LANE_GAP);
    }

    private Span span(boolean spans, double width) {
        double main = Math.min(Math.max(NARROWEST, natural(spans, false)), Math.min(width, WIDEST_BOX));
        double side = natural(spans, true);
        if (side == 0) {
            return new Span(width, width / 2, (width - main) / 2, main, 0, 0);
        }
        if (sides == Sides.BESIDE) {
            // The line all lanes branch from stays in the middle.
            double room = spans ? (width - main) / 2 - SIDE_GAP : width - main - SIDE_GAP;
            double sideWidth = Math.min(side, room);
            double mainX = spans ? (width - main) / 2 : (width - main - SIDE_GAP - sideWidth) / 2;
            return new Span(width, mainX + main / 2, mainX, main, mainX + main + SIDE_GAP, sideWidth);
        }
        double line = spans ? width / 2 : Math.max(EDGE, Math.min(Math.min(main, width) / 2, width - SIDE_GAP - side));
        double mainX = Math.max(0, line - main / 2);
        return new Span(width, line, mainX, main, line + SIDE_GAP, Math.min(side, width - line - SIDE_GAP));
    }

    /** The width the widest text of alike boxes needs; 0 when there is no such box. */
    private double natural(boolean spans, boolean side) {
        double natural = 0;
        for (Box box : flow.boxes()) {
            if (box.side() == side && (box.lane() < 0) == spans) {
                for (int i = 0; i < box.lines().size(); i++) {
                    FlowModel.Line line = box.lines().get(i);
                    double width = metrics.width(face(i), size, line.content().text());
                    natural = Math.max(natural, width + line.indent() * Theme.INDENT + 2 * PAD + 0.01);
                }
            }
        }
        return natural;
    }

    private static Face face(int line) {
        return line == 0 ? Face.BOLD : Face.REGULAR;
    }
}
