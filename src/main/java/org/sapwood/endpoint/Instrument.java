package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recorded number may be and which way is better. One entry per scale: centimetres and millimetres, or muscle sums
 * over one and both sides, are different instruments.
 *
 * @param id the name used in plans, for example {@code haq-di}
 * @param label the name used in tables
 * @param unit the unit, empty for a score
 * @param minimum the smallest legal value, null when unbounded
 * @param maximum the largest legal value, null when unbounded
 * @param step the grid of legal values counted from 0, null when any decimal is legal
 * @param direction which way is better
 * @param source who defined it
 */
public record Instrument(
        String id,
        String label,
        String unit,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal step,
        DirectionOfBenefit direction,
        String source) {

    /**
     * What is wrong with a value.
     *
     * @param value a recorded value
     * @return expected and found, empty when the value is legal
     */
    public Optional<String> illegal(BigDecimal value) {
        boolean below = minimum != null && value.compareTo(minimum) < 0;
        boolean above = maximum != null && value.compareTo(maximum) > 0;
        boolean offGrid = step != null && value.remainder(step).signum() != 0;
        return below || above || offGrid
                ? Optional.of(label + ": expected " + range() + ", found " + value.toPlainString())
                : Optional.empty();
    }

    /** {@return the legal values in words, for example {@code "0 to 3 in steps of 0.125"}} */
    public String range() {
        StringBuilder text = new StringBuilder();
        if (minimum != null && maximum != null) {
            text.append(minimum.toPlainString()).append(" to ").append(maximum.toPlainString());
        } else if (minimum != null) {
            text.append("at least ").append(minimum.toPlainString());
        } else if (maximum != null) {
            text.append("at most ").append(maximum.toPlainString());
        } else {
            text.append("a number");
        }
        if (!unit.isEmpty()) {
            text.append(' ').append(unit);
        }
        if (step != null) {
            text.append(" in steps of ").append(step.toPlainString());
        }
        return text.toString();
    }
}
