package org.sapwood.endpoint.biomarker;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

/**
 * A cell population as a percentage of its parent gate. The parent belongs to the value: regulatory T cells as a
 * percentage of CD4 cells and of all lymphocytes are different variables, and are never compared.
 *
 * @param population for example {@code "Treg"}
 * @param parent for example {@code "CD4"}
 * @param percent 0 to 100
 */
public record CellPercentage(String population, String parent, BigDecimal percent) {
    public CellPercentage {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    population + " of " + parent + ": expected 0 to 100 %, found " + percent.toPlainString());
        }
    }

    /**
     * The same population as a percentage of the parent's parent.
     *
     * @param parentOfGrandparent the parent gate, itself as a percentage
     * @return the percentage of the grandparent; missing when the gates do not chain
     */
    public Derived<CellPercentage> within(CellPercentage parentOfGrandparent) {
        if (!parentOfGrandparent.population().equals(parent)) {
            return Derived.missing(
                    population + " is gated on " + parent + ", not on " + parentOfGrandparent.population());
        }
        return Derived.of(new CellPercentage(
                population,
                parentOfGrandparent.parent(),
                percent.multiply(parentOfGrandparent.percent).movePointLeft(2)));
    }

    /**
     * The ratio of two populations, as Treg to Th17.
     *
     * @param other the population below
     * @return this / other; missing when the parents differ or the other is 0
     */
    public Derived<ExactRatio> ratioTo(CellPercentage other) {
        if (!parent.equals(other.parent)) {
            return Derived.missing(
                    population + " is gated on " + parent + ", " + other.population + " on " + other.parent);
        }
        return other.percent.signum() == 0
                ? Derived.missing(other.population + " is 0: no ratio")
                : Derived.of(ExactRatio.of(percent, other.percent));
    }

    /**
     * The absolute count.
     *
     * @param parentCount cells of the parent per unit of volume, at least 0
     * @return cells of the population per the same unit, with 20 digits
     */
    public BigDecimal count(BigDecimal parentCount) {
        if (parentCount.signum() < 0) {
            throw new IllegalArgumentException("a count is at least 0, found " + parentCount.toPlainString());
        }
        return parentCount.multiply(percent).movePointLeft(2).round(new MathContext(20, RoundingMode.HALF_UP));
    }
}
