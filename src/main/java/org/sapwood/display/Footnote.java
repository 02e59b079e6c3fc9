package org.sapwood.display;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A footnote.
 *
 * @param mark for example {@code [1]} or {@code a}; empty for a general note
 * @param text may wrap
 */
public record Footnote(String mark, String text) {
    private static final Pattern MARKED = Pattern.compile("^(\\[[^]]{1,3}])\\s+(.*)$", Pattern.DOTALL);

    /**
     * A note as plans and templates write it.
     *
     * @param text begins with a mark in brackets, or is a general note
     * @return the note
     */
    public static Footnote of(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() ? new Footnote(marked.group(1), marked.group(2)) : new Footnote("", text);
    }
}
