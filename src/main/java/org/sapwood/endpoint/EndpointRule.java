package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published definition that derives one value per subject and visit from several measures. Rules are listed in {@link
 * EndpointRules}; a plan names one and says which endpoint is which input.
 */
public interface EndpointRule {

    /** {@return the name plans use} */
    String name();

    /** {@return what is derived, one or two sentences} */
    String definition();

    /** {@return where the definition comes from} */
    String source();

    /** {@return the inputs it knows, in reporting order} */
    List<Input> inputs();

    /** {@return the settings it knows, with their defaults} */
    List<Setting> settings();

    /**
     * Fixes the settings.
     *
     * @param settings as written in the plan; every name is one of {@link #settings()}
     * @return the rule ready to derive
     * @throws IllegalArgumentException when a setting's value is not one it knows; the message lists the known ones
     */
    Calculation with(Map<String, String> settings);

    /**
     * An input.
     *
     * @param name as plans write it
     * @param required whether the rule cannot do without it
     * @param meaning what it is, with its unit
     */
    record Input(String name, boolean required, String meaning) {}

    /**
     * A setting.
     *
     * @param name as plans write it
     * @param byDefault the value taken when the plan is silent; it is printed either way
     * @param meaning what it decides
     */
    record Setting(String name, String byDefault, String meaning) {}

    /** What one subject has at one visit. */
    @FunctionalInterface
    interface Measures {
        /**
         * A measure.
         *
         * @param input the input's name
         * @return its value, or null when missing
         */
        @Nullable
        BigDecimal value(String input);
    }

    /** A rule with its settings fixed. */
    interface Calculation {
        /** {@return the rule and its settings in one clause, for methods text and provenance} */
        String describe();

        /**
         * Derives the value of one subject at one visit.
         *
         * @param baseline what was measured at baseline
         * @param followUp what was measured at the visit
         * @return the value, or why there is none
         */
        Derived<Outcome> derive(Measures baseline, Measures followUp);
    }

    /**
     * A derived value with what its reader must know.
     *
     * @param value the value; 1 and 0 for yes and no
     * @param remark empty when there is nothing to know
     */
    record Outcome(BigDecimal value, String remark) {}
}
