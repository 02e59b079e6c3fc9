package org.sapwood.render.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.sapwood.typeset.Face;

/** Names with samples of their look, in rows above a plot. */
final class Legend {
    private static final double ROW = 14;
    private static final double SAMPLE = 30;
    private static final double GAP = 18;

    private Legend() {}

    /** One entry: a line with its marker, or a box of a colour. */
    sealed interface Entry {
        String name();
    }

    /** A series. */
    record Line(String name, int style, boolean marker) implements Entry {}

    /** A mark without a line. */
    record Symbol(String name, int style) implements Entry {}

    /** A class. */
    record Block(String name, Color colour) implements Entry {}

    /**
     * Draws the legend at the top of an area.
     *
     * @return the height it took
     */
    static double draw(Pen pen, List<? extends Entry> entries, Rectangle2D area) {
        double x = area.getX();
        double y = area.getY();
        for (Entry entry : entries) {
            double width = SAMPLE + 5 + Typeface.width(Face.REGULAR, Typeface.SIZE, entry.name());
            if (x > area.getX() && x + width > area.getMaxX()) {
                x = area.getX();
                y += ROW;
            }
            sample(pen, entry, x, y);
            pen.left(x + SAMPLE + 5, y + 10, entry.name());
            x += width + GAP;
        }
        return entries.isEmpty() ? 0 : y + ROW + 4 - area.getY();
    }

    private static void sample(Pen pen, Entry entry, double x, double y) {
        if (entry instanceof Line line) {
            Color colour = Palette.colour(line.style());
            pen.line(x, y + 7, x + SAMPLE, y + 7, colour, Palette.stroke(line.style()));
            if (line.marker()) {
                pen.marker(x + SAMPLE / 2, y + 7, Palette.marker(line.style()), colour);
            }
        } else if (entry instanceof Symbol symbol) {
            pen.marker(x + SAMPLE - 7, y + 7, Palette.marker(symbol.style()), Palette.colour(symbol.style()));
        } else if (entry instanceof Block block) {
            pen.box(new Rectangle2D.Double(x + SAMPLE - 14, y + 2, 14, 9), block.colour());
        }
    }
}
