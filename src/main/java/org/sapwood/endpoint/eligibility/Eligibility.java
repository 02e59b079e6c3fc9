package org.sapwood.endpoint.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.Judgement;
import org.sapwood.sap.EligibilitySpec;

/**
 * The verdict on one patient.
 *
 * @param verdicts one per rule of the protocol, in its order
 * @param isEligible yes when every rule admits; no when one does not; otherwise unknown. The reasons name the rules that
 *     do not admit or are unknown
 */
public record Eligibility(List<Verdict> verdicts, Judgement isEligible) {

    /**
     * The verdict of one rule.
     *
     * @param rule which
     * @param admits whether it admits the patient
     */
    public record Verdict(EligibilitySpec.Rule rule, Judgement admits) {}

    public Eligibility {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Judges one rule.
     *
     * @param rule of the protocol
     * @param facts what is known of the patient
     * @return yes when this rule admits the patient: an inclusion that holds, an exclusion that does not
     */
    public static Judgement admits(EligibilitySpec.Rule rule, PatientFacts facts) {
        Judgement holds = new CriterionJudge(facts).judge(rule.when());
        return rule.kind() == EligibilitySpec.Kind.INCLUSION ? holds : holds.not();
    }

    /**
     * Applies all rules; none is skipped, so that every reason for a screen failure is known.
     *
     * @param rules of the protocol
     * @param facts what is known of the patient
     * @return the verdict
     */
    public static Eligibility of(List<EligibilitySpec.Rule> rules, PatientFacts facts) {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> against = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (EligibilitySpec.Rule rule : rules) {
            Judgement admits = admits(rule, facts);
            verdicts.add(new Verdict(rule, admits));
            if (admits.isNo()) {
                against.add(rule.id() + " " + rule.label() + ": " + String.join("; ", admits.reasons()));
            } else if (admits.isUnknown()) {
                unknown.add(
                        rule.id() + " " + rule.label() + ": " + admits.isMet().reasonMissing());
            }
        }
        if (!against.isEmpty()) {
            return new Eligibility(verdicts, new Judgement(Derived.of(false), against));
        }
        return new Eligibility(
                verdicts,
                unknown.isEmpty()
                        ? Judgement.of(true, "all " + rules.size() + " criteria admit")
                        : new Judgement(Derived.missing(unknown.get(0)), unknown));
    }
}
