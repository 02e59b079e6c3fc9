package org.sapwood.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A single value, text until a getter asks for more. Every getter complains at the value's place and answers empty when
 * the text is not what was asked for.
 *
 * @param place where it stands
 * @param complaints the sink
 * @param raw the characters as written, without quotes and with escapes resolved
 * @param style whether quotes were written
 */
public record YamlScalar(Place place, Complaints complaints, String raw, Style style) implements YamlNode {

    /** How a value was written. */
    public enum Style {
        /** Without quotes: an empty plain value is no value. */
        PLAIN,
        /** In quotes or as a block: an empty quoted value is the empty text. */
        QUOTED
    }

    private static final int LONGEST_NUMBER = 40;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

    /** {@return whether nothing at all was written, as in {@code label:}} */
    public boolean isBlank() {
        return style == Style.PLAIN && raw.isEmpty();
    }

    @Override
    public String description() {
        return isBlank() ? "nothing" : "\"" + raw + "\"";
    }

    /** {@return the text, or empty after complaining that nothing was written} */
    public Optional<String> text() {
        if (isBlank()) {
            complain("expected a value; found nothing", "Write a value, or \"\" for an empty text.");
            return Optional.empty();
        }
        return Optional.of(raw);
    }

    /** {@return the whole number, or empty after complaining} */
    public OptionalInt integer() {
        OptionalLong value = wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    /**
     * A whole number within limits.
     *
     * @param low the least allowed
     * @param high the greatest allowed
     * @return the number, or empty after complaining
     */
    public OptionalLong wholeNumber(long low, long high) {
        if (raw.length() > LONGEST_NUMBER || !WHOLE.matcher(raw).matches()) {
            complain("expected a whole number; found " + description(), "");
            return OptionalLong.empty();
        }
        BigDecimal value = new BigDecimal(raw);
        if (value.compareTo(BigDecimal.valueOf(low)) < 0 || value.compareTo(BigDecimal.valueOf(high)) > 0) {
            complain("expected a whole number from " + low + " to " + high + "; found " + description(), "");
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValueExact());
    }

    /** {@return the exact decimal number, or empty after complaining} */
    public Optional<BigDecimal> decimal() {
        if (raw.length() > LONGEST_NUMBER || !DECIMAL.matcher(raw).matches()) {
            String remedy = raw.matches("[-+]?[0-9]+,[0-9]+") ? "Write the decimal point as \".\"." : "";
            complain("expected a number; found " + description(), remedy);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(raw));
    }

    /** {@return the date written as year-month-day, or empty after complaining} */
    public Optional<LocalDate> date() {
        try {
            if (raw.length() == 10) {
                return Optional.of(LocalDate.parse(raw));
            }
        } catch (DateTimeException notADate) {
            // complained about below
        }
        complain("expected a date such as 2024-01-31; found " + description(), "");
        return Optional.empty();
    }

    /** {@return the truth value written {@code true} or {@code false}, or empty after complaining} */
    public Optional<Boolean> truth() {
        if (raw.equals("true") || raw.equals("false")) {
            return Optional.of(raw.equals("true"));
        }
        complain("expected true or false; found " + description(), "");
        return Optional.empty();
    }

    /**
     * One of the constants of an enum, written in lower case with hyphens ({@code PER_PROTOCOL} as {@code per-protocol}).
     *
     * @param <E> the enum
     * @param type its class
     * @return the constant, or empty after complaining with the known ones
     */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = written(constant);
            if (name.equals(raw)) {
                return Optional.of(constant);
            }
            known.add(name);
        }
        complain("unknown choice " + description(), Suggestion.remedy(raw, known));
        return Optional.empty();
    }

    /**
     * How a constant is written in a file.
     *
     * @param constant the constant
     * @return its name in lower case with hyphens
     */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
