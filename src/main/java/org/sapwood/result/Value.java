package org.sapwood.result;

import java.math.BigDecimal;

/** The value of a result, at full precision and of a known kind, so that display can round it once and rightly. */
public sealed interface Value {

    /**
     * A number of subjects, events or records.
     *
     * @param n at least 0
     */
    record Count(long n) implements Value {}

    /**
     * A proportion of two counts; percentages are rounded from the integers.
     *
     * @param numerator at least 0
     * @param denominator above 0
     */
    record Ratio(long numerator, long denominator) implements Value {
        public Ratio {
            if (denominator <= 0) {
                throw new IllegalArgumentException("a proportion needs a denominator above 0, found " + denominator);
            }
        }
    }

    /**
     * A recorded value, or an exact sum or mean of recorded values.
     *
     * @param x the number; a mean carries at least 20 significant digits
     */
    record Exact(BigDecimal x) implements Value {}

    /**
     * The result of a model or another floating-point calculation.
     *
     * @param x finite, or infinite for an open limit; never NaN
     */
    record Real(double x) implements Value {
        public Real {
            if (Double.isNaN(x)) {
                throw new IllegalArgumentException("a result is never NaN: say why it is not estimable");
            }
        }
    }

    /**
     * A p-value.
     *
     * @param p in [0, 1]
     * @param log its natural logarithm, kept where {@code p} underflows
     */
    record Probability(double p, double log) implements Value {}

    /**
     * A text, such as the name of a method.
     *
     * @param text not empty
     */
    record Word(String text) implements Value {}

    /**
     * There is no such number.
     *
     * @param reason a short code, for example {@code EMPTY_GROUP}
     * @param detail one sentence for the footnote
     */
    record NotEstimable(String reason, String detail) implements Value {}
}
