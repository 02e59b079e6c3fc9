package org.sapwood.typeset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A text holds characters the embedded font cannot show. */
public final class MissingGlyphException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Names what is missing and where.
     *
     * @param font the font's name
     * @param codePoints the characters without glyph
     * @param text the whole text
     */
    public MissingGlyphException(String font, List<Integer> codePoints, String text) {
        super("The font " + font + " has no glyph for "
                + codePoints.stream().map(MissingGlyphException::name).collect(Collectors.joining(", ")) + " in \""
                + text + "\". Replace the character in the plan, the template or the data.");
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return String.format(Locale.ROOT, "U+%04X", codePoint) + (name == null ? "" : " (" + name + ")");
    }
}
