package org.sapwood.display;

/**
 * The last line of every page: where the numbers come from.
 *
 * @param text for example {@code Source: ADSL (sha256 0a1b2c3d), ADEFF (sha256 …); output tis20-w12; plan 9f8e7d6c; Sapwood 0.1.0}
 */
public record SourceLine(String text) {}
