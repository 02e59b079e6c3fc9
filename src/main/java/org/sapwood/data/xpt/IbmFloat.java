package org.sapwood.data.xpt;

import java.util.Optional;
import org.sapwood.data.Missing;

/**
 * IBM System/360 hexadecimal floating point as SAS transport files store it: one sign bit, seven exponent bits
 * <i>e</i> to base 16 with bias 64, and up to 56 fraction bits <i>f</i>, big-endian:
 *
 * <pre>  x = (−1)^s · 0.f · 16^(e − 64)</pre>
 *
 * <p>Shorter numbers (2 to 7 bytes) are the leading bytes of the full one. Every such value lies within the range of a
 * double (about 5.4e−79 to 7.2e75); fractions of more than 53 significant bits are rounded to the nearest, ties to even.
 *
 * <p>Source: SAS technical support document TS-140.
 */
final class IbmFloat {

    private static final int BIAS = 64;
    private static final int FRACTION_BITS = 56;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;

    private IbmFloat() {}

    /**
     * The bytes of a stored number as one 64-bit word, right zero-extended.
     *
     * @param bytes the record area
     * @param offset where the number begins
     * @param length its length, 2 to 8
     * @return the word
     */
    static long word(byte[] bytes, int offset, int length) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
            word = (word << 8) | (i < length ? bytes[offset + i] & 0xFF : 0);
        }
        return word;
    }

    /**
     * Whether a word is no number: its fraction is zero and its first byte is not.
     *
     * @param word the word
     * @return whether it is a missing code, or no defined value at all
     */
    static boolean isMissing(long word) {
        return (word & FRACTION) == 0 && (word << 1) != 0;
    }

    /**
     * The missing code of a word for which {@link #isMissing} holds.
     *
     * @param word the word
     * @return the code, or empty when the format defines none for its first byte
     */
    static Optional<Missing> missing(long word) {
        int first = (int) (word >>> FRACTION_BITS);
        if (first == '.') {
            return Optional.of(Missing.DOT);
        }
        if (first == '_') {
            return Optional.of(Missing.UNDERSCORE);
        }
        return first >= 'A' && first <= 'Z' ? Optional.of(Missing.ofLetter((char) first)) : Optional.empty();
    }

    /**
     * The value of a word for which {@link #isMissing} does not hold.
     *
     * @param word the word
     * @return the nearest double; zero without sign
     */
    static double value(long word) {
        long fraction = word & FRACTION;
        int exponent = (int) (word >>> FRACTION_BITS) & 0x7F;
        // The conversion to double rounds to nearest even, and scaling by a power of two within range is exact.
        double magnitude = Math.scalb((double) fraction, 4 * (exponent - BIAS) - FRACTION_BITS);
        return word < 0 && fraction != 0 ? -magnitude : magnitude;
    }
}
