package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;

/**
 * The 2016 ACR/EULAR total improvement score of one patient at one visit: the sum of {@link TisPoints} over the six core
 * set measures, 0 (no improvement) to 100. Each measure is graded by its absolute percent improvement, 100 &times;
 * improvement / range: the denominator is the instrument's range and not the baseline. Worsening scores 0.
 *
 * <p>For the enzyme, improvement is the fall in folds of the upper limit of normal and the range its multiple, so that a
 * change of laboratory does not look like a change of the patient; with one laboratory this is the plain difference.
 *
 * @param components the six contributions in the order of {@link CoreSetMeasure}
 * @param score the sum, a lower bound if a component that is not required is missing; missing if a required one is
 * @param category the grade of the score
 * @param lowerBound the sum with missing components at 0
 * @param upperBound the sum with missing components at full points
 * @param attainable the highest score possible from this baseline
 * @param flags what a reader of the score must know
 */
public record TotalImprovementScore(
        List<TisComponent> components,
        Derived<BigDecimal> score,
        Derived<TisCategory> category,
        BigDecimal lowerBound,
        BigDecimal upperBound,
        BigDecimal attainable,
        Set<Flag> flags) {

    /** What a reader of the score must know. */
    public enum Flag {
        /** A component is missing, so that the score is a lower bound. */
        COMPONENT_MISSING,
        /** The grade would differ if the missing components had full points. */
        CATEGORY_DEPENDS_ON_MISSING,
        /** Major improvement cannot be reached from this baseline. */
        MAJOR_NOT_ATTAINABLE,
        /** Two enzymes were equally abnormal at baseline. */
        ENZYME_TIED,
        /** The laboratory's upper limit of normal changed; the enzyme is compared in folds of the limit. */
        LIMIT_OF_NORMAL_CHANGED
    }

    public TotalImprovementScore {
        components = List.copyOf(components);
        EnumSet<Flag> ordered = EnumSet.noneOf(Flag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    /**
     * Whether the grade is at least another.
     *
     * @param grade the grade asked for, for example {@code MINIMAL}
     * @return yes, no, or why the score is missing
     */
    public Derived<Boolean> isAtLeast(TisCategory grade) {
        return category.map(c -> c.isAtLeast(grade));
    }

    /**
     * One component.
     *
     * @param measure which
     * @return its contribution
     */
    public TisComponent component(CoreSetMeasure measure) {
        return components.stream()
                .filter(component -> component.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    static TotalImprovementScore of(CoreSetMeasures baseline, CoreSetMeasures followUp, TisRule rule) {
        rule.scales().check(baseline);
        rule.scales().check(followUp);
        Optional<EnzymeChoice> choice = EnzymeChoice.at(baseline, rule.scales());
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        List<TisComponent> components = new ArrayList<>();
        for (CoreSetMeasure measure : CoreSetMeasure.values()) {
            components.add(
                    measure == CoreSetMeasure.MUSCLE_ENZYME
                            ? enzyme(choice, followUp, rule.scales(), flags)
                            : bounded(measure, baseline, followUp, rule.scales()));
        }
        BigDecimal lower = BigDecimal.ZERO;
        BigDecimal upper = BigDecimal.ZERO;
        BigDecimal attainable = BigDecimal.ZERO;
        List<String> absent = new ArrayList<>();
        for (TisComponent component : components) {
            lower = lower.add(component.points());
            attainable = attainable.add(component.attainable());
            if (component.isObserved()) {
                upper = upper.add(component.points());
            } else {
                upper = upper.add(TisPoints.of(component.measure()).maximum());
                flags.add(Flag.COMPONENT_MISSING);
                if (rule.required().contains(component.measure())) {
                    absent.add(component.percent().reasonMissing());
                }
            }
        }
        if (rule.thresholds().categoryOf(lower) != rule.thresholds().categoryOf(upper)) {
            flags.add(Flag.CATEGORY_DEPENDS_ON_MISSING);
        }
        if (rule.thresholds().categoryOf(attainable) != TisCategory.MAJOR) {
            flags.add(Flag.MAJOR_NOT_ATTAINABLE);
        }
        Derived<BigDecimal> score = absent.isEmpty()
                ? Derived.of(lower)
                : Derived.missing("no total improvement score: " + String.join("; ", absent));
        return new TotalImprovementScore(
                components, score, score.map(rule.thresholds()::categoryOf), lower, upper, attainable, flags);
    }

    private static TisComponent bounded(
            CoreSetMeasure measure, CoreSetMeasures baseline, CoreSetMeasures followUp, CoreSetScales scales) {
        BigDecimal before = baseline.value(measure);
        BigDecimal after = followUp.value(measure);
        BigDecimal range = scales.range(measure);
        TisPoints.Bands bands = TisPoints.of(measure);
        Derived<ExactRatio> percent;
        if (before == null || after == null) {
            percent = Derived.missing(measure.label() + missingAt(before, after));
        } else {
            percent = Derived.of(ExactRatio.percent(measure.direction().improvement(before, after), range));
        }
        BigDecimal attainable = BigDecimal.ZERO;
        if (before != null) {
            BigDecimal perfect = switch (measure.direction()) {
                case HIGHER_IS_BETTER -> range;
                case LOWER_IS_BETTER -> BigDecimal.ZERO;
            };
            attainable = bands.pointsOf(ExactRatio.percent(measure.direction().improvement(before, perfect), range));
        }
        return new TisComponent(measure, null, before, after, range, percent, points(bands, percent), attainable);
    }

    private static TisComponent enzyme(
            Optional<EnzymeChoice> choice, CoreSetMeasures followUp, CoreSetScales scales, Set<Flag> flags) {
        TisPoints.Bands bands = TisPoints.of(CoreSetMeasure.MUSCLE_ENZYME);
        if (choice.isEmpty()) {
            return new TisComponent(
                    CoreSetMeasure.MUSCLE_ENZYME,
                    null,
                    null,
                    null,
                    null,
                    Derived.missing("no muscle enzyme at baseline"),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO);
        }
        EnzymeChoice chosen = choice.get();
        if (chosen.tied()) {
            flags.add(Flag.ENZYME_TIED);
        }
        EnzymeLevel before = chosen.baseline();
        BigDecimal multiple = scales.multiple(chosen.enzyme());
        EnzymeLevel after = followUp.enzymes().get(chosen.enzyme());
        Derived<ExactRatio> percent;
        if (after == null) {
            percent = Derived.missing(chosen.enzyme().label() + " missing at follow-up");
        } else {
            if (after.upperLimitOfNormal().compareTo(before.upperLimitOfNormal()) != 0) {
                flags.add(Flag.LIMIT_OF_NORMAL_CHANGED);
            }
            percent = Derived.of(percentOfRange(before.foldOfLimit().minus(after.foldOfLimit()), multiple));
        }
        return new TisComponent(
                CoreSetMeasure.MUSCLE_ENZYME,
                chosen.enzyme(),
                before.value(),
                after == null ? null : after.value(),
                multiple.multiply(before.upperLimitOfNormal()),
                percent,
                points(bands, percent),
                bands.pointsOf(percentOfRange(before.foldOfLimit(), multiple)));
    }

    private static ExactRatio percentOfRange(ExactRatio folds, BigDecimal multiple) {
        return folds.times(ExactRatio.percent(BigDecimal.ONE, multiple));
    }

    private static BigDecimal points(TisPoints.Bands bands, Derived<ExactRatio> percent) {
        return percent.map(bands::pointsOf).orElse(BigDecimal.ZERO);
    }

    private static String missingAt(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before != null) {
            return " missing at follow-up";
        }
        return after == null ? " missing at baseline and follow-up" : " missing at baseline";
    }
}
