package org.sapwood.endpoint.polymyalgia;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Judgement;
import org.sapwood.endpoint.steroid.SteroidChange;

/**
 * Low activity with little glucocorticoid, the primary endpoint of SEMAPHORE (NCT02908217): PMR-AS below 10 and either at
 * most 5 mg/day prednisone or a fall of at least 10 mg/day.
 *
 * @param scoreBelow the score must be below this
 * @param doseAtMost mg/day, inclusive
 * @param doseFall mg/day, inclusive
 */
public record SparingRemission(BigDecimal scoreBelow, BigDecimal doseAtMost, BigDecimal doseFall) {

    /** The limits of SEMAPHORE. */
    public static final SparingRemission SEMAPHORE =
            new SparingRemission(BigDecimal.TEN, BigDecimal.valueOf(5), BigDecimal.TEN);

    /**
     * Judges one visit.
     *
     * @param score PMR-AS, null when missing
     * @param steroid doses before treatment and before the visit
     * @return the explained decision
     */
    public Judgement judge(@Nullable BigDecimal score, SteroidChange steroid) {
        Judgement activity = score == null
                ? Judgement.unknown("no PMR-AS at the visit")
                : Judgement.of(
                        score.compareTo(scoreBelow) < 0,
                        "PMR-AS " + score.toPlainString() + ", below " + scoreBelow.toPlainString() + " needed");
        Judgement dose = Judgement.anyOf(
                List.of(steroid.atMost(doseAtMost), steroid.reducedBy(doseFall)), Judgement.Parts.DECIDE_WHEN_POSSIBLE);
        return Judgement.allOf(List.of(activity, dose), Judgement.Parts.DECIDE_WHEN_POSSIBLE);
    }
}
