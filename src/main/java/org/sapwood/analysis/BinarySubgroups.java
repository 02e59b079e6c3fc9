package org.sapwood.analysis;

import java.util.List;
import java.util.Map;
import org.sapwood.population.Subject;
import org.sapwood.result.Group;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.MethodSpec;
import org.sapwood.stats.contingency.BreslowDay;
import org.sapwood.stats.contingency.ChiSquareResult;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.proportion.RiskDifference;
import org.sapwood.stats.proportion.RiskDifferenceInterval;
import org.sapwood.stats.proportion.TwoProportions;

/** Differences of proportions within subgroups; Breslow–Day with Tarone's correction compares their odds ratios. */
final class BinarySubgroups implements SubgroupsMethod.Comparison {
    private final Study study;
    private final MethodSpec.Pair pair;
    private final Estimand estimand;
    private final BinaryOutcome outcome;

    BinarySubgroups(Study study, MethodSpec.Pair pair, Estimand estimand) {
        this.study = study;
        this.pair = pair;
        this.estimand = estimand;
        this.outcome = BinaryOutcome.of(estimand, study);
    }

    @Override
    public void level(SubgroupsMethod.Place place, String subgroup, String level, List<Subject> members) {
        for (String arm : List.of(pair.test(), pair.reference())) {
            List<Subject> counted = counted(members, arm);
            List<Subject> responders = counted.stream()
                    .filter(subject -> outcome.of(subject).response())
                    .toList();
            place.at(
                            new Group.Arm(arm),
                            subgroup,
                            level,
                            responders,
                            place.values().method())
                    .count("n", responders.size())
                    .count("big_n", counted.size())
                    .ratio("percent", responders.size(), counted.size());
        }
        TwoProportions counts = counts(members);
        place.at(
                        new Group.Comparison(pair.test(), pair.reference()),
                        subgroup,
                        level,
                        members,
                        "difference of proportions, miettinen-nurminen interval")
                .real("estimate", RiskDifference.estimate(counts))
                .interval(
                        "conf",
                        RiskDifference.interval(counts, RiskDifferenceInterval.MIETTINEN_NURMINEN, study.level()));
    }

    @Override
    public void interaction(SubgroupsMethod.Place place, String subgroup, Map<String, List<Subject>> levels) {
        List<TwoByTwo> tables = levels.values().stream()
                .map(members -> TwoByTwo.of(counts(members)))
                .toList();
        List<Subject> all = levels.values().stream().flatMap(List::stream).toList();
        place.at(new Group.AllArms(), subgroup, "", all, "Breslow-Day test with Tarone's correction")
                .p(
                        "p_value",
                        BreslowDay.test(tables, BreslowDay.Tarone.CORRECTED).map(ChiSquareResult::pValue));
    }

    private TwoProportions counts(List<Subject> members) {
        List<Subject> test = counted(members, pair.test());
        List<Subject> reference = counted(members, pair.reference());
        return new TwoProportions(responders(test), test.size(), responders(reference), reference.size());
    }

    private List<Subject> counted(List<Subject> members, String arm) {
        return members.stream()
                .filter(subject ->
                        study.cohort(estimand.population()).armOf(subject).equals(arm))
                .filter(subject -> outcome.of(subject).counted())
                .toList();
    }

    private int responders(List<Subject> subjects) {
        return (int) subjects.stream()
                .filter(subject -> outcome.of(subject).response())
                .count();
    }
}
