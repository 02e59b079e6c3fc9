package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** {@return what its values are} */
    Yields yields();

    /** {@return at which visits it has values} */
    DefinedAt definedAt();

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

    /** What the values of a rule are. */
    enum Yields {
        /** Yes (1) or no (0). */
        YES_OR_NO,
        /** A number of which more is better. */
        HIGHER_IS_BETTER,
        /** A number of which less is better. */
        LOWER_IS_BETTER;

        /** {@return which way is better; empty for yes or no} */
        public Optional<DirectionOfBenefit> direction() {
            return switch (this) {
                case YES_OR_NO -> Optional.empty();
                case HIGHER_IS_BETTER -> Optional.of(DirectionOfBenefit.HIGHER_IS_BETTER);
                case LOWER_IS_BETTER -> Optional.of(DirectionOfBenefit.LOWER_IS_BETTER);
            };
        }
    }

    /** At which visits a rule has values. */
    enum DefinedAt {
        /** At every visit, baseline included: scores of one assessment. */
        EVERY_VISIT,
        /** After baseline only: changes and responses. */
        FOLLOW_UP
    }

    /**
     * An input.
     *
     * @param name as plans write it
     * @param required whether the rule cannot do without it
     * @param meaning what it is, with its unit
     * @param codes the number of each text a dataset may hold instead, for example of the letters A to E; may be empty
     */
    record Input(String name, boolean required, String meaning, Map<String, BigDecimal> codes) {

        /** {@return an input the rule cannot do without}
         *
         * @param name as plans write it
         * @param meaning what it is, with its unit
         */
        public static Input needed(String name, String meaning) {
            return new Input(name, true, meaning, Map.of());
        }

        /** {@return an input the rule can do without}
         *
         * @param name as plans write it
         * @param meaning what it is, with its unit
         */
        public static Input optional(String name, String meaning) {
            return new Input(name, false, meaning, Map.of());
        }
    }

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

    /**
     * One visit of one subject.
     *
     * @param week planned weeks from baseline
     * @param measures what was measured
     */
    record Moment(double week, Measures measures) {}

    /**
     * What a rule sees of one subject.
     *
     * @param baseline what was measured at baseline
     * @param visits the visits up to the one that is judged, in the plan's order, without baseline; at baseline, baseline
     *     alone
     */
    record Course(Measures baseline, List<Moment> visits) {
        public Course {
            if (visits.isEmpty()) {
                throw new IllegalArgumentException("a course ends with the visit that is judged");
            }
            visits = List.copyOf(visits);
        }

        /** {@return a course of two visits}
         *
         * @param baseline what was measured at baseline
         * @param visit what was measured at the visit
         */
        public static Course of(Measures baseline, Measures visit) {
            return new Course(baseline, List.of(new Moment(0, visit)));
        }

        /** {@return what was measured at the visit that is judged} */
        public Measures visit() {
            return visits.get(visits.size() - 1).measures();
        }

        /** {@return what was measured at the visit before; baseline before the first follow-up visit} */
        public Measures previous() {
            return visits.size() > 1 ? visits.get(visits.size() - 2).measures() : baseline;
        }
    }

    /** A rule with its settings fixed. */
    interface Calculation {
        /** {@return the rule and its settings in one clause, for methods text and provenance} */
        String describe();

        /**
         * Derives the value of one subject at one visit.
         *
         * @param course baseline and the visits up to that one
         * @return the value, or why there is none
         * @throws IllegalArgumentException when a measure is not one the instrument has
         */
        Derived<Outcome> derive(Course course);
    }

    /**
     * A derived value with what its reader must know.
     *
     * @param value the value; 1 and 0 for yes and no
     * @param remark empty when there is nothing to know
     */
    record Outcome(BigDecimal value, String remark) {

        /** {@return a value, or why there is none}
         *
         * @param value the value
         */
        public static Derived<Outcome> of(Derived<BigDecimal> value) {
            return value.map(number -> new Outcome(number, ""));
        }

        /** {@return 1 for yes and 0 for no, or why nothing can be said}
         *
         * @param judgement the decision
         */
        public static Derived<Outcome> of(Judgement judgement) {
            return judgement.isMet().map(met -> new Outcome(met ? BigDecimal.ONE : BigDecimal.ZERO, ""));
        }
    }
}
