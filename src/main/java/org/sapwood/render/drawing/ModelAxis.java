package org.sapwood.render.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.sapwood.display.FigureModel;
import org.sapwood.typeset.Face;

/** A number axis with the ends and the ticks a figure model gives; what the model leaves open is fitted to the data. */
final class ModelAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final double SMALLEST = 7;
    private static final int MOST_TICKS = 8;
    private transient List<FigureModel.Tick> fixed;

    ModelAxis(FigureModel.Axis model) {
        super(model.label().isEmpty() ? null : model.label());
        fixed = List.copyOf(model.ticks());
        setAutoRangeIncludesZero(false);
        setLabelFont(Typeface.regular(Typeface.SIZE));
        setTickLabelFont(Typeface.regular(Typeface.SIZE));
        setAxisLinePaint(Color.BLACK);
        setAxisLineStroke(Palette.thin());
        setTickMarkPaint(Color.BLACK);
        setTickMarkStroke(Palette.thin());
        setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
        setLabelInsets(new RectangleInsets(3, 3, 3, 3));
    }

    /** Sets the range, given that the data lie between {@code low} and {@code high}. */
    ModelAxis fit(FigureModel.Axis model, double low, double high, double margin) {
        double lower = model.minimum() == null ? Math.min(low, lowestTick(low)) : model.minimum();
        double upper = model.maximum() == null ? Math.max(high, highestTick(high)) : model.maximum();
        if (!(upper > lower)) {
            lower -= 1;
            upper += 1;
        }
        double space = margin * (upper - lower);
        setRange(model.minimum() == null ? lower - space : lower, model.maximum() == null ? upper + space : upper);
        if (fixed.isEmpty()) {
            fixed = roundTicks(getLowerBound(), getUpperBound());
        }
        return this;
    }

    /** Ticks at multiples of 1, 2 or 5 times a power of ten, all with the same decimals. */
    private static List<FigureModel.Tick> roundTicks(double lower, double upper) {
        double least = (upper - lower) / MOST_TICKS;
        int power = (int) Math.floor(StrictMath.log10(least));
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(power);
        for (int factor : new int[] {1, 2, 5, 10}) {
            step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
            if (step.doubleValue() >= least) {
                break;
            }
        }
        int places = Math.max(0, step.stripTrailingZeros().scale());
        List<FigureModel.Tick> ticks = new ArrayList<>();
        double slack = 1e-9 * (upper - lower);
        for (long i = (long) Math.ceil((lower - slack) / step.doubleValue());
                i * step.doubleValue() <= upper + slack;
                i++) {
            BigDecimal at = step.multiply(BigDecimal.valueOf(i)).setScale(places, RoundingMode.HALF_UP);
            ticks.add(new FigureModel.Tick(at.doubleValue(), at.toPlainString()));
        }
        return ticks;
    }

    private double lowestTick(double otherwise) {
        return fixed.stream().mapToDouble(FigureModel.Tick::at).min().orElse(otherwise);
    }

    private double highestTick(double otherwise) {
        return fixed.stream().mapToDouble(FigureModel.Tick::at).max().orElse(otherwise);
    }

    @Override
    public List<?> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        if (horizontal) {
            shrinkToFit(area, edge);
        }
        List<NumberTick> ticks = new ArrayList<>();
        for (FigureModel.Tick tick : fixed) {
            if (tick.at() >= getLowerBound() - 1e-9 * getRange().getLength()
                    && tick.at() <= getUpperBound() + 1e-9 * getRange().getLength()) {
                ticks.add(new NumberTick(TickType.MAJOR, tick.at(), tick.label(), anchor, TextAnchor.CENTER, 0));
            }
        }
        return ticks;
    }

    /** Long names of visits stand too close in full size. */
    private void shrinkToFit(Rectangle2D area, RectangleEdge edge) {
        double size = Typeface.SIZE;
        while (size > SMALLEST && overlap(size, area, edge)) {
            size -= 0.5;
        }
        setTickLabelFont(Typeface.regular(size));
    }

    private boolean overlap(double size, Rectangle2D area, RectangleEdge edge) {
        double end = Double.NEGATIVE_INFINITY;
        for (FigureModel.Tick tick : fixed) {
            double half = Typeface.width(Face.REGULAR, size, tick.label()) / 2;
            double x = valueToJava2D(tick.at(), area, edge);
            if (x - half < end + 2) {
                return true;
            }
            end = x + half;
        }
        return false;
    }
}
