package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The five attributes of ICH E9(R1).
 *
 * @param id used by analyses
 * @param label printed in the title block, for example {@code Primary}
 * @param population the analysis set's id
 * @param stratum who of them belongs to the principal stratum, a condition on the subject dataset; all when there is none
 * @param variable the endpoint's id
 * @param visit the visit at which it is taken; empty when the endpoint has no visits or all are used
 * @param test the arm of interest; empty when each arm is described
 * @param reference the named reference arm; empty when nothing is compared
 * @param events how each intercurrent event is treated, in the plan's order
 * @param failure the value a composite event gives; null for a binary endpoint that is then not reached
 * @param missing what a value missing for another reason becomes
 * @param summary the population-level summary, in words
 * @param place file and line
 */
public record Estimand(
        String id,
        String label,
        String population,
        Condition stratum,
        String variable,
        String visit,
        String test,
        String reference,
        Map<String, IntercurrentEventStrategy> events,
        @Nullable BigDecimal failure,
        MissingRule missing,
        String summary,
        String place) {

    /** {@return whether two arms are compared} */
    public boolean isComparison() {
        return !reference.isEmpty();
    }

    /** {@return whether the population is narrowed to a principal stratum} */
    public boolean hasStratum() {
        return !stratum.equals(Condition.always());
    }

    /** {@return whether any event is treated by the strategy} */
    public boolean uses(IntercurrentEventStrategy strategy) {
        return events.containsValue(strategy);
    }

    /** What a missing value becomes when no intercurrent event explains it. */
    public enum MissingRule {
        /** The subject is left out of this analysis and counted as missing. */
        LEFT_OUT,
        /** A binary endpoint counts as not reached. */
        NON_RESPONSE
    }
}
