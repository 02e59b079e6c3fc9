package org.sapwood.stats;

/** The direction of a test; {@code GREATER} means that the first group (or the sample) is larger than the second (or the null). */
public enum Alternative {
    TWO_SIDED,
    GREATER,
    LESS
}
