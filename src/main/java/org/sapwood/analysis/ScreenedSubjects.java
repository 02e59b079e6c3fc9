package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.eligibility.Eligibility;
import org.sapwood.endpoint.eligibility.PatientFacts;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.Condition;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.SafetySpec;

/** The verdict of every criterion on every screened subject, beside what was recorded of them. */
public final class ScreenedSubjects {
    private ScreenedSubjects() {}

    /**
     * One subject.
     *
     * @param subject who
     * @param eligibility the verdict of every criterion
     * @param entered whether the subject entered the trial
     * @param recorded the criteria for which the recorded reason of a screen failure stands; none for those who entered
     */
    public record Screened(
            Subject subject, Eligibility eligibility, boolean entered, List<EligibilitySpec.Rule> recorded) {

        /** {@return whether a criterion admits the subject} */
        public Judgement verdict(EligibilitySpec.Rule rule) {
            return eligibility.verdicts().stream()
                    .filter(verdict -> verdict.rule().equals(rule))
                    .map(Eligibility.Verdict::admits)
                    .findFirst()
                    .orElseThrow();
        }

        /** {@return whether a criterion is the first, in protocol order, that does not admit the subject} */
        public boolean isFirst(EligibilitySpec.Rule rule) {
            return eligibility.verdicts().stream()
                    .filter(verdict -> verdict.admits().isNo())
                    .findFirst()
                    .map(verdict -> verdict.rule().equals(rule))
                    .orElse(false);
        }

        /** {@return whether the subject entered although a criterion did not admit it} */
        public boolean isDeviation() {
            return entered && eligibility.isEligible().isNo();
        }

        /** {@return whether the recorded reason stands for a criterion that did not admit the subject} */
        public boolean reasonAgrees() {
            return recorded.stream().anyMatch(rule -> verdict(rule).isNo());
        }
    }

    /**
     * Judges the subjects of an analysis.
     *
     * @param study plan and data
     * @param spec the analysis
     * @param options its options
     * @return the subjects, by ascending id
     */
    public static List<Screened> of(Study study, AnalysisSpec spec, SafetySpec.Eligibility options) {
        Cohort cohort = study.cohortOf(spec);
        List<EligibilitySpec.Rule> rules = study.sap().eligibility().rules();
        Set<String> entered = where(cohort, study, options.entered());
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        for (EligibilitySpec.Rule rule : rules) {
            @Nullable Condition reason = rule.reason();
            reasons.put(rule.id(), reason == null ? Set.of() : where(cohort, study, reason));
        }
        Map<String, PatientFacts> facts = study.facts().facts(cohort.members());
        List<Screened> screened = new ArrayList<>();
        for (Subject subject : cohort.members()) {
            PatientFacts of = facts.get(subject.id());
            if (of != null) {
                screened.add(new Screened(
                        subject,
                        Eligibility.of(rules, of),
                        entered.contains(subject.id()),
                        rules.stream()
                                .filter(rule -> reasons.getOrDefault(rule.id(), Set.of())
                                        .contains(subject.id()))
                                .toList()));
            }
        }
        return screened;
    }

    private static Set<String> where(Cohort cohort, Study study, Condition condition) {
        return new LinkedHashSet<>(Cohort.ids(cohort.where(study.data(), condition)));
    }
}
