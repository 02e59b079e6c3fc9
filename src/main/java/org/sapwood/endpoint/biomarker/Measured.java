package org.sapwood.endpoint.biomarker;

import java.math.BigDecimal;
import org.sapwood.endpoint.Derived;

/** A concentration as the laboratory reported it. */
public sealed interface Measured {

    /**
     * A number.
     *
     * @param value at least 0
     */
    record Exactly(BigDecimal value) implements Measured {
        public Exactly {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("a concentration is at least 0, found " + value.toPlainString());
            }
        }
    }

    /**
     * Below the lower limit of quantification.
     *
     * @param limit above 0
     */
    record BelowLimit(BigDecimal limit) implements Measured {
        public BelowLimit {
            if (limit.signum() <= 0) {
                throw new IllegalArgumentException("a limit is above 0, found " + limit.toPlainString());
            }
        }
    }

    /**
     * Above the upper limit of quantification.
     *
     * @param limit above 0
     */
    record AboveLimit(BigDecimal limit) implements Measured {
        public AboveLimit {
            if (limit.signum() <= 0) {
                throw new IllegalArgumentException("a limit is above 0, found " + limit.toPlainString());
            }
        }
    }

    /**
     * Reads a laboratory text: a decimal with a point, or one after {@code <} or {@code >}.
     *
     * @param text for example {@code "<0.5"}
     * @return the measurement, or what was expected
     */
    static Derived<Measured> parse(String text) {
        String trimmed = text.strip();
        char first = trimmed.isEmpty() ? ' ' : trimmed.charAt(0);
        boolean limited = first == '<' || first == '>';
        String number = limited ? trimmed.substring(1).strip() : trimmed;
        if (!number.matches("[0-9]+(\\.[0-9]+)?")) {
            return Derived.missing("expected a number such as 0.7, <0.5 or >500, found \"" + text + "\"");
        }
        BigDecimal value = new BigDecimal(number);
        if (limited && value.signum() == 0) {
            return Derived.missing("expected a limit above 0, found \"" + text + "\"");
        }
        return Derived.of(
                switch (first) {
                    case '<' -> new BelowLimit(value);
                    case '>' -> new AboveLimit(value);
                    default -> new Exactly(value);
                });
    }
}
