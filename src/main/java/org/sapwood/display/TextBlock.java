package org.sapwood.display;

import java.util.List;

/**
 * A page of text, such as the methods or "No subjects met the criteria".
 *
 * @param paragraphs in order; a paragraph may wrap
 */
public record TextBlock(String id, Heading heading, List<Paragraph> paragraphs, List<Footnote> notes, SourceLine source)
        implements Display {

    /**
     * One paragraph.
     *
     * @param subtitle printed bold before it; empty for none
     * @param text the text
     */
    public record Paragraph(String subtitle, String text) {}
}
