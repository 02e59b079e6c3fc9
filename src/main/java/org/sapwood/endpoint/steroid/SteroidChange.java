package org.sapwood.endpoint.steroid;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;

/**
 * Mean daily prednisone-equivalent doses of one patient before treatment and before a visit.
 *
 * @param baseline mg/day before the first dose of treatment
 * @param visit mg/day before the visit
 */
public record SteroidChange(Derived<ExactRatio> baseline, Derived<ExactRatio> visit) {

    /**
     * From a diary.
     *
     * @param diary the patient's doses
     * @param firstTreatmentDay day of the first dose of treatment, usually 1
     * @param visitDay day of the visit
     * @param windowDays days before each of the two over which the dose is averaged
     * @return the two means
     */
    public static SteroidChange of(DoseDiary diary, int firstTreatmentDay, int visitDay, int windowDays) {
        return new SteroidChange(
                diary.meanBefore(firstTreatmentDay, windowDays), diary.meanBefore(visitDay, windowDays));
    }

    /** {@return visit minus baseline in mg/day; negative when spared} */
    public Derived<ExactRatio> absolute() {
        return baseline.then(before -> visit.map(after -> after.minus(before)));
    }

    /** {@return percent change from baseline, negative when spared; missing without glucocorticoid at baseline} */
    public Derived<ExactRatio> percent() {
        return baseline.then(before -> before.signum() == 0
                ? Derived.missing("no glucocorticoid at baseline: no percent change")
                : visit.map(
                        after -> after.minus(before).dividedBy(before).times(ExactRatio.of(BigDecimal.valueOf(100)))));
    }

    /**
     * Whether the dose fell by at least so many percent.
     *
     * @param percent inclusive
     * @return the decision; unknown without glucocorticoid at baseline
     */
    public Judgement reducedByPercent(BigDecimal percent) {
        return judge(
                percent(),
                change -> change.isAtMost(percent.negate()),
                "changed by %s %%, -" + percent.toPlainString() + " % needed");
    }

    /**
     * Whether the dose fell by at least so many mg/day.
     *
     * @param milligrams inclusive
     * @return the decision
     */
    public Judgement reducedBy(BigDecimal milligrams) {
        return judge(
                absolute(),
                change -> change.isAtMost(milligrams.negate()),
                "changed by %s mg/day, -" + milligrams.toPlainString() + " mg/day needed");
    }

    /**
     * Whether the dose is at most so many mg/day, whatever it was before.
     *
     * @param milligrams inclusive
     * @return the decision
     */
    public Judgement atMost(BigDecimal milligrams) {
        return judge(
                visit,
                dose -> dose.isAtMost(milligrams),
                "%s mg/day, limit at most " + milligrams.toPlainString() + " mg/day");
    }

    /**
     * The convention of lupus trials: among patients above the target at baseline, a fall by a percentage to the target.
     *
     * @param percent inclusive, usually 25
     * @param target mg/day, inclusive, usually 7.5
     * @return the decision; unknown for patients who were not above the target
     */
    public Judgement reducedByPercentToAtMost(BigDecimal percent, BigDecimal target) {
        if (baseline.isKnown() && baseline.orElseThrow().isAtMost(target)) {
            return Judgement.unknown("baseline dose " + baseline.orElseThrow().toText(2) + " mg/day is not above "
                    + target.toPlainString());
        }
        return Judgement.allOf(List.of(reducedByPercent(percent), atMost(target)), Judgement.Parts.ALL_MUST_BE_KNOWN);
    }

    /**
     * The visit's dose per body weight.
     *
     * @param kilograms above 0
     * @return mg/kg/day
     */
    public Derived<ExactRatio> visitPerKilogram(BigDecimal kilograms) {
        if (kilograms.signum() <= 0) {
            throw new IllegalArgumentException("a body weight is above 0 kg, found " + kilograms.toPlainString());
        }
        return visit.map(dose -> dose.dividedBy(ExactRatio.of(kilograms)));
    }

    private static Judgement judge(Derived<ExactRatio> value, Predicate<ExactRatio> rule, String sentence) {
        return value instanceof Derived.Known<ExactRatio> known
                ? Judgement.of(
                        rule.test(known.value()),
                        sentence.replace("%s", known.value().toText(2)).replace("%%", "%"))
                : Judgement.unknown(value.reasonMissing());
    }
}
