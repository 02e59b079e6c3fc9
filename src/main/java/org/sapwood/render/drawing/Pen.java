package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.sapwood.typeset.Face;

/** Words and simple shapes around a plot. Text is placed by its base line. */
final class Pen {
    private final Graphics2D graphics;

    Pen(Graphics2D graphics) {
        this.graphics = graphics;
    }

    Graphics2D graphics() {
        return graphics;
    }

    void left(double x, double y, Face face, double size, Color colour, String text) {
        if (!text.isEmpty()) {
            graphics.setFont(face == Face.BOLD ? Typeface.bold(size) : Typeface.regular(size));
            graphics.setPaint(colour);
            graphics.drawString(text, (float) x, (float) y);
        }
    }

    void left(double x, double y, String text) {
        left(x, y, Face.REGULAR, Typeface.SIZE, Color.BLACK, text);
    }

    void right(double x, double y, Face face, Color colour, String text) {
        left(x - Typeface.width(face, Typeface.SIZE, text), y, face, Typeface.SIZE, colour, text);
    }

    void centred(double x, double y, Face face, double size, Color colour, String text) {
        left(x - Typeface.width(face, size, text) / 2, y, face, size, colour, text);
    }

    void line(double x1, double y1, double x2, double y2, Color colour, BasicStroke stroke) {
        graphics.setPaint(colour);
        graphics.setStroke(stroke);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void box(Rectangle2D area, Color fill) {
        graphics.setPaint(fill);
        graphics.fill(area);
        graphics.setPaint(Color.BLACK);
        graphics.setStroke(Palette.thin());
        graphics.draw(area);
    }

    void fill(Rectangle2D area, Color colour) {
        graphics.setPaint(colour);
        graphics.fill(area);
    }

    void marker(double x, double y, Shape shape, Color colour) {
        graphics.setPaint(colour);
        graphics.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape));
    }
}
