package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

/**
 * What one core set measure contributes to the total improvement score.
 *
 * @param measure which
 * @param enzyme the enzyme followed, for the enzyme component only
 * @param baseline recorded value, null when missing
 * @param followUp recorded value, null when missing
 * @param range what 100 percent means, in the unit of the baseline; null when unknown (no enzyme at baseline)
 * @param percent absolute percent improvement, negative when worse
 * @param points points of its band, 0 when missing
 * @param attainable points if the measure became perfect, given its baseline; 0 when the baseline is missing
 */
public record TisComponent(
        CoreSetMeasure measure,
        @Nullable MuscleEnzyme enzyme,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal followUp,
        @Nullable BigDecimal range,
        Derived<ExactRatio> percent,
        BigDecimal points,
        BigDecimal attainable) {

    /** {@return whether the points are a fact and not a lower bound} */
    public boolean isObserved() {
        return percent.isKnown();
    }

    /** {@return the measure's name, with the enzyme followed} */
    public String label() {
        return enzyme == null ? measure.label() : measure.label() + " (" + enzyme.label() + ")";
    }
}
