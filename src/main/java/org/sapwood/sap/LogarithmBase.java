package org.sapwood.sap;

/** The base of a logarithm. */
public enum LogarithmBase {
    TWO("2"),
    NATURAL("e"),
    TEN("10");

    private final String written;

    LogarithmBase(String written) {
        this.written = written;
    }

    /** {@return as plans write it} */
    public String written() {
        return written;
    }
}
