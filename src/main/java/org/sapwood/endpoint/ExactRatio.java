package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A rational number in lowest terms. Percent changes are ratios of recorded decimals; kept as ratios they compare exactly
 * with a cut point, so that 1.1 to 0.6 on a 10-cm scale is 5 % and not 5.000000000000001 %.
 *
 * @param numerator any integer
 * @param denominator above 0, without a common factor with the numerator
 */
public record ExactRatio(BigInteger numerator, BigInteger denominator) implements Comparable<ExactRatio> {

    /** Zero. */
    public static final ExactRatio ZERO = new ExactRatio(BigInteger.ZERO, BigInteger.ONE);

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_UP);

    /** Brings the ratio to lowest terms with a positive denominator. */
    public ExactRatio {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a ratio needs a denominator other than 0");
        }
        if (!denominator.equals(BigInteger.ONE)) { // whole numbers are in lowest terms, and are many
            BigInteger factor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                factor = factor.negate();
            }
            numerator = numerator.divide(factor);
            denominator = denominator.divide(factor);
        }
    }

    /**
     * The quotient of two decimals.
     *
     * @param numerator any decimal
     * @param denominator not 0
     * @return numerator / denominator
     */
    public static ExactRatio of(BigDecimal numerator, BigDecimal denominator) {
        int scale = Math.max(Math.max(numerator.scale(), denominator.scale()), 0);
        return new ExactRatio(
                numerator.setScale(scale).unscaledValue(),
                denominator.setScale(scale).unscaledValue());
    }

    /**
     * A decimal as a ratio.
     *
     * @param decimal any decimal
     * @return the same number
     */
    public static ExactRatio of(BigDecimal decimal) {
        return of(decimal, BigDecimal.ONE);
    }

    /**
     * The part as a percentage of the whole.
     *
     * @param part any decimal
     * @param whole not 0
     * @return 100 part / whole
     */
    public static ExactRatio percent(BigDecimal part, BigDecimal whole) {
        return of(part.movePointRight(2), whole);
    }

    /**
     * Adds.
     *
     * @param other the other number
     * @return the sum
     */
    public ExactRatio plus(ExactRatio other) {
        return new ExactRatio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Subtracts.
     *
     * @param other the other number
     * @return the difference
     */
    public ExactRatio minus(ExactRatio other) {
        return plus(new ExactRatio(other.numerator.negate(), other.denominator));
    }

    /**
     * Multiplies.
     *
     * @param other the other number
     * @return the product
     */
    public ExactRatio times(ExactRatio other) {
        return new ExactRatio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Divides.
     *
     * @param other not 0
     * @return the quotient
     */
    public ExactRatio dividedBy(ExactRatio other) {
        return new ExactRatio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * Whether the number reaches a cut point (inclusive).
     *
     * @param cut the cut point
     * @return this &ge; cut
     */
    public boolean isAtLeast(BigDecimal cut) {
        return compareTo(of(cut)) >= 0;
    }

    /**
     * Whether the number stays at or below a cut point (inclusive).
     *
     * @param cut the cut point
     * @return this &le; cut
     */
    public boolean isAtMost(BigDecimal cut) {
        return compareTo(of(cut)) <= 0;
    }

    /** {@return -1, 0 or 1} */
    public int signum() {
        return numerator.signum();
    }

    /** {@return the number with 20 significant digits, exact when it has no more} */
    public BigDecimal toDecimal() {
        BigDecimal decimal = new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS);
        return decimal.signum() == 0 ? BigDecimal.ZERO : plain(decimal);
    }

    /**
     * The number rounded half away from zero, for people to read.
     *
     * @param places decimals, at least 0
     * @return the text, without negative zero and without trailing zeros
     */
    public String toText(int places) {
        BigDecimal rounded =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : plain(rounded).toPlainString();
    }

    private static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(ExactRatio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
