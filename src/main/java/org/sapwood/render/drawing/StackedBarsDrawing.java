package org.sapwood.render.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.sapwood.display.FigureModel;
import org.sapwood.typeset.Face;

/** Bars of 100 % stacked by class, with the shares printed in them, and the names of bars and groups below. */
final class StackedBarsDrawing {
    private static final double NAMES = 36;
    private static final double LEFT = 52;

    private StackedBarsDrawing() {}

    static void draw(Pen pen, FigureModel.StackedBars chart, Rectangle2D area) {
        List<Legend.Block> legend = new ArrayList<>();
        int classes = chart.classes().size();
        for (int i = 0; i < classes; i++) {
            legend.add(new Legend.Block(chart.classes().get(i), Palette.ramp(i, classes)));
        }
        double used = Legend.draw(
                pen, legend, new Rectangle2D.Double(area.getX() + LEFT, area.getY(), area.getWidth() - LEFT, 1));
        List<Integer> slots = slots(chart);
        CategoryPlot plot = plot(chart, slots);
        Rectangle2D data = PlotFrame.draw(
                pen.graphics(),
                plot,
                new Rectangle2D.Double(
                        area.getX(), area.getY() + used, area.getWidth(), area.getHeight() - used - NAMES));
        label(pen, chart, slots, plot, data);
    }

    /** The bars in order, with -1 for the space between groups. */
    private static List<Integer> slots(FigureModel.StackedBars chart) {
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < chart.bars().size(); i++) {
            if (i > 0
                    && !chart.bars()
                            .get(i)
                            .group()
                            .equals(chart.bars().get(i - 1).group())) {
                slots.add(-1);
            }
            slots.add(i);
        }
        return slots;
    }

    private static CategoryPlot plot(FigureModel.StackedBars chart, List<Integer> slots) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int slot = 0; slot < slots.size(); slot++) {
            for (int i = 0; i < chart.classes().size(); i++) {
                double share = slots.get(slot) < 0
                        ? 0
                        : 100
                                * chart.bars()
                                        .get(slots.get(slot))
                                        .shares()
                                        .get(i)
                                        .value();
                data.addValue(share, Integer.valueOf(i), Integer.valueOf(slot));
            }
        }
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.09);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultOutlinePaint(Color.BLACK);
        renderer.setDefaultOutlineStroke(Palette.thin());
        for (int i = 0; i < chart.classes().size(); i++) {
            renderer.setSeriesPaint(i, Palette.ramp(i, chart.classes().size()));
            renderer.setSeriesOutlinePaint(i, Color.BLACK);
            renderer.setSeriesOutlineStroke(i, Palette.thin());
        }
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelsVisible(false);
        names.setTickMarksVisible(false);
        names.setAxisLinePaint(Color.BLACK);
        names.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        names.setCategoryMargin(0.15);
        ModelAxis y = new ModelAxis(chart.y()).fit(chart.y(), 0, 100, 0);
        CategoryPlot plot = new CategoryPlot(data, names, y, renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(new Color(0xE3E3E3));
        plot.setRangeGridlineStroke(Palette.thin());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(PlotFrame.TOP);
        org.jfree.chart.axis.AxisSpace space = new org.jfree.chart.axis.AxisSpace();
        space.setLeft(LEFT);
        space.setRight(6);
        plot.setFixedRangeAxisSpace(space);
        return plot;
    }

    private static void label(
            Pen pen, FigureModel.StackedBars chart, List<Integer> slots, CategoryPlot plot, Rectangle2D data) {
        int count = slots.size();
        double groupStart = 0;
        for (int slot = 0; slot < count; slot++) {
            if (slots.get(slot) < 0) {
                continue;
            }
            FigureModel.Bar bar = chart.bars().get(slots.get(slot));
            double middle = plot.getDomainAxis().getCategoryMiddle(slot, count, data, RectangleEdge.BOTTOM);
            double room = data.getWidth() / count;
            shares(pen, chart, bar, plot, data, middle);
            double size = fitted(bar.name(), room - 2);
            pen.centred(middle, data.getMaxY() + 12, Face.REGULAR, size, Color.BLACK, bar.name());
            boolean first = slot == 0 || slots.get(slot - 1) < 0;
            boolean last = slot + 1 == count || slots.get(slot + 1) < 0;
            if (first) {
                groupStart = middle;
            }
            if (last) {
                pen.centred(
                        (groupStart + middle) / 2,
                        data.getMaxY() + 26,
                        Face.BOLD,
                        Typeface.SIZE,
                        Color.BLACK,
                        bar.group());
            }
        }
    }

    private static void shares(
            Pen pen,
            FigureModel.StackedBars chart,
            FigureModel.Bar bar,
            CategoryPlot plot,
            Rectangle2D data,
            double middle) {
        double sum = 0;
        for (int i = 0; i < bar.shares().size(); i++) {
            double share = 100 * bar.shares().get(i).value();
            double top = plot.getRangeAxis().valueToJava2D(sum + share, data, RectangleEdge.LEFT);
            double bottom = plot.getRangeAxis().valueToJava2D(sum, data, RectangleEdge.LEFT);
            sum += share;
            if (bottom - top >= Typeface.SIZE + 1 && i < bar.labels().size()) {
                Color ground = Palette.ramp(i, chart.classes().size());
                pen.centred(
                        middle,
                        (top + bottom) / 2 + 3.2,
                        Face.REGULAR,
                        Typeface.SIZE,
                        Palette.textOn(ground),
                        bar.labels().get(i));
            }
        }
    }

    private static double fitted(String text, double room) {
        double size = Typeface.SIZE;
        while (size > 6.5 && Typeface.width(Face.REGULAR, size, text) > room) {
            size -= 0.5;
        }
        return size;
    }
}
