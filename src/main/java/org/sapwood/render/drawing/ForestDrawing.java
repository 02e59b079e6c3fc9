package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FigureModel.Estimate;
import org.sapwood.display.FigureModel.Point;
import org.sapwood.typeset.Face;

/**
 * Estimates with intervals, one line each, between their names and their text columns. A ratio's axis is drawn in
 * logarithms to base 10. An interval that leaves the axis ends in an arrow.
 */
final class ForestDrawing {
    private static final double AXIS = 34;
    private static final double ROW = 17;
    private static final double HEAD = 18;
    private static final double GAP = 12;
    private static final double INDENT = 9;

    /** Room beside the axis for half of its outer labels. */
    private static final double MARGIN = 12;

    private static final double[] NICE = {1, 2, 5};

    private final Pen pen;
    private final FigureModel.Forest chart;

    private ForestDrawing(Pen pen, FigureModel.Forest chart) {
        this.pen = pen;
        this.chart = chart;
    }

    static void draw(Pen pen, FigureModel.Forest chart, Rectangle2D area) {
        new ForestDrawing(pen, chart).draw(area);
    }

    private void draw(Rectangle2D area) {
        int rows = chart.estimates().size();
        double row = Math.min(ROW, (area.getHeight() - AXIS - HEAD) / Math.max(1, rows));
        double size = Math.min(Typeface.SIZE, row * 0.82);
        double names = 0;
        for (Estimate estimate : chart.estimates()) {
            Face face = estimate.point() == null ? Face.BOLD : Face.REGULAR;
            names = Math.max(names, estimate.indent() * INDENT + Typeface.width(face, size, estimate.label()));
        }
        double[] widths = textWidths(size);
        double texts = 0;
        for (double width : widths) {
            texts += width + GAP;
        }
        double left = names + GAP + MARGIN;
        Rectangle2D data = new Rectangle2D.Double(
                area.getX() + left, area.getY() + HEAD, area.getWidth() - left - texts - MARGIN, rows * row);
        plot(data, rows);
        heads(data, widths);
        for (int i = 0; i < rows; i++) {
            Estimate estimate = chart.estimates().get(i);
            double base = data.getY() + (i + 0.5) * row + size * 0.35;
            Face face = estimate.point() == null ? Face.BOLD : Face.REGULAR;
            pen.left(area.getX() + estimate.indent() * INDENT, base, face, size, Color.BLACK, estimate.label());
            double x = data.getMaxX() + MARGIN + GAP;
            for (int column = 0; column < estimate.texts().size(); column++) {
                pen.centred(
                        x + widths[column] / 2,
                        base,
                        Face.REGULAR,
                        size,
                        Color.BLACK,
                        estimate.texts().get(column));
                x += widths[column] + GAP;
            }
        }
    }

    private double[] textWidths(double size) {
        int columns = chart.heads().size();
        for (Estimate estimate : chart.estimates()) {
            columns = Math.max(columns, estimate.texts().size());
        }
        double[] widths = new double[columns];
        for (int i = 0; i < columns; i++) {
            if (i < chart.heads().size()) {
                widths[i] =
                        Typeface.width(Face.BOLD, Typeface.SIZE, chart.heads().get(i));
            }
            for (Estimate estimate : chart.estimates()) {
                if (i < estimate.texts().size()) {
                    widths[i] = Math.max(
                            widths[i],
                            Typeface.width(Face.REGULAR, size, estimate.texts().get(i)));
                }
            }
        }
        return widths;
    }

    private void heads(Rectangle2D data, double[] widths) {
        double x = data.getMaxX() + MARGIN + GAP;
        for (int i = 0; i < chart.heads().size(); i++) {
            pen.centred(
                    x + widths[i] / 2,
                    data.getY() - 7,
                    Face.BOLD,
                    Typeface.SIZE,
                    Color.BLACK,
                    chart.heads().get(i));
            x += widths[i] + GAP;
        }
    }

    /** {@return an estimate's place on the axis} */
    private double onAxis(double value) {
        return inAxisUnits(value * chart.scale());
    }

    private double inAxisUnits(double value) {
        return chart.logarithmic() ? StrictMath.log10(value) : value;
    }

    private void plot(Rectangle2D data, int rows) {
        FigureModel.Axis axis = axis();
        ModelAxis x = new ModelAxis(axis).fit(axis, lowest(), highest(), 0.05);
        FigureModel.Axis none = new FigureModel.Axis("", -0.5, rows - 0.5, List.of());
        ModelAxis y = new ModelAxis(none).fit(none, 0, rows, 0);
        y.setVisible(false);
        y.setInverted(true);
        XYPlot plot = PlotFrame.plot(x, y);
        plot.setRangeGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        PlotFrame.sideAndBottomSpace(plot, MARGIN, AXIS);
        XYIntervalSeries points = new XYIntervalSeries(0);
        List<double[]> arrows = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Point point = chart.estimates().get(i).point();
            if (point != null) {
                add(points, arrows, point, i, x.getLowerBound(), x.getUpperBound());
            }
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(points);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(5);
        renderer.setErrorStroke(new BasicStroke(0.9f));
        renderer.setSeriesPaint(0, Palette.colour(0));
        renderer.setSeriesShape(0, new Rectangle2D.Double(-2.6, -2.6, 5.2, 5.2));
        plot.setDataset(collection);
        plot.setRenderer(renderer);
        PlotFrame.verticalRules(plot, List.of(new FigureModel.Rule(onAxis(chart.nullValue()), "")));
        PlotFrame.draw(
                pen.graphics(),
                plot,
                new Rectangle2D.Double(
                        data.getX() - MARGIN, data.getY(), data.getWidth() + 2 * MARGIN, data.getHeight() + AXIS));
        for (double[] arrow : arrows) {
            arrow(data, arrow[0] > 0, data.getY() + (arrow[1] + 0.5) * data.getHeight() / rows);
        }
    }

    private void add(XYIntervalSeries points, List<double[]> arrows, Point point, int row, double least, double most) {
        double middle = onAxis(point.y().value());
        double low = point.lower() == null ? middle : onAxis(point.lower().value());
        double high = point.upper() == null ? middle : onAxis(point.upper().value());
        if (low < least) {
            arrows.add(new double[] {-1, row});
        }
        if (high > most) {
            arrows.add(new double[] {1, row});
        }
        if (middle >= least && middle <= most) {
            points.add(middle, Math.max(low, least), Math.min(high, most), row, row, row);
        }
    }

    private void arrow(Rectangle2D data, boolean right, double y) {
        double tip = right ? data.getMaxX() + 6 : data.getX() - 6;
        double back = right ? tip - 6 : tip + 6;
        Path2D head = new Path2D.Double();
        head.moveTo(tip, y);
        head.lineTo(back, y - 3.5);
        head.lineTo(back, y + 3.5);
        head.closePath();
        pen.marker(0, 0, head, Palette.colour(0));
    }

    /** The axis of the model, or its logarithm with ticks at 1, 2 and 5 times the powers of ten. */
    private FigureModel.Axis axis() {
        FigureModel.Axis model = chart.x();
        if (!chart.logarithmic()) {
            return model;
        }
        Double minimum = model.minimum() == null ? null : inAxisUnits(model.minimum());
        Double maximum = model.maximum() == null ? null : inAxisUnits(model.maximum());
        List<FigureModel.Tick> ticks = new ArrayList<>();
        for (FigureModel.Tick tick : model.ticks()) {
            ticks.add(new FigureModel.Tick(inAxisUnits(tick.at()), tick.label()));
        }
        if (ticks.isEmpty()) {
            double low = minimum == null ? lowest() : minimum;
            double high = maximum == null ? highest() : maximum;
            for (int power = -6; power <= 6; power++) {
                for (double nice : NICE) {
                    double at = power + StrictMath.log10(nice);
                    if (at >= low - 0.05 && at <= high + 0.05) {
                        ticks.add(new FigureModel.Tick(
                                at,
                                java.math.BigDecimal.valueOf(nice)
                                        .setScale(0)
                                        .scaleByPowerOfTen(power)
                                        .toPlainString()));
                    }
                }
            }
        }
        return new FigureModel.Axis(model.label(), minimum, maximum, ticks);
    }

    private double lowest() {
        double least = onAxis(chart.nullValue());
        for (Estimate estimate : chart.estimates()) {
            if (estimate.point() != null) {
                FigureModel.Plotted end = estimate.point().lower() == null
                        ? estimate.point().y()
                        : estimate.point().lower();
                if (!Double.isInfinite(onAxis(end.value()))) {
                    least = Math.min(least, onAxis(end.value()));
                }
            }
        }
        return least;
    }

    private double highest() {
        double most = onAxis(chart.nullValue());
        for (Estimate estimate : chart.estimates()) {
            if (estimate.point() != null) {
                FigureModel.Plotted end = estimate.point().upper() == null
                        ? estimate.point().y()
                        : estimate.point().upper();
                if (!Double.isInfinite(onAxis(end.value()))) {
                    most = Math.max(most, onAxis(end.value()));
                }
            }
        }
        return most;
    }
}
