package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import org.sapwood.display.FigureModel;
import org.sapwood.typeset.Face;

/** A grid of coloured cells with their values, and a heavy line between the cells below and above the threshold. */
final class HeatMapDrawing {
    private static final double LEFT = 62;
    private static final Color BELOW_FAR = new Color(0x0B4F8A);
    private static final Color BELOW_NEAR = new Color(0x8DB7DB);
    private static final Color ABOVE_NEAR = new Color(0xFFF3E3);
    private static final Color ABOVE_FAR = new Color(0xF5B573);

    private HeatMapDrawing() {}

    static void draw(Pen pen, FigureModel.HeatMap map, Rectangle2D area) {
        int columns = map.xs().size();
        int rows = map.ys().size();
        Scale scale = Scale.of(map);
        String threshold = number(map.threshold());
        List<Legend.Block> legend = List.of(
                new Legend.Block(map.legend() + " < " + threshold, Palette.mix(BELOW_FAR, BELOW_NEAR, 0.4)),
                new Legend.Block(map.legend() + " ≥ " + threshold, Palette.mix(ABOVE_NEAR, ABOVE_FAR, 0.5)));
        double used = Legend.draw(
                pen, legend, new Rectangle2D.Double(area.getX() + LEFT, area.getY(), area.getWidth() - LEFT, 1));
        FigureModel.Axis xModel = new FigureModel.Axis(map.xLabel(), -0.5, columns - 0.5, ticks(map.xs()));
        FigureModel.Axis yModel = new FigureModel.Axis(map.yLabel(), -0.5, rows - 0.5, ticks(map.ys()));
        XYPlot plot = PlotFrame.plot(
                new ModelAxis(xModel).fit(xModel, 0, columns, 0), new ModelAxis(yModel).fit(yModel, 0, rows, 0));
        plot.setRangeGridlinesVisible(false);
        PlotFrame.leftSpace(plot, LEFT);
        double[][] cells = new double[3][rows * columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                cells[0][y * columns + x] = x;
                cells[1][y * columns + x] = y;
                cells[2][y * columns + x] = map.values().get(y).get(x).value();
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("cells", cells);
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        renderer.setBlockAnchor(RectangleAnchor.CENTER);
        plot.setDataset(data);
        plot.setRenderer(renderer);
        Rectangle2D plotted = PlotFrame.draw(
                pen.graphics(),
                plot,
                new Rectangle2D.Double(area.getX(), area.getY() + used, area.getWidth(), area.getHeight() - used));
        new Grid(pen, map, plotted, scale).draw();
    }

    private static List<FigureModel.Tick> ticks(List<String> labels) {
        List<FigureModel.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            ticks.add(new FigureModel.Tick(i, labels.get(i)));
        }
        return ticks;
    }

    private static String number(double x) {
        return java.math.BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
    }

    /** Dark and blue below the threshold, light and orange above: two kinds even in grey. */
    private record Scale(double low, double threshold, double high) implements PaintScale {
        static Scale of(FigureModel.HeatMap map) {
            double low = map.threshold();
            double high = map.threshold();
            for (List<FigureModel.Plotted> row : map.values()) {
                for (FigureModel.Plotted cell : row) {
                    low = Math.min(low, cell.value());
                    high = Math.max(high, cell.value());
                }
            }
            return new Scale(low, map.threshold(), high);
        }

        @Override
        public double getLowerBound() {
            return low;
        }

        @Override
        public double getUpperBound() {
            return high;
        }

        @Override
        public Paint getPaint(double value) {
            return colour(value);
        }

        Color colour(double value) {
            if (value < threshold) {
                return Palette.mix(BELOW_FAR, BELOW_NEAR, (value - low) / (threshold - low));
            }
            return high == threshold
                    ? ABOVE_NEAR
                    : Palette.mix(ABOVE_NEAR, ABOVE_FAR, (value - threshold) / (high - threshold));
        }
    }

    /** The cells on the page. */
    private record Grid(Pen pen, FigureModel.HeatMap map, Rectangle2D area, Scale scale) {
        void draw() {
            int rows = map.ys().size();
            int columns = map.xs().size();
            double width = area.getWidth() / columns;
            double height = area.getHeight() / rows;
            int places = Math.abs(map.threshold()) < 1 ? 3 : 1;
            BasicStroke heavy = new BasicStroke(2f);
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    double value = map.values().get(y).get(x).value();
                    double left = area.getX() + x * width;
                    double top = area.getMaxY() - (y + 1) * height;
                    print(value, places, left + width / 2, top + height / 2, width, height);
                    if (x + 1 < columns
                            && differs(value, map.values().get(y).get(x + 1).value())) {
                        pen.line(left + width, top, left + width, top + height, Color.BLACK, heavy);
                    }
                    if (y + 1 < rows
                            && differs(value, map.values().get(y + 1).get(x).value())) {
                        pen.line(left, top, left + width, top, Color.BLACK, heavy);
                    }
                }
            }
        }

        private boolean differs(double a, double b) {
            return a < map.threshold() != b < map.threshold();
        }

        private void print(double value, int places, double x, double y, double width, double height) {
            String plain = String.format(Locale.ROOT, "%." + places + "f", value);
            boolean lost = value > 0 && plain.matches("0\\.0+");
            String text = lost ? "<" + plain.substring(1, plain.length() - 1) + "1" : plain;
            for (double size = Typeface.SIZE; size >= 6; size -= 0.5) {
                if (Typeface.width(Face.REGULAR, size, text) <= width - 3 && size <= height - 2) {
                    pen.centred(x, y + size * 0.35, Face.REGULAR, size, Palette.textOn(scale.colour(value)), text);
                    return;
                }
            }
        }
    }
}
