package org.sapwood.endpoint.dosing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;

/** How much one planned dose is. A flat million and a million per square metre differ by 60 to 80 percent. */
public sealed interface DoseAmount {

    /**
     * The same for everybody.
     *
     * @param units above 0
     */
    record Flat(BigDecimal units) implements DoseAmount {
        public Flat {
            requirePositive("a dose", units);
        }
    }

    /**
     * Proportional to the body surface.
     *
     * @param units per square metre, above 0
     */
    record PerSquareMetre(BigDecimal units) implements DoseAmount {
        public PerSquareMetre {
            requirePositive("a dose", units);
        }
    }

    /**
     * The planned amount.
     *
     * @param bodySurface square metres, null when unknown
     * @return units per dose; missing when the body surface is needed and unknown
     */
    default Derived<BigDecimal> unitsFor(@Nullable BigDecimal bodySurface) {
        if (this instanceof Flat flat) {
            return Derived.of(flat.units());
        }
        return bodySurface == null
                ? Derived.missing("no body surface for a dose per square metre")
                : Derived.of(((PerSquareMetre) this).units().multiply(bodySurface));
    }

    /**
     * Body surface by Mosteller, N Engl J Med 1987;317:1098: the square root of height &times; weight / 3600.
     *
     * @param centimetres height, above 0
     * @param kilograms weight, above 0
     * @return square metres to 20 digits
     */
    static BigDecimal mostellerSurface(BigDecimal centimetres, BigDecimal kilograms) {
        requirePositive("a height", centimetres);
        requirePositive("a weight", kilograms);
        MathContext digits = new MathContext(30, RoundingMode.HALF_UP);
        return centimetres
                .multiply(kilograms)
                .divide(BigDecimal.valueOf(3600), digits)
                .sqrt(new MathContext(20, RoundingMode.HALF_UP));
    }

    private static void requirePositive(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " is above 0, found " + value.toPlainString());
        }
    }
}
