package org.sapwood.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.sapwood.result.Value;

/**
 * How a value is rounded and written: once, half away from zero, never as a negative zero. Percentages are rounded from
 * their integers; exact values from their decimals; results of models are first rounded to 15 significant digits (half
 * even), so that a tie that binary arithmetic has missed by its last bit is still a tie.
 *
 * @param style what kind of number it is printed as
 * @param places decimal places
 */
public record NumberFormat(Style style, int places) {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is printed where a value is not estimable. */
    public static final String NOT_ESTIMABLE = "NE";

    /** The kinds of printed numbers. */
    public enum Style {
        /** A count, or a number rounded to whole. */
        INTEGER,
        /** Fixed decimal places. */
        DECIMAL,
        /** A proportion times 100, fixed places, without the sign. */
        PERCENT,
        /** As {@code PERCENT}, but something that rounds to zero is printed as less than one unit. */
        PERCENT_NEVER_ZERO,
        /** A p-value with its floor and ceiling: {@code <0.001}, {@code >0.999}; digits are added near 0.05. */
        P_VALUE,
        /** A p-value without a floor, as {@code w.d} prints it. */
        P_VALUE_PLAIN,
        /** A p-value as the CDISC pilot report prints it: no floor, {@code >.99}, an asterisk below 0.15. */
        P_VALUE_PILOT,
        /** As recorded, trailing zeros as in the data. */
        RECORDED,
        /** Text as it is. */
        WORD
    }

    /**
     * A format by its name in templates: {@code int}, {@code dec1}, {@code pct1}, {@code pct0lt}, {@code p3},
     * {@code p4plain}, {@code p3pilot}, {@code rec}, {@code word}.
     *
     * @param name the name
     * @return the format
     * @throws IllegalArgumentException when there is none of that name; the message lists the known ones
     */
    public static NumberFormat named(String name) {
        if (name.equals("int")) {
            return new NumberFormat(Style.INTEGER, 0);
        }
        if (name.equals("rec")) {
            return new NumberFormat(Style.RECORDED, 0);
        }
        if (name.equals("word")) {
            return new NumberFormat(Style.WORD, 0);
        }
        java.util.regex.Matcher parts = java.util.regex.Pattern.compile("(dec|pct|p)([0-9])(lt|plain|pilot)?")
                .matcher(name);
        if (parts.matches()) {
            int places = Integer.parseInt(parts.group(2));
            Style style = switch (parts.group(1) + (parts.group(3) == null ? "" : parts.group(3))) {
                case "dec" -> Style.DECIMAL;
                case "pct" -> Style.PERCENT;
                case "pctlt" -> Style.PERCENT_NEVER_ZERO;
                case "p" -> Style.P_VALUE;
                case "pplain" -> Style.P_VALUE_PLAIN;
                case "ppilot" -> Style.P_VALUE_PILOT;
                default -> null;
            };
            if (style != null) {
                return new NumberFormat(style, places);
            }
        }
        throw new IllegalArgumentException("no format named \"" + name
                + "\". Known: int, dec0 … dec9, pct0 … pct9, pct0lt …, p3, p4, p4plain, p3pilot, rec, word");
    }

    /**
     * Writes a value.
     *
     * @param value any value
     * @return its text; {@code NE} when it is not estimable or an open limit
     */
    public String format(Value value) {
        if (value instanceof Value.NotEstimable) {
            return NOT_ESTIMABLE;
        }
        if (value instanceof Value.Word word) {
            return word.text();
        }
        if (value instanceof Value.Real real && Double.isInfinite(real.x())) {
            return NOT_ESTIMABLE;
        }
        return switch (style) {
            case INTEGER -> plain(decimal(value), 0);
            case DECIMAL -> plain(decimal(value), places);
            case PERCENT -> plain(percent(value), places);
            case PERCENT_NEVER_ZERO -> percentNeverZero(value);
            case P_VALUE -> pValue(probability(value));
            case P_VALUE_PLAIN -> plain(fifteen(probability(value)), places);
            case P_VALUE_PILOT -> pilot(probability(value));
            case RECORDED, WORD -> decimal(value).toPlainString();
        };
    }

    /** {@return a shell's placeholder of the same shape, such as {@code xx.x}} */
    public String shell() {
        String fraction = places == 0 ? "" : "." + "x".repeat(places);
        return switch (style) {
            case INTEGER -> "xx";
            case P_VALUE, P_VALUE_PLAIN, P_VALUE_PILOT -> "x" + fraction;
            case WORD -> "xxxxx";
            case RECORDED -> "xx.x";
            default -> "xx" + fraction;
        };
    }

    private static BigDecimal decimal(Value value) {
        if (value instanceof Value.Count count) {
            return BigDecimal.valueOf(count.n());
        }
        if (value instanceof Value.Exact exact) {
            return exact.x();
        }
        if (value instanceof Value.Real real) {
            return fifteen(real.x());
        }
        if (value instanceof Value.Ratio ratio) {
            return BigDecimal.valueOf(ratio.numerator())
                    .divide(BigDecimal.valueOf(ratio.denominator()), MathContext.DECIMAL128);
        }
        if (value instanceof Value.Probability probability) {
            return fifteen(probability.p());
        }
        throw new IllegalArgumentException("not a number: " + value);
    }

    private BigDecimal percent(Value value) {
        if (value instanceof Value.Ratio ratio) {
            return BigDecimal.valueOf(ratio.numerator())
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(ratio.denominator()), places, RoundingMode.HALF_UP);
        }
        return decimal(value).multiply(HUNDRED);
    }

    private String percentNeverZero(Value value) {
        String text = plain(percent(value), places);
        boolean nothing = new BigDecimal(text).signum() == 0;
        return nothing && decimal(value).signum() > 0
                ? "<" + BigDecimal.ONE.movePointLeft(places).toPlainString()
                : text;
    }

    private static BigDecimal fifteen(double x) {
        return new BigDecimal(x).round(FIFTEEN_DIGITS);
    }

    private static double probability(Value value) {
        if (value instanceof Value.Probability probability) {
            return probability.p();
        }
        throw new IllegalArgumentException("not a p-value: " + value);
    }

    private String pValue(double p) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
        BigDecimal exact = fifteen(p);
        if (exact.compareTo(unit) < 0) {
            return "<" + unit.toPlainString();
        }
        if (exact.compareTo(BigDecimal.ONE.subtract(unit)) > 0) {
            return ">" + BigDecimal.ONE.subtract(unit).toPlainString();
        }
        BigDecimal alpha = new BigDecimal("0.05");
        int digits = places;
        BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_UP);
        // A rounded value that falls on 0.05 would hide on which side the decision fell.
        while (exact.compareTo(alpha) != 0 && rounded.compareTo(alpha) == 0 && digits < 9) {
            digits++;
            rounded = exact.setScale(digits, RoundingMode.HALF_UP);
        }
        return rounded.toPlainString();
    }

    private String pilot(double p) {
        String text = p > 0.99 ? ">.99" : plain(fifteen(p), places);
        return p < 0.15 ? text + "*" : text;
    }

    private static String plain(BigDecimal x, int places) {
        return x.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
