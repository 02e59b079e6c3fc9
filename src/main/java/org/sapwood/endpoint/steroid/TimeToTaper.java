package org.sapwood.endpoint.steroid;

import java.math.BigDecimal;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.response.FirstTime;

/**
 * The first day from which the daily dose stays at or below a target for a number of days in a row.
 *
 * @param target mg prednisone per day, inclusive
 * @param heldDays how many days in a row, at least 1
 */
public record TimeToTaper(BigDecimal target, int heldDays) {
    public TimeToTaper {
        if (target.signum() < 0 || heldDays < 1) {
            throw new IllegalArgumentException("expected a target of at least 0 mg held for at least 1 day, found "
                    + target.toPlainString() + " mg for " + heldDays + " days");
        }
    }

    /**
     * Finds the day.
     *
     * @param diary the patient's doses
     * @param firstDay where the search starts, usually day 1
     * @param lastDay last day of observation
     * @return the first day of the run; otherwise censored at the last day of observation, or at the day before the first
     *     unknown dose
     */
    public FirstTime in(DoseDiary diary, int firstDay, int lastDay) {
        int held = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            Derived<ExactRatio> dose = diary.dailyDose(day);
            if (!dose.isKnown()) {
                return new FirstTime(day - 1, FirstTime.Status.CENSORED, dose.reasonMissing());
            }
            held = dose.orElseThrow().isAtMost(target) ? held + 1 : 0;
            if (held == heldDays) {
                int start = day - heldDays + 1;
                return new FirstTime(
                        start,
                        FirstTime.Status.EVENT,
                        "at most " + target.toPlainString() + " mg/day from day " + start + " for " + heldDays
                                + " days");
            }
        }
        return new FirstTime(
                lastDay,
                FirstTime.Status.CENSORED,
                "not at most " + target.toPlainString() + " mg/day for " + heldDays + " days up to day " + lastDay);
    }
}
