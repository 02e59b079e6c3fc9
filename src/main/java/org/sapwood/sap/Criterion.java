package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A condition on a subject's facts at screening: a closed language of facts, comparisons and look-back windows. */
public sealed interface Criterion {

    /** How a number is compared. */
    enum Comparison {
        AT_LEAST("at least"),
        AT_MOST("at most"),
        ABOVE("above"),
        BELOW("below");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }

        /** {@return the comparison as a person says it} */
        public String words() {
            return words;
        }

        /**
         * Whether the comparison holds.
         *
         * @param order below, at or above 0 as the number is below, at or above its limit
         * @return whether it does
         */
        public boolean holds(int order) {
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
            };
        }
    }

    /**
     * A flag is set.
     *
     * @param name of the flag
     */
    record Flag(String name) implements Criterion {}

    /**
     * A number compares with a limit.
     *
     * @param name of the number
     * @param comparison how
     * @param limit with what
     */
    record Measured(String name, Comparison comparison, BigDecimal limit) implements Criterion {}

    /**
     * A number compares with a multiple of another number, as of the upper limit of normal.
     *
     * @param name of the number
     * @param comparison how
     * @param multiple of the other number
     * @param of name of the other number
     */
    record Multiple(String name, Comparison comparison, BigDecimal multiple, String of) implements Criterion {}

    /**
     * An event happened within a window before the reference date.
     *
     * @param event name of the event
     * @param window the window
     */
    record Within(String event, LookBack window) implements Criterion {}

    /**
     * All hold.
     *
     * @param parts at least one
     */
    record AllOf(List<Criterion> parts) implements Criterion {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least one holds.
     *
     * @param parts at least one
     */
    record AnyOf(List<Criterion> parts) implements Criterion {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least k hold.
     *
     * @param k at least 1
     * @param parts at least k
     */
    record AtLeast(int k, List<Criterion> parts) implements Criterion {
        public AtLeast {
            parts = List.copyOf(parts);
            if (k < 1 || k > parts.size()) {
                throw new IllegalArgumentException("expected k in 1 to " + parts.size() + ", found " + k);
            }
        }
    }

    /**
     * The opposite.
     *
     * @param part what must not hold
     */
    record Not(Criterion part) implements Criterion {}

    /** {@return the names of all facts it rests on, in the order of the rule} */
    default Set<String> facts() {
        Set<String> facts = new LinkedHashSet<>();
        if (this instanceof Flag flag) {
            facts.add(flag.name());
        } else if (this instanceof Measured number) {
            facts.add(number.name());
        } else if (this instanceof Multiple multiple) {
            facts.add(multiple.name());
            facts.add(multiple.of());
        } else if (this instanceof Within within) {
            facts.add(within.event());
        } else if (this instanceof Not not) {
            facts.addAll(not.part().facts());
        } else {
            parts().forEach(part -> facts.addAll(part.facts()));
        }
        return facts;
    }

    private List<Criterion> parts() {
        if (this instanceof AllOf all) {
            return all.parts();
        }
        if (this instanceof AnyOf any) {
            return any.parts();
        }
        return this instanceof AtLeast atLeast ? atLeast.parts() : List.of();
    }
}
