package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.sapwood.display.FigureModel;

/** What all plots share: plain ground, thin lines, no decoration. */
final class PlotFrame {
    private static final Color GRID = new Color(0xE3E3E3);

    /** Half a line, so that the label of the uppermost tick is not cut off. */
    static final RectangleInsets TOP = new RectangleInsets(6, 0, 0, 0);

    private static final Color RULE = new Color(0x6E6E6E);

    private PlotFrame() {}

    static XYPlot plot(ModelAxis x, ModelAxis y) {
        XYPlot plot = new XYPlot(null, x, y, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(Palette.thin());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(TOP);
        return plot;
    }

    /** Fixes the space left of the plot, so that what stands there fits and figures of one kind are alike. */
    static void leftSpace(XYPlot plot, double width) {
        AxisSpace space = new AxisSpace();
        space.setLeft(width);
        space.setRight(12);
        plot.setFixedRangeAxisSpace(space);
    }

    /** Fixes the space beside the plot and below it, so that what is drawn by hand meets the axis. */
    static void sideAndBottomSpace(XYPlot plot, double side, double below) {
        AxisSpace sides = new AxisSpace();
        sides.setLeft(side);
        sides.setRight(side);
        plot.setFixedRangeAxisSpace(sides);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(below);
        plot.setFixedDomainAxisSpace(bottom);
    }

    /** {@return the area the data were drawn in} */
    static Rectangle2D draw(Graphics2D graphics, Plot plot, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(graphics, area, info);
        return info.getPlotInfo().getDataArea();
    }

    static void horizontalRules(XYPlot plot, List<FigureModel.Rule> rules) {
        for (FigureModel.Rule rule : rules) {
            ValueMarker marker = marker(rule);
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
            plot.addRangeMarker(marker, Layer.BACKGROUND);
        }
    }

    static void verticalRules(XYPlot plot, List<FigureModel.Rule> rules) {
        for (FigureModel.Rule rule : rules) {
            ValueMarker marker = marker(rule);
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    private static ValueMarker marker(FigureModel.Rule rule) {
        ValueMarker marker = new ValueMarker(
                rule.at(),
                RULE,
                new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0));
        if (!rule.label().isEmpty()) {
            marker.setLabel(rule.label());
            marker.setLabelFont(Typeface.regular(Typeface.SIZE));
            marker.setLabelPaint(Color.BLACK);
            marker.setLabelBackgroundColor(new Color(255, 255, 255, 0));
        }
        return marker;
    }
}
