package org.sapwood.stats.descriptive;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sums of recorded decimals. A value written 0.1 in the data means one tenth, not the double next to it; the sum is
 * therefore taken in decimals, so that a mean which is exactly 2.45 on paper is the double nearest to 2.45 here, and
 * rounds at display as it does by hand.
 */
final class DecimalSum {
    /** Recorded values with at most this many decimals are summed as scaled integers. */
    static final int FAST_PLACES = 6;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** Sums up to here are exact doubles. */
    private static final long EXACT = 1L << 53;

    private DecimalSum() {}

    static double power(int places) {
        return POWERS[places];
    }

    /** {@return the sum of the values as recorded decimals, rounded once} */
    static double sum(double[] x) {
        return quotient(x, 1);
    }

    /** {@return the mean of the values as recorded decimals, rounded once; at least one value} */
    static double mean(double[] x) {
        return quotient(x, x.length);
    }

    /** {@return the difference of two recorded decimals, rounded once, so that 10.3 − 10.1 equals 0.2} */
    static double difference(double first, double second) {
        int places = places(second, places(first, 0));
        if (places > FAST_PLACES) {
            return BigDecimal.valueOf(first)
                    .subtract(BigDecimal.valueOf(second))
                    .doubleValue();
        }
        return (Math.round(first * POWERS[places]) - Math.round(second * POWERS[places])) / POWERS[places];
    }

    private static double quotient(double[] x, int divisor) {
        int places = 0;
        for (double value : x) {
            places = places(value, places);
            if (places > FAST_PLACES) {
                return slow(x, divisor);
            }
        }
        double power = POWERS[places];
        long total = 0;
        for (double value : x) {
            total += Math.round(value * power);
            if (Math.abs(total) >= EXACT) {
                return slow(x, divisor);
            }
        }
        return total / (power * divisor);
    }

    /** The number of decimals the value was written with, at least the given one. */
    static int places(double value, int atLeast) {
        for (int k = atLeast; k <= FAST_PLACES; k++) {
            double scaled = value * POWERS[k];
            if (Math.abs(scaled) < EXACT && Math.round(scaled) / POWERS[k] == value) {
                return k;
            }
        }
        return FAST_PLACES + 1;
    }

    private static double slow(double[] x, int divisor) {
        BigDecimal total = BigDecimal.ZERO;
        for (double value : x) {
            total = total.add(BigDecimal.valueOf(value));
        }
        return total.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128).doubleValue();
    }
}
