package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.myositis.RelativeChange.State;

/** Grades the six measures of a visit as improved, worse or neither. */
final class RelativeChanges {
    private final DoiRule rule;

    RelativeChanges(DoiRule rule) {
        this.rule = rule;
    }

    List<RelativeChange> between(CoreSetMeasures baseline, CoreSetMeasures followUp) {
        Optional<EnzymeChoice> choice = EnzymeChoice.at(baseline, rule.scales());
        List<RelativeChange> changes = new ArrayList<>();
        for (CoreSetMeasure measure : CoreSetMeasure.values()) {
            changes.add(
                    measure == CoreSetMeasure.MUSCLE_ENZYME
                            ? enzyme(choice, followUp)
                            : bounded(measure, baseline, followUp));
        }
        return List.copyOf(changes);
    }

    private RelativeChange bounded(CoreSetMeasure measure, CoreSetMeasures baseline, CoreSetMeasures followUp) {
        BigDecimal before = baseline.value(measure);
        BigDecimal after = followUp.value(measure);
        if (before == null || after == null) {
            String reason = measure.label() + " missing at " + (before == null ? "baseline" : "follow-up");
            return new RelativeChange(
                    measure, null, before, after, Derived.missing(reason), State.NOT_OBSERVED, reason);
        }
        if (before.signum() == 0) {
            return fromZero(measure, before, after);
        }
        ExactRatio percent = ExactRatio.percent(measure.direction().improvement(before, after), before);
        return new RelativeChange(measure, null, before, after, Derived.of(percent), grade(percent), "");
    }

    private RelativeChange fromZero(CoreSetMeasure measure, BigDecimal before, BigDecimal after) {
        if (rule.zeroBaseline() == ZeroBaseline.SMALLEST_STEP) {
            BigDecimal step = rule.scales().step(measure);
            // The step stands in for the baseline in both places: 0 to 0 is an improvement of nothing, not of one step.
            BigDecimal improvement =
                    after.signum() == 0 ? BigDecimal.ZERO : measure.direction().improvement(step, after);
            ExactRatio percent = ExactRatio.percent(improvement, step);
            return new RelativeChange(
                    measure,
                    null,
                    before,
                    after,
                    Derived.of(percent),
                    grade(percent),
                    "baseline 0 counted as " + step.toPlainString());
        }
        boolean worse = rule.zeroBaseline() == ZeroBaseline.WORSE_ABOVE_NOISE
                && measure != CoreSetMeasure.MANUAL_MUSCLE_TESTING
                && after.signum() > 0
                && after.compareTo(noise(measure)) >= 0;
        return new RelativeChange(
                measure,
                null,
                before,
                after,
                Derived.missing(measure.label() + " was 0 at baseline: no relative change"),
                worse ? State.WORSE : State.NEITHER,
                worse ? "rose from 0 to at least " + noise(measure).toPlainString() : "baseline 0 cannot improve");
    }

    private BigDecimal noise(CoreSetMeasure measure) {
        return measure == CoreSetMeasure.HEALTH_ASSESSMENT
                ? rule.healthAssessmentNoise()
                : rule.scales().analogueScale().fromCentimetres(rule.analogueNoise());
    }

    private RelativeChange enzyme(Optional<EnzymeChoice> choice, CoreSetMeasures followUp) {
        if (choice.isEmpty()) {
            String reason = "no muscle enzyme at baseline";
            return new RelativeChange(
                    CoreSetMeasure.MUSCLE_ENZYME,
                    null,
                    null,
                    null,
                    Derived.missing(reason),
                    State.NOT_OBSERVED,
                    reason);
        }
        MuscleEnzyme enzyme = choice.get().enzyme();
        EnzymeLevel before = choice.get().baseline();
        EnzymeLevel after = followUp.enzymes().get(enzyme);
        if (after == null) {
            String reason = enzyme.label() + " missing at follow-up";
            return new RelativeChange(
                    CoreSetMeasure.MUSCLE_ENZYME,
                    enzyme,
                    before.value(),
                    null,
                    Derived.missing(reason),
                    State.NOT_OBSERVED,
                    reason);
        }
        Derived<ExactRatio> percent;
        State state;
        String note = "";
        if (before.value().signum() == 0) {
            percent = Derived.missing(enzyme.label() + " was 0 at baseline: no relative change");
            state = rule.zeroBaseline() == ZeroBaseline.WORSE_ABOVE_NOISE && !after.isNormal()
                    ? State.WORSE
                    : State.NEITHER;
        } else {
            ExactRatio improvement = before.foldOfLimit()
                    .minus(after.foldOfLimit())
                    .dividedBy(before.foldOfLimit())
                    .times(ExactRatio.of(BigDecimal.valueOf(100)));
            percent = Derived.of(improvement);
            state = grade(improvement);
        }
        if (state == State.WORSE && rule.enzymeGuard() == EnzymeGuard.NORMAL_IS_NEVER_WORSE && after.isNormal()) {
            state = State.NEITHER;
            note = "within normal limits, so not worse";
        }
        return new RelativeChange(
                CoreSetMeasure.MUSCLE_ENZYME, enzyme, before.value(), after.value(), percent, state, note);
    }

    private State grade(ExactRatio improvement) {
        if (improvement.isAtLeast(rule.improvedPercent())) {
            return State.IMPROVED;
        }
        return improvement.isAtMost(rule.worsePercent().negate()) ? State.WORSE : State.NEITHER;
    }
}
