package org.sapwood.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as a given double; of several equally short ones the nearest to it. Written here
 * because {@code Double.toString} gives other digits for some doubles on other Java versions.
 */
final class ShortestDecimal {

    /** Below this, a whole number divided by a power of ten up to 10^22 is rounded once, that is correctly. */
    private static final double EXACT = 1e15;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private ShortestDecimal() {}

    /**
     * The shortest decimal of a finite double.
     *
     * @param x the double
     * @return the decimal, without trailing zeros after the decimal point
     */
    static BigDecimal of(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("expected a finite number; found " + x);
        }
        for (int scale = 0; scale < POWERS.length; scale++) {
            double scaled = x * POWERS[scale];
            if (Math.abs(scaled) >= EXACT) {
                break;
            }
            double whole = Math.rint(scaled);
            if (whole / POWERS[scale] == x) {
                return BigDecimal.valueOf((long) whole, scale);
            }
        }
        BigDecimal exact = new BigDecimal(x);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == x) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
