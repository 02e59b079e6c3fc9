package org.sapwood.typeset;

/**
 * A colour.
 *
 * @param rgb red, green and blue, eight bits each
 */
public record Ink(int rgb) {
    public static final Ink BLACK = new Ink(0x000000);
    public static final Ink GREY = new Ink(0x595959);
    public static final Ink PALE = new Ink(0xF2F2F2);
    public static final Ink WHITE = new Ink(0xFFFFFF);
    public static final Ink BANNER = new Ink(0x9C1C1C);
    public static final Ink LINK = new Ink(0x1F4E8C);
}
