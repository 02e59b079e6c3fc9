package org.sapwood.render.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import org.sapwood.typeset.Face;
import org.sapwood.typeset.TrueTypeMetrics;

/** The embedded fonts of one document. */
final class PdfFonts {
    private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);

    BaseFont font(Face face) {
        return fonts.computeIfAbsent(face, PdfFonts::load);
    }

    private static BaseFont load(Face face) {
        try {
            String name = TrueTypeMetrics.resource(face);
            // Not cached: a cached font is shared between documents and carries their state along.
            BaseFont font = BaseFont.createFont(
                    name.substring(name.lastIndexOf('/') + 1),
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    false,
                    TrueTypeMetrics.file(face),
                    null);
            font.setSecureRandom(new Fixed(face.name().length()));
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + face, e);
        }
    }

    /** Chooses the six letters before the name of an embedded font, which would otherwise differ in every file. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private int next;

        Fixed(int start) {
            next = start;
        }

        @Override
        public int nextInt(int bound) {
            return Math.floorMod(next++, bound);
        }

        @Override
        public double nextDouble() {
            return Math.floorMod(next++, 26) / 26.0;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) next++;
            }
        }
    }
}
