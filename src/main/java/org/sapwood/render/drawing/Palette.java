package org.sapwood.render.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The look of arms and classes. Colours are told apart by readers who confuse red and green, and differ in lightness,
 * so that a grey copy can be read; dash and marker differ as well, so that no colour is needed at all.
 */
final class Palette {
    private static final List<Color> COLOURS = List.of(
            new Color(0x0B4F8A),
            new Color(0xD55E00),
            new Color(0x56A0D3),
            new Color(0x1A1A1A),
            new Color(0xCC79A7),
            new Color(0x7A7A1F));

    private static final float[][] DASHES = {{}, {6, 3}, {2, 2}, {8, 2, 2, 2}, {10, 3}, {4, 2, 1, 2}};

    private Palette() {}

    static Color colour(int style) {
        return COLOURS.get(Math.floorMod(style, COLOURS.size()));
    }

    static Color band(int style) {
        Color colour = colour(style);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 40);
    }

    static BasicStroke stroke(int style) {
        float[] dash = DASHES[Math.floorMod(style, DASHES.length)];
        return dash.length == 0
                ? new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                : new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    static BasicStroke thin() {
        return new BasicStroke(0.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    static Shape marker(int style) {
        return switch (Math.floorMod(style, 6)) {
            case 0 -> new Ellipse2D.Double(-2.6, -2.6, 5.2, 5.2);
            case 1 -> new Rectangle2D.Double(-2.4, -2.4, 4.8, 4.8);
            case 2 -> polygon(0, -3.2, 2.9, 2.2, -2.9, 2.2);
            case 3 -> polygon(0, -3.3, 3.3, 0, 0, 3.3, -3.3, 0);
            case 4 -> polygon(0, 3.2, 2.9, -2.2, -2.9, -2.2);
            default -> polygon(-3, -1, -1, -1, -1, -3, 1, -3, 1, -1, 3, -1, 3, 1, 1, 1, 1, 3, -1, 3, -1, 1, -3, 1);
        };
    }

    /** A ramp from light to dark for ordered classes. */
    static Color ramp(int index, int count) {
        double t = count <= 1 ? 0.5 : (double) index / (count - 1);
        return mix(new Color(0xE9EEF4), new Color(0x0B3C6B), t);
    }

    static Color mix(Color from, Color to, double t) {
        return new Color(
                (int) Math.round(from.getRed() + t * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + t * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + t * (to.getBlue() - from.getBlue())));
    }

    /** {@return black or white, whichever is read better on a colour} */
    static Color textOn(Color colour) {
        double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
        return light > 140 ? Color.BLACK : Color.WHITE;
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 2) {
            if (i == 0) {
                path.moveTo(xy[0], xy[1]);
            } else {
                path.lineTo(xy[i], xy[i + 1]);
            }
        }
        path.closePath();
        return path;
    }
}
