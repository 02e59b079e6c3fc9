package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import org.sapwood.endpoint.ExactRatio;

/**
 * One enzyme result with the limit of the laboratory that measured it, both in that laboratory's unit.
 *
 * @param value at least 0
 * @param upperLimitOfNormal above 0
 */
public record EnzymeLevel(BigDecimal value, BigDecimal upperLimitOfNormal) {
    public EnzymeLevel {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("an enzyme level is at least 0, found " + value.toPlainString());
        }
        if (upperLimitOfNormal.signum() <= 0) {
            throw new IllegalArgumentException(
                    "an upper limit of normal is above 0, found " + upperLimitOfNormal.toPlainString());
        }
    }

    /**
     * From decimal texts.
     *
     * @param value for example {@code "30.4"}
     * @param upperLimitOfNormal for example {@code "7.6"}
     * @return the level
     */
    public static EnzymeLevel of(String value, String upperLimitOfNormal) {
        return new EnzymeLevel(new BigDecimal(value), new BigDecimal(upperLimitOfNormal));
    }

    /** {@return value / upper limit of normal; free of the unit, so that laboratories may change} */
    public ExactRatio foldOfLimit() {
        return ExactRatio.of(value, upperLimitOfNormal);
    }

    /** {@return whether the value does not exceed the upper limit of normal} */
    public boolean isNormal() {
        return value.compareTo(upperLimitOfNormal) <= 0;
    }
}
