package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FigureModel.Point;
import org.sapwood.display.FigureModel.Series;

/** Figures of curves over a number axis: means with intervals, survival curves, distribution functions. */
final class SeriesDrawing {
    private static final double LEAST_LEFT = 62;

    /** How far series stand apart at one position of the x axis, as a share of the axis. */
    private static final double DODGE = 0.008;

    private SeriesDrawing() {}

    static void lines(Pen pen, FigureModel.Lines chart, Rectangle2D area) {
        Extent extent = new Extent();
        chart.series().forEach(extent::add);
        ModelAxis x = new ModelAxis(chart.x()).fit(chart.x(), extent.left, extent.right, 0.04);
        ModelAxis y = new ModelAxis(chart.y()).fit(chart.y(), extent.low, extent.high, 0.06);
        XYPlot plot = PlotFrame.plot(x, y);
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultLinesVisible(true);
        renderer.setCapLength(5);
        double step = DODGE * x.getRange().getLength();
        int count = chart.series().size();
        for (int i = 0; i < count; i++) {
            Series series = chart.series().get(i);
            double shift = (i - (count - 1) / 2.0) * step;
            XYIntervalSeries points = new XYIntervalSeries(i);
            for (Point point : series.points()) {
                double mean = point.y().value();
                double at = point.x() + shift;
                points.add(
                        at,
                        at,
                        at,
                        mean,
                        point.lower() == null ? mean : point.lower().value(),
                        point.upper() == null ? mean : point.upper().value());
            }
            data.addSeries(points);
            renderer.setSeriesPaint(i, Palette.colour(series.style()));
            renderer.setSeriesStroke(i, Palette.stroke(series.style()));
            renderer.setSeriesShape(i, Palette.marker(series.style()));
        }
        renderer.setErrorStroke(new BasicStroke(0.8f));
        plot.setDataset(data);
        plot.setRenderer(renderer);
        PlotFrame.horizontalRules(plot, chart.rules());
        finish(pen, plot, area, legend(chart.series(), true), new BelowTable(chart.belowTitle(), chart.below()));
    }

    static void steps(Pen pen, FigureModel.Steps chart, Rectangle2D area) {
        Extent extent = new Extent();
        chart.series().forEach(extent::add);
        ModelAxis x = new ModelAxis(chart.x()).fit(chart.x(), extent.left, extent.right, 0.01);
        ModelAxis y = new ModelAxis(chart.y()).fit(chart.y(), extent.low, extent.high, 0.03);
        XYPlot plot = PlotFrame.plot(x, y);
        XYLineAndShapeRenderer renderer = stepCurves(plot, chart.series());
        if (chart.bands()) {
            for (Series series : chart.series()) {
                renderer.addAnnotation(
                        new XYShapeAnnotation(band(series.points()), null, null, Palette.band(series.style())),
                        Layer.BACKGROUND);
            }
        }
        XYSeriesCollection censored = new XYSeriesCollection();
        XYLineAndShapeRenderer ticks = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < chart.censored().size(); i++) {
            Series series = chart.censored().get(i);
            censored.addSeries(points(i, series));
            ticks.setSeriesPaint(i, Palette.colour(series.style()));
            ticks.setSeriesShape(i, new Line2D.Double(0, -3.5, 0, 3.5));
            ticks.setSeriesStroke(i, new BasicStroke(0.8f));
        }
        plot.setDataset(1, censored);
        plot.setRenderer(1, ticks);
        PlotFrame.horizontalRules(plot, chart.rules());
        finish(pen, plot, area, legend(chart.series(), false), new BelowTable(chart.belowTitle(), chart.below()));
    }

    static void distribution(Pen pen, FigureModel.Distribution chart, Rectangle2D area) {
        Extent extent = new Extent();
        chart.series().forEach(extent::add);
        ModelAxis x = new ModelAxis(chart.x()).fit(chart.x(), extent.left, extent.right, 0.02);
        ModelAxis y = new ModelAxis(chart.y()).fit(chart.y(), extent.low, extent.high, 0.03);
        XYPlot plot = PlotFrame.plot(x, y);
        stepCurves(plot, chart.series());
        PlotFrame.verticalRules(plot, chart.rules());
        finish(pen, plot, area, legend(chart.series(), false), new BelowTable("", List.of()));
    }

    private static XYLineAndShapeRenderer stepCurves(XYPlot plot, List<Series> all) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        // As one path: drawn piece by piece, a dash would begin anew on every step.
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < all.size(); i++) {
            data.addSeries(corners(i, all.get(i)));
            renderer.setSeriesPaint(i, Palette.colour(all.get(i).style()));
            renderer.setSeriesStroke(i, Palette.stroke(all.get(i).style()));
        }
        plot.setDataset(data);
        plot.setRenderer(renderer);
        return renderer;
    }

    /** The corners of a step function: a value holds up to the next point. */
    private static XYSeries corners(int key, Series series) {
        XYSeries corners = new XYSeries(key, false, true);
        double last = Double.NaN;
        for (Point point : series.points()) {
            if (corners.getItemCount() > 0) {
                corners.add(point.x(), last);
            }
            last = point.y().value();
            corners.add(point.x(), last);
        }
        return corners;
    }

    private static XYSeries points(int key, Series series) {
        XYSeries points = new XYSeries(key, false, true);
        for (Point point : series.points()) {
            points.add(point.x(), point.y().value());
        }
        return points;
    }

    /** The area between the limits, as steps; the limits hold from their point up to the next one. */
    private static Path2D band(List<Point> points) {
        Path2D path = new Path2D.Double();
        List<double[]> lower = new ArrayList<>();
        double last = Double.NaN;
        for (Point point : points) {
            if (point.lower() == null || point.upper() == null) {
                continue;
            }
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.x(), point.upper().value());
            } else {
                path.lineTo(point.x(), last);
                path.lineTo(point.x(), point.upper().value());
            }
            last = point.upper().value();
            lower.add(new double[] {point.x(), point.lower().value()});
        }
        for (int i = lower.size() - 1; i >= 0; i--) {
            path.lineTo(lower.get(i)[0], lower.get(i)[1]);
            if (i > 0) {
                path.lineTo(lower.get(i)[0], lower.get(i - 1)[1]);
            }
        }
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
        return path;
    }

    private static List<Legend.Line> legend(List<Series> all, boolean markers) {
        return all.stream()
                .map(series -> new Legend.Line(series.name(), series.style(), markers))
                .toList();
    }

    private static void finish(Pen pen, XYPlot plot, Rectangle2D area, List<Legend.Line> legend, BelowTable below) {
        double left = Math.max(LEAST_LEFT, below.namesWidth());
        PlotFrame.leftSpace(plot, left);
        Rectangle2D legendArea =
                new Rectangle2D.Double(area.getX() + left, area.getY(), area.getWidth() - left, area.getHeight());
        double used = Legend.draw(pen, legend, legendArea);
        Rectangle2D plotArea = new Rectangle2D.Double(
                area.getX(), area.getY() + used, area.getWidth(), area.getHeight() - used - below.height());
        Rectangle2D data = PlotFrame.draw(pen.graphics(), plot, plotArea);
        below.draw(
                pen,
                area.getX(),
                plotArea.getMaxY(),
                data,
                value -> plot.getDomainAxis().valueToJava2D(value, data, RectangleEdge.BOTTOM));
        pen.line(data.getX(), data.getMaxY(), data.getMaxX(), data.getMaxY(), Color.BLACK, Palette.thin());
    }

    /** The smallest rectangle that holds all points and limits. */
    private static final class Extent {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;

        void add(Series series) {
            for (Point point : series.points()) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                y(point.y().value());
                if (point.lower() != null) {
                    y(point.lower().value());
                }
                if (point.upper() != null) {
                    y(point.upper().value());
                }
            }
        }

        private void y(double y) {
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
    }
}
