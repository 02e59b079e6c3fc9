package org.sapwood.endpoint;

import java.math.BigDecimal;

/** Which way a patient wants a measure to go. */
public enum DirectionOfBenefit {
    /** As muscle strength. */
    HIGHER_IS_BETTER,
    /** As disease activity. */
    LOWER_IS_BETTER;

    /**
     * The change in the patient's favour.
     *
     * @param baseline the value before treatment
     * @param followUp the later value
     * @return above 0 when better, below 0 when worse
     */
    public BigDecimal improvement(BigDecimal baseline, BigDecimal followUp) {
        return this == HIGHER_IS_BETTER ? followUp.subtract(baseline) : baseline.subtract(followUp);
    }

    /** {@return in words, {@code "higher is better"} or {@code "lower is better"}} */
    public String inWords() {
        return this == HIGHER_IS_BETTER ? "higher is better" : "lower is better";
    }
}
