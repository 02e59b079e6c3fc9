package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FigureModel.Course;
import org.sapwood.display.FigureModel.Lane;
import org.sapwood.display.FigureModel.LaneMark;
import org.sapwood.typeset.Face;

/**
 * One lane per subject: a bar for the days on treatment, a line for the days in the study afterwards, and a mark for every
 * event, told apart by shape and colour. Marks that would cover each other stand above each other.
 */
final class LanesDrawing {
    private static final Color TREATED = new Color(0xD4DCE4);
    private static final Color OBSERVED = new Color(0x8A8A8A);
    private static final Color VISIT = new Color(0xE3E3E3);
    private static final double AXIS = 34;
    private static final double ROW = 15;
    private static final double GAP = 8;
    private static final double BAR = 0.62;
    /** Closer marks would cover each other. */
    private static final double APART = 5;

    private final Pen pen;
    private final FigureModel.Lanes chart;

    private LanesDrawing(Pen pen, FigureModel.Lanes chart) {
        this.pen = pen;
        this.chart = chart;
    }

    static void draw(Pen pen, FigureModel.Lanes chart, Rectangle2D area) {
        new LanesDrawing(pen, chart).draw(area);
    }

    private void draw(Rectangle2D area) {
        double legend = Legend.draw(pen, legend(), area);
        List<Lane> lanes = chart.sheets().get(0);
        double row = Math.min(ROW, (area.getHeight() - legend - AXIS) / Math.max(1, lanes.size()));
        double size = Math.min(Typeface.SIZE, row * 0.82);
        double names = 0;
        for (Lane lane : lanes) {
            names = Math.max(names, Typeface.width(face(lane), size, lane.label()));
        }
        double margin = margin();
        double left = names + GAP + margin;
        Rectangle2D data = new Rectangle2D.Double(
                area.getX() + left, area.getY() + legend, area.getWidth() - left - margin, lanes.size() * row);
        ModelAxis x = plot(data, margin);
        double perUnit = data.getWidth() / x.getRange().getLength();
        double origin = data.getX() - x.getRange().getLowerBound() * perUnit;
        for (FigureModel.Tick visit : chart.x().ticks()) {
            double at = origin + visit.at() * perUnit;
            pen.line(at, data.getY(), at, data.getMaxY(), VISIT, Palette.thin());
        }
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            double middle = data.getY() + (i + 0.5) * row;
            pen.left(area.getX(), middle + size * 0.35, face(lane), size, Color.BLACK, lane.label());
            if (lane.course() != null) {
                course(origin, perUnit, middle, row, lane.course());
                marks(origin, perUnit, middle, row, lane.marks());
            }
        }
    }

    private static Face face(Lane lane) {
        return lane.course() == null ? Face.BOLD : Face.REGULAR;
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        if (!chart.treatment().isEmpty()) {
            entries.add(new Legend.Block(chart.treatment(), TREATED));
        }
        for (int kind = 0; kind < chart.kinds().size(); kind++) {
            entries.add(new Legend.Symbol(chart.kinds().get(kind), kind));
        }
        return entries;
    }

    /** Room beside the axis for half of its longest label. */
    private double margin() {
        return 4
                + chart.x().ticks().stream()
                                .mapToDouble(tick -> Typeface.width(Face.REGULAR, Typeface.SIZE, tick.label()))
                                .max()
                                .orElse(16)
                        / 2;
    }

    private ModelAxis plot(Rectangle2D data, double margin) {
        double most = chart.x().maximum() == null ? 1 : chart.x().maximum();
        ModelAxis x = new ModelAxis(chart.x()).fit(chart.x(), 0, most, 0);
        FigureModel.Axis none = new FigureModel.Axis("", 0.0, 1.0, List.of());
        ModelAxis y = new ModelAxis(none).fit(none, 0, 1, 0);
        y.setVisible(false);
        XYPlot plot = PlotFrame.plot(x, y);
        plot.setRangeGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        PlotFrame.sideAndBottomSpace(plot, margin, AXIS);
        PlotFrame.draw(
                pen.graphics(),
                plot,
                new Rectangle2D.Double(
                        data.getX() - margin, data.getY(), data.getWidth() + 2 * margin, data.getHeight() + AXIS));
        return x;
    }

    private void course(double origin, double perUnit, double middle, double row, Course course) {
        double treated = Math.max(0, Math.min(course.treatedUntil(), course.until()));
        pen.line(
                origin + treated * perUnit,
                middle,
                origin + Math.max(treated, course.until()) * perUnit,
                middle,
                OBSERVED,
                new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        pen.fill(new Rectangle2D.Double(origin, middle - row * BAR / 2, treated * perUnit, row * BAR), TREATED);
    }

    private void marks(double origin, double perUnit, double middle, double row, List<LaneMark> marks) {
        for (int i = 0; i < marks.size(); i++) {
            LaneMark mark = marks.get(i);
            long before = marks.subList(0, i).stream()
                    .filter(other -> together(other, mark, perUnit))
                    .count();
            long together = marks.stream()
                    .filter(other -> together(other, mark, perUnit))
                    .count();
            double shift = (before - (together - 1) / 2.0) * row * 0.45;
            pen.marker(
                    origin + mark.at() * perUnit,
                    middle + shift,
                    Palette.marker(mark.kind()),
                    Palette.colour(mark.kind()));
        }
    }

    private static boolean together(LaneMark one, LaneMark other, double perUnit) {
        return Math.abs(one.at() - other.at()) * perUnit < APART;
    }
}
