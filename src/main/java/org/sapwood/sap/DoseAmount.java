package org.sapwood.sap;

import java.math.BigDecimal;

/** How much one planned dose is. A flat million and a million per square metre differ by 60 to 80 percent. */
public sealed interface DoseAmount {

    /**
     * The same for everybody.
     *
     * @param units above 0
     */
    record Flat(BigDecimal units) implements DoseAmount {
        public Flat {
            requirePositive(units);
        }
    }

    /**
     * Proportional to the body surface.
     *
     * @param units per square metre, above 0
     */
    record PerSquareMetre(BigDecimal units) implements DoseAmount {
        public PerSquareMetre {
            requirePositive(units);
        }
    }

    /** Doses are counted and have no units, as of placebo. */
    record Counted() implements DoseAmount {}

    private static void requirePositive(BigDecimal units) {
        if (units.signum() <= 0) {
            throw new IllegalArgumentException("a dose is above 0, found " + units.toPlainString());
        }
    }
}
