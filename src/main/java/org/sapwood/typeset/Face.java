package org.sapwood.typeset;

/** The cuts of the one type family pages are set in. */
public enum Face {
    REGULAR,
    BOLD,
    ITALIC
}
