package org.sapwood.render.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.sapwood.typeset.Face;
import org.sapwood.typeset.FontMetrics;
import org.sapwood.typeset.Theme;
import org.sapwood.typeset.TrueTypeMetrics;

/** The pages' own type on a {@code Graphics2D}; fonts of the host never show. */
public final class Typeface {
    static final double SIZE = Theme.BODY;
    private static final FontMetrics METRICS = new TrueTypeMetrics();

    private Typeface() {}

    /** Loaded when the first figure is drawn. */
    private static final class Loaded {
        static final Font REGULAR = load(Face.REGULAR);
        static final Font BOLD = load(Face.BOLD);
    }

    static Font regular(double size) {
        return Loaded.REGULAR.deriveFont((float) size);
    }

    static Font bold(double size) {
        return Loaded.BOLD.deriveFont((float) size);
    }

    /** {@return the face a font made here belongs to} */
    public static Face face(Font font) {
        return font.getName().contains("Bold") ? Face.BOLD : Face.REGULAR;
    }

    static synchronized double width(Face face, double size, String text) {
        return METRICS.width(face, size, text);
    }

    private static Font load(Face face) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(TrueTypeMetrics.file(face)));
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("cannot load the font " + TrueTypeMetrics.resource(face), e);
        }
    }
}
