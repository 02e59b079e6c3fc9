package org.sapwood.sap;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a responder must reach. */
public sealed interface Threshold {

    /**
     * A value; at least one limit is given, and both are inclusive.
     *
     * @param atLeast the value must be at least this, or null
     * @param atMost the value must be at most this, or null
     */
    record Value(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) implements Threshold {}

    /**
     * A movement since baseline, inclusive.
     *
     * @param movement which way, and whether in percent of baseline
     * @param amount above 0
     * @param better which way is better, null when the endpoint's instrument or rule says it
     */
    record Moved(Movement movement, BigDecimal amount, Scale.@Nullable Better better) implements Threshold {}

    /** Which way a value moved since baseline. */
    enum Movement {
        IMPROVED_BY,
        IMPROVED_BY_PERCENT,
        WORSENED_BY,
        WORSENED_BY_PERCENT
    }

    /**
     * The baseline a subject needs for being counted at all.
     *
     * @param atLeast inclusive, or null
     * @param above exclusive, or null
     */
    record Baseline(@Nullable BigDecimal atLeast, @Nullable BigDecimal above) {

        /** {@return whether any baseline will do} */
        public boolean isAny() {
            return atLeast == null && above == null;
        }

        /** {@return whether a baseline suffices} */
        public boolean admits(BigDecimal value) {
            return (atLeast == null || value.compareTo(atLeast) >= 0) && (above == null || value.compareTo(above) > 0);
        }
    }
}
