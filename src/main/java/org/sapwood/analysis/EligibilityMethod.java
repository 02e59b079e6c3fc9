package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sapwood.population.Cohort;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.sap.AnalysisSpec;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.SafetySpec;

/**
 * Criteria that did not admit subjects. The parameter is {@code inclusion} or {@code exclusion} and the level the
 * criterion; {@code n} counts subjects it did not admit, {@code first} those of whom it was the first in protocol order,
 * {@code recorded} those whose recorded reason for a screen failure stands for it, {@code unknown} those whose facts do
 * not decide it. Parameter {@code subjects} counts subjects by what became of them.
 */
final class EligibilityMethod implements AnalysisMethod<SafetySpec.Eligibility> {
    @Override
    public void run(AnalysisSpec spec, SafetySpec.Eligibility options, Study study, Rows rows) {
        new One(spec, study, rows, study.cohortOf(spec), ScreenedSubjects.of(study, spec, options)).run();
    }

    private record One(AnalysisSpec spec, Study study, Rows rows, Cohort cohort, List<ScreenedSubjects.Screened> all) {

        void run() {
            for (EligibilitySpec.Rule rule : study.sap().eligibility().rules()) {
                rule(rule);
            }
            outcome("All criteria met", s -> s.eligibility().isEligible().isYes());
            outcome(
                    "At least one criterion not met",
                    s -> s.eligibility().isEligible().isNo());
            outcome(
                    "Not decided by the recorded facts",
                    s -> s.eligibility().isEligible().isUnknown());
            outcome("Entered", ScreenedSubjects.Screened::entered);
            outcome("Entered although a criterion was not met", ScreenedSubjects.Screened::isDeviation);
            outcome("Did not enter", s -> !s.entered());
            outcome("Recorded reason is a criterion not met", s -> !s.entered() && s.reasonAgrees());
            outcome("Recorded reason is no criterion not met", s -> !s.entered() && !s.reasonAgrees());
        }

        private void rule(EligibilitySpec.Rule rule) {
            Set<String> facts = rule.when().facts();
            List<String> failed = ids(s -> s.verdict(rule).isNo());
            List<Integer> records = new ArrayList<>();
            failed.forEach(id -> records.addAll(study.facts().records(id, facts)));
            rows.at(
                            key(rule.kind() == EligibilitySpec.Kind.INCLUSION ? "inclusion" : "exclusion")
                                    .withLevel(rule.id() + " " + rule.label()),
                            new Provenance(
                                    rule.place(),
                                    study.sap().eligibility().facts().dataset(),
                                    study.sap().eligibility().facts().where().toString(),
                                    failed,
                                    records,
                                    "criteria of the plan on recorded facts"))
                    .count("n", failed.size())
                    .ratio("percent", failed.size(), all.size())
                    .count("first", ids(s -> s.isFirst(rule)).size())
                    .count("recorded", ids(s -> s.recorded().contains(rule)).size())
                    .count("unknown", ids(s -> s.verdict(rule).isUnknown()).size());
        }

        private void outcome(String level, Predicate<ScreenedSubjects.Screened> holds) {
            List<String> subjects = ids(holds);
            rows.at(
                            key("subjects").withLevel(level),
                            new Provenance(
                                    spec.place(),
                                    study.sap().eligibility().facts().dataset(),
                                    cohort.set().where().toString(),
                                    subjects,
                                    List.of(),
                                    "count of subjects"))
                    .count("n", subjects.size())
                    .ratio("percent", subjects.size(), all.size());
        }

        private ResultKey key(String parameter) {
            return ResultKey.of(spec.id(), new Group.Overall()).withParameter(parameter);
        }

        private List<String> ids(Predicate<ScreenedSubjects.Screened> holds) {
            return all.stream().filter(holds).map(s -> s.subject().id()).toList();
        }
    }
}
