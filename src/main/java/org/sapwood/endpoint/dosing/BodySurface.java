package org.sapwood.endpoint.dosing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.sap.DoseAmount;
import org.sapwood.sap.DosingSpec;

/** Body surface, and the units of one planned dose. */
public final class BodySurface {
    private BodySurface() {}

    /**
     * Body surface in square metres.
     *
     * @param formula the formula
     * @param centimetres height, above 0
     * @param kilograms weight, above 0
     * @return square metres, to 20 digits by Mosteller and 15 by Du Bois
     */
    public static BigDecimal of(DosingSpec.Formula formula, BigDecimal centimetres, BigDecimal kilograms) {
        return switch (formula) {
            case MOSTELLER -> mosteller(centimetres, kilograms);
            case DU_BOIS -> duBois(centimetres, kilograms);
        };
    }

    /**
     * Body surface by Mosteller, N Engl J Med 1987;317:1098: the square root of height &times; weight / 3600.
     *
     * @param centimetres height, above 0
     * @param kilograms weight, above 0
     * @return square metres to 20 digits
     */
    static BigDecimal mosteller(BigDecimal centimetres, BigDecimal kilograms) {
        requirePositive("a height", centimetres);
        requirePositive("a weight", kilograms);
        MathContext digits = new MathContext(30, RoundingMode.HALF_UP);
        return centimetres
                .multiply(kilograms)
                .divide(BigDecimal.valueOf(3600), digits)
                .sqrt(new MathContext(20, RoundingMode.HALF_UP));
    }

    /**
     * Body surface by Du Bois and Du Bois, Arch Intern Med 1916;17:863: 0.007184 weight<sup>0.425</sup>
     * height<sup>0.725</sup>.
     *
     * @param centimetres height, above 0
     * @param kilograms weight, above 0
     * @return square metres to 15 digits
     */
    static BigDecimal duBois(BigDecimal centimetres, BigDecimal kilograms) {
        requirePositive("a height", centimetres);
        requirePositive("a weight", kilograms);
        double surface = 0.007184
                * StrictMath.pow(kilograms.doubleValue(), 0.425)
                * StrictMath.pow(centimetres.doubleValue(), 0.725);
        return new BigDecimal(surface).round(new MathContext(15, RoundingMode.HALF_EVEN));
    }

    /**
     * The units of one planned dose.
     *
     * @param amount the planned amount
     * @param bodySurface square metres, null when unknown
     * @return units per dose; missing when doses have no units, or the body surface is needed and unknown
     */
    public static Derived<BigDecimal> unitsPerDose(DoseAmount amount, @Nullable BigDecimal bodySurface) {
        if (amount instanceof DoseAmount.Flat flat) {
            return Derived.of(flat.units());
        }
        if (amount instanceof DoseAmount.PerSquareMetre perSquareMetre) {
            return bodySurface == null
                    ? Derived.missing("no body surface for a dose per square metre")
                    : Derived.of(perSquareMetre.units().multiply(bodySurface));
        }
        return Derived.missing("the planned doses have no units");
    }

    private static void requirePositive(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " is above 0, found " + value.toPlainString());
        }
    }
}
