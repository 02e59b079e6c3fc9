package org.sapwood.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as the same double. The virtual machine's own text changed between versions, so
 * result files do not use it.
 */
public final class ShortestNumber {
    private ShortestNumber() {}

    /**
     * Writes a finite double.
     *
     * @param x finite
     * @return the shortest decimal; the nearest to {@code x} among those of that length
     */
    public static BigDecimal of(double x) {
        BigDecimal exact = new BigDecimal(x);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == x) {
                return readable(shorter);
            }
        }
        return readable(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    /** Whole numbers below 1e15 without an exponent. */
    private static BigDecimal readable(BigDecimal x) {
        BigDecimal stripped = x.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.precision() - stripped.scale() <= 15 ? stripped.setScale(0) : stripped;
    }
}
