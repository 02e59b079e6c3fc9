package org.sapwood.sap;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says about the instrument of an endpoint.
 *
 * @param instrument its name in the dictionary of instruments; empty when not declared
 * @param low the lowest value, null when not declared
 * @param high the highest value, null when not declared
 * @param better which way is better, null when not declared
 */
public record Scale(
        String instrument,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable Better better) {

    /** Which way a patient wants a value to go. */
    public enum Better {
        HIGHER,
        LOWER
    }
}
