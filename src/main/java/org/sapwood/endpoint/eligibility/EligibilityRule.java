package org.sapwood.endpoint.eligibility;

import org.sapwood.endpoint.Judgement;

/**
 * One criterion of a protocol.
 *
 * @param id for example {@code I05} or {@code E12}
 * @param kind whether it includes or excludes
 * @param text as a person would say it
 * @param criterion the rule
 * @param note how an unclear or contradictory source text was read; empty when it was clear
 */
public record EligibilityRule(String id, Kind kind, String text, Criterion criterion, String note) {

    /** Whether the criterion must hold or must not. */
    public enum Kind {
        INCLUSION,
        EXCLUSION
    }

    /**
     * Judges a patient.
     *
     * @param facts what is known
     * @return yes when this rule admits the patient: an inclusion that holds, an exclusion that does not
     */
    public Judgement admits(PatientFacts facts) {
        Judgement holds = criterion.judge(facts);
        return kind == Kind.INCLUSION ? holds : holds.not();
    }
}
