package org.sapwood.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Advance widths read from the TrueType files themselves ({@code cmap}, {@code hmtx}, {@code head}), without any
 * graphics system: the same widths on every machine, and nothing to start up.
 */
public final class TrueTypeMetrics implements FontMetrics {
    private static final int UNKNOWN = -1;
    private static final int MISSING = -2;
    private static final int TAG_CMAP = 0x636d6170;
    private static final int TAG_HEAD = 0x68656164;
    private static final int TAG_HHEA = 0x68686561;
    private static final int TAG_HMTX = 0x686d7478;

    private final Map<Face, Widths> faces = new EnumMap<>(Face.class);

    @Override
    public double width(Face face, double size, String text) {
        return faces.computeIfAbsent(face, Widths::new).of(text) * size / 1000;
    }

    /** {@return the bytes of a face's font file} */
    public static byte[] file(Face face) {
        String name = resource(face);
        try (InputStream in = TrueTypeMetrics.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("font file not on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font file " + name, e);
        }
    }

    /** {@return the class path name of a face's font file} */
    public static String resource(Face face) {
        return "/liberation/LiberationSans-"
                + switch (face) {
                    case REGULAR -> "Regular";
                    case BOLD -> "Bold";
                    case ITALIC -> "Italic";
                }
                + ".ttf";
    }

    /** One face: characters to widths in thousandths of the type size. */
    private static final class Widths {
        private final String name;
        private final ByteBuffer font;
        private final int unitsPerEm;
        private final int metricsCount;
        private final int hmtx;
        private final int segments;
        private final int segmentCount;
        private final int[] known = new int[0x10000];

        Widths(Face face) {
            name = resource(face);
            font = ByteBuffer.wrap(file(face));
            unitsPerEm = unsigned(table(TAG_HEAD) + 18);
            metricsCount = unsigned(table(TAG_HHEA) + 34);
            hmtx = table(TAG_HMTX);
            segments = unicodeTable(table(TAG_CMAP));
            segmentCount = unsigned(segments + 6) / 2;
            Arrays.fill(known, UNKNOWN);
        }

        int of(String text) {
            int sum = 0;
            for (int i = 0; i < text.length(); i++) {
                int width = known[text.charAt(i)];
                if (width < 0) {
                    width = learn(text.charAt(i), text);
                }
                sum += width;
            }
            return sum;
        }

        private int learn(char c, String text) {
            int glyph = known[c] == UNKNOWN ? glyph(c) : 0;
            if (glyph == 0) {
                known[c] = MISSING;
                throw new MissingGlyphException(name, missing(text), text);
            }
            // Whole thousandths, cut off: the widths a PDF file states for its glyphs.
            known[c] = unsigned(hmtx + 4 * Math.min(glyph, metricsCount - 1)) * 1000 / unitsPerEm;
            return known[c];
        }

        private List<Integer> missing(String text) {
            List<Integer> found = new ArrayList<>();
            text.codePoints()
                    .filter(c -> c > 0xFFFF || glyph(c) == 0)
                    .distinct()
                    .forEach(found::add);
            return found;
        }

        /** The format 4 look-up: segments sorted by their last character. */
        private int glyph(int c) {
            int ends = segments + 14;
            int starts = ends + 2 * segmentCount + 2;
            int deltas = starts + 2 * segmentCount;
            int offsets = deltas + 2 * segmentCount;
            for (int i = 0; i < segmentCount; i++) {
                if (c > unsigned(ends + 2 * i)) {
                    continue;
                }
                int start = unsigned(starts + 2 * i);
                if (c < start) {
                    return 0;
                }
                int delta = unsigned(deltas + 2 * i);
                int at = offsets + 2 * i;
                int offset = unsigned(at);
                if (offset == 0) {
                    return (c + delta) & 0xFFFF;
                }
                int glyph = unsigned(at + offset + 2 * (c - start));
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
            return 0;
        }

        private int unicodeTable(int cmap) {
            int tables = unsigned(cmap + 2);
            for (int i = 0; i < tables; i++) {
                int record = cmap + 4 + 8 * i;
                int table = cmap + font.getInt(record + 4);
                if (unsigned(record) == 3 && unsigned(record + 2) == 1 && unsigned(table) == 4) {
                    return table;
                }
            }
            throw new IllegalStateException("the font " + name + " has no Unicode character map of format 4");
        }

        private int table(int tag) {
            int tables = unsigned(4);
            for (int i = 0; i < tables; i++) {
                if (font.getInt(12 + 16 * i) == tag) {
                    return font.getInt(12 + 16 * i + 8);
                }
            }
            throw new IllegalStateException("the font " + name + " lacks a table it needs");
        }

        private int unsigned(int at) {
            return Short.toUnsignedInt(font.getShort(at));
        }
    }
}
