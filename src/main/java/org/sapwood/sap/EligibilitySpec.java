package org.sapwood.sap;

import java.util.List;

/**
 * Who may enter: the criteria of the protocol, and where the facts about a subject are recorded.
 *
 * @param facts where the facts are
 * @param rules the inclusions, then the exclusions, in protocol order; none when the plan has no such section
 */
public record EligibilitySpec(Facts facts, List<Rule> rules) {
    public EligibilitySpec {
        rules = List.copyOf(rules);
    }

    /** {@return what a plan without the section has} */
    static EligibilitySpec none() {
        return new EligibilitySpec(new Facts("", Condition.always(), "", "", "", "", "", List.of(), ""), List.of());
    }

    /** {@return whether the plan states criteria} */
    public boolean isStated() {
        return !rules.isEmpty();
    }

    /**
     * Where facts are recorded: one record per subject and fact, several for an event that happened more than once.
     *
     * @param dataset the dataset
     * @param where which of its records
     * @param name the variable with the fact's name, compared in lower case
     * @param number the variable with a measurement; empty when there is none
     * @param flag the variable with Y or N; empty when there is none
     * @param day the variable with the days from the reference date to an event, negative before it; empty when there is none
     * @param reference the date of the subject dataset at which look-back windows end
     * @param unrecorded facts that no record holds, so that criteria on them stay unknown
     * @param place file and line
     */
    public record Facts(
            String dataset,
            Condition where,
            String name,
            String number,
            String flag,
            String day,
            String reference,
            List<String> unrecorded,
            String place) {
        public Facts {
            unrecorded = List.copyOf(unrecorded);
        }
    }

    /** Whether a criterion must hold or must not. */
    public enum Kind {
        INCLUSION,
        EXCLUSION
    }

    /**
     * One criterion of a protocol.
     *
     * @param id for example {@code I05} or {@code E12}
     * @param kind whether it includes or excludes
     * @param label as a person would say it
     * @param when the rule
     * @param note how an unclear or contradictory source text was read; empty when it was clear
     * @param reason the recorded reason for a screen failure that stands for this criterion, a condition on the subject
     *     dataset; null when there is none
     * @param place file and line
     */
    public record Rule(
            String id,
            Kind kind,
            String label,
            Criterion when,
            String note,
            @org.jspecify.annotations.Nullable Condition reason,
            String place) {}
}
