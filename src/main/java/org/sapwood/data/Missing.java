package org.sapwood.data;

/** Why a cell holds no value: it is blank, or it holds one of SAS's 28 missing codes, which a plan may tell apart. */
public enum Missing {
    /** An empty cell, or a text of blanks only. */
    BLANK,
    /** The ordinary numeric missing value {@code .}. */
    DOT,
    /** The special missing value {@code ._}. */
    UNDERSCORE,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
    U,
    V,
    W,
    X,
    Y,
    Z;

    /** {@return the code as SAS writes it: {@code .}, {@code ._}, {@code .A} … {@code .Z}; empty for blank} */
    public String code() {
        return switch (this) {
            case BLANK -> "";
            case DOT -> ".";
            case UNDERSCORE -> "._";
            default -> "." + name();
        };
    }

    /**
     * The special missing value of a letter.
     *
     * @param letter {@code A} to {@code Z}
     * @return the constant
     */
    public static Missing ofLetter(char letter) {
        if (letter < 'A' || letter > 'Z') {
            throw new IllegalArgumentException("expected a letter A to Z; found '" + letter + "'");
        }
        return valueOf(String.valueOf(letter));
    }
}
