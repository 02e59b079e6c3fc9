package org.sapwood.render.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.sapwood.display.FigureModel;
import org.sapwood.typeset.Face;

/** Numbers at risk, or n, printed below the positions of the x axis they belong to. */
record BelowTable(String title, List<FigureModel.Below> lines) {
    private static final double LINE = 12;

    double height() {
        return lines.isEmpty() ? 0 : LINE * (lines.size() + 1) + 4;
    }

    /** {@return the width the names need left of the plot} */
    double namesWidth() {
        double widest = 0;
        for (FigureModel.Below line : lines) {
            widest = Math.max(widest, Typeface.width(Face.REGULAR, Typeface.SIZE, line.name()));
        }
        return widest + 30;
    }

    /**
     * Draws the table.
     *
     * @param left where the names start
     * @param top upper edge
     * @param position from axis units to the page
     */
    void draw(Pen pen, double left, double top, Rectangle2D data, DoubleUnaryOperator position) {
        if (lines.isEmpty()) {
            return;
        }
        double y = top + LINE;
        pen.left(left, y, Face.BOLD, Typeface.SIZE, Color.BLACK, title);
        for (FigureModel.Below line : lines) {
            y += LINE;
            pen.left(left, y, Face.REGULAR, Typeface.SIZE, Palette.colour(line.style()), line.name());
            double end = Double.NEGATIVE_INFINITY;
            for (FigureModel.At at : line.values()) {
                double x = position.applyAsDouble(at.x());
                double half = Typeface.width(Face.REGULAR, Typeface.SIZE, at.text()) / 2;
                boolean inside = x >= data.getX() - 1 && x <= data.getMaxX() + 1;
                if (inside && x - half > end + 2) {
                    pen.centred(x, y, Face.REGULAR, Typeface.SIZE, Color.BLACK, at.text());
                    end = x + half;
                }
            }
        }
    }
}
