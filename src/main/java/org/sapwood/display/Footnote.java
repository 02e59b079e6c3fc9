package org.sapwood.display;

/**
 * A footnote.
 *
 * @param mark for example {@code [1]} or {@code a}; empty for a general note
 * @param text may wrap
 */
public record Footnote(String mark, String text) {}
