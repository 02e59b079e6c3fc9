package org.sapwood.endpoint.biomarker;

import java.math.BigDecimal;
import org.sapwood.endpoint.Derived;

/** Logarithms of concentrations, for analyses on the scale of ratios. */
public enum Logarithm {
    BASE_2,
    NATURAL,
    BASE_10;

    private static final double LN_2 = StrictMath.log(2);

    /**
     * The logarithm.
     *
     * @param value a concentration
     * @return its logarithm in double precision; missing for 0 and below
     */
    public Derived<Double> of(BigDecimal value) {
        if (value.signum() <= 0) {
            return Derived.missing("no logarithm of " + value.toPlainString());
        }
        double x = value.doubleValue();
        return Derived.of(
                switch (this) {
                    case BASE_2 -> StrictMath.log(x) / LN_2;
                    case NATURAL -> StrictMath.log(x);
                    case BASE_10 -> StrictMath.log10(x);
                });
    }
}
