package org.sapwood.typeset;

/** Measures text. */
public interface FontMetrics {
    /**
     * {@return the width of a text in points}
     *
     * @throws MissingGlyphException if the face has no glyph for one of its characters: a page never shows a blank box
     */
    double width(Face face, double size, String text);
}
