package org.sapwood.endpoint.myositis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.myositis.RelativeChange.State;

/**
 * The IMACS preliminary definition of improvement of one patient at one visit: at least 3 of 6 core set measures improved
 * by 20 %, no more than 2 worse by 25 %, and manual muscle testing not among the worse ones. Percentages are relative to
 * baseline, and all three limits are inclusive.
 *
 * @param changes the six measures in the order of {@link CoreSetMeasure}
 * @param improved how many are improved
 * @param worse how many are worse
 * @param isMet yes, no, or why too little was observed
 * @param reasons why it is met or not, one plain sentence each
 */
public record DefinitionOfImprovement(
        List<RelativeChange> changes, int improved, int worse, Derived<Boolean> isMet, List<String> reasons) {
    public DefinitionOfImprovement {
        changes = List.copyOf(changes);
        reasons = List.copyOf(reasons);
    }

    static DefinitionOfImprovement of(CoreSetMeasures baseline, CoreSetMeasures followUp, DoiRule rule) {
        rule.scales().check(baseline);
        rule.scales().check(followUp);
        List<RelativeChange> changes = new RelativeChanges(rule).between(baseline, followUp);
        int improved = count(changes, State.IMPROVED);
        int worse = count(changes, State.WORSE);
        int observed = changes.size() - count(changes, State.NOT_OBSERVED);
        State muscle = changes.stream()
                .filter(change -> change.measure() == CoreSetMeasure.MANUAL_MUSCLE_TESTING)
                .findFirst()
                .orElseThrow()
                .state();
        if (muscle == State.NOT_OBSERVED || observed < rule.observedMeasures()) {
            String reason = "no definition of improvement: "
                    + (muscle == State.NOT_OBSERVED
                            ? "manual muscle testing not observed"
                            : observed + " of 6 measures observed, " + rule.observedMeasures() + " needed");
            return new DefinitionOfImprovement(changes, improved, worse, Derived.missing(reason), List.of(reason));
        }
        List<String> against = new ArrayList<>();
        if (improved < rule.improvedMeasures()) {
            against.add(improved + " of 6 improved by at least "
                    + rule.improvedPercent().toPlainString() + " %, " + rule.improvedMeasures() + " needed");
        }
        if (worse > rule.worseMeasuresAllowed()) {
            against.add(worse + " of 6 worse by at least " + rule.worsePercent().toPlainString() + " %, "
                    + rule.worseMeasuresAllowed() + " allowed (" + labels(changes, State.WORSE) + ")");
        }
        if (muscle == State.WORSE) {
            against.add("manual muscle testing worse by at least "
                    + rule.worsePercent().toPlainString() + " %");
        }
        List<String> reasons = against.isEmpty()
                ? List.of(improved + " of 6 improved by at least "
                        + rule.improvedPercent().toPlainString() + " % (" + labels(changes, State.IMPROVED) + "), "
                        + worse + " worse")
                : against;
        return new DefinitionOfImprovement(changes, improved, worse, Derived.of(against.isEmpty()), reasons);
    }

    private static int count(List<RelativeChange> changes, State state) {
        return Math.toIntExact(
                changes.stream().filter(change -> change.state() == state).count());
    }

    private static String labels(List<RelativeChange> changes, State state) {
        return changes.stream()
                .filter(change -> change.state() == state)
                .map(RelativeChange::label)
                .collect(Collectors.joining(", "));
    }
}
