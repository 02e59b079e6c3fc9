package org.sapwood.endpoint.steroid;

import java.math.BigDecimal;
import org.sapwood.endpoint.ExactRatio;

/**
 * Glucocorticoids with the dose that equals 5 mg prednisone (Meikle and Tyler 1977; deflazacort by its label).
 */
public enum Glucocorticoid {
    CORTISONE("25"),
    HYDROCORTISONE("20"),
    PREDNISONE("5"),
    PREDNISOLONE("5"),
    TRIAMCINOLONE("4"),
    METHYLPREDNISOLONE("4"),
    DEXAMETHASONE("0.75"),
    BETAMETHASONE("0.6"),
    DEFLAZACORT("6");

    /** Where the equivalents come from. */
    public static final String SOURCE = "Meikle and Tyler, Am J Med 1977; deflazacort 6 mg by its label";

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private final BigDecimal milligramsEqualToFive;

    Glucocorticoid(String milligramsEqualToFive) {
        this.milligramsEqualToFive = new BigDecimal(milligramsEqualToFive);
    }

    /** {@return the dose in mg that equals 5 mg prednisone} */
    public BigDecimal milligramsEqualToFivePrednisone() {
        return milligramsEqualToFive;
    }

    /**
     * The prednisone-equivalent dose.
     *
     * @param milligrams dose of this drug
     * @return mg prednisone, exact
     */
    public ExactRatio prednisoneEquivalent(BigDecimal milligrams) {
        return ExactRatio.of(milligrams.multiply(FIVE), milligramsEqualToFive);
    }
}
