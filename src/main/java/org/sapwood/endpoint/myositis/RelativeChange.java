package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

/**
 * How one core set measure changed relative to its baseline.
 *
 * @param measure which
 * @param enzyme the enzyme followed, for the enzyme only
 * @param baseline recorded value, null when missing
 * @param followUp recorded value, null when missing
 * @param percent relative percent improvement, 100 &times; improvement / baseline, negative when worse; missing when a
 *     value is missing or the baseline is 0
 * @param state what the rule makes of it
 * @param note why the state is not simply that of the percentage; empty otherwise
 */
public record RelativeChange(
        CoreSetMeasure measure,
        @Nullable MuscleEnzyme enzyme,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal followUp,
        Derived<ExactRatio> percent,
        State state,
        String note) {

    /** What a measure contributes to the definition of improvement. */
    public enum State {
        IMPROVED,
        NEITHER,
        WORSE,
        /** Neither improved nor worse, because it was not observed. */
        NOT_OBSERVED
    }

    /** {@return the measure's name, with the enzyme followed} */
    public String label() {
        return enzyme == null ? measure.label() : measure.label() + " (" + enzyme.label() + ")";
    }
}
