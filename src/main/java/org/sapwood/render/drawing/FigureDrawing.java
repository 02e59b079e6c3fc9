package org.sapwood.render.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.sapwood.display.FigureModel;

/** Draws figures. */
public final class FigureDrawing {
    private FigureDrawing() {}

    /**
     * Draws a figure into the rectangle from (0, 0) to ({@code width}, {@code height}).
     *
     * @param graphics any canvas with y downwards; its state is changed
     */
    public static void draw(FigureModel figure, Graphics2D graphics, double width, double height) {
        Pen pen = new Pen(graphics);
        Rectangle2D area = new Rectangle2D.Double(0, 4, width, height - 8);
        FigureModel.Chart chart = figure.chart();
        if (chart instanceof FigureModel.Lines lines) {
            SeriesDrawing.lines(pen, lines, area);
        } else if (chart instanceof FigureModel.Steps steps) {
            SeriesDrawing.steps(pen, steps, area);
        } else if (chart instanceof FigureModel.Distribution distribution) {
            SeriesDrawing.distribution(pen, distribution, area);
        } else if (chart instanceof FigureModel.StackedBars bars) {
            StackedBarsDrawing.draw(pen, bars, area);
        } else if (chart instanceof FigureModel.Forest forest) {
            ForestDrawing.draw(pen, forest, area);
        } else if (chart instanceof FigureModel.HeatMap map) {
            HeatMapDrawing.draw(pen, map, area);
        } else if (chart instanceof FigureModel.Lanes lanes) {
            LanesDrawing.draw(pen, lanes, area);
        }
    }
}
