package org.sapwood.endpoint.biomarker;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What stands for a value below the lower limit of quantification. Above the upper limit, the limit itself does. */
public enum LimitRule {
    /** Half the limit. */
    HALF,
    /** The limit divided by the square root of 2, to 20 digits. */
    OVER_ROOT_TWO,
    /** The limit itself. */
    AS_IS,
    /** Zero; leaves no logarithm. */
    ZERO;

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_UP);
    private static final BigDecimal ROOT_TWO = BigDecimal.valueOf(2).sqrt(new MathContext(30, RoundingMode.HALF_UP));

    /**
     * The number to analyse.
     *
     * @param measured what the laboratory reported
     * @return the number, or what stands for it
     */
    public BigDecimal value(Measured measured) {
        if (measured instanceof Measured.Exactly exactly) {
            return exactly.value();
        }
        if (measured instanceof Measured.AboveLimit above) {
            return above.limit();
        }
        BigDecimal limit = ((Measured.BelowLimit) measured).limit();
        return switch (this) {
            case HALF -> limit.divide(BigDecimal.valueOf(2));
            case OVER_ROOT_TWO -> limit.divide(ROOT_TWO, DIGITS);
            case AS_IS -> limit;
            case ZERO -> BigDecimal.ZERO;
        };
    }
}
