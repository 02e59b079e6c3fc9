package org.sapwood.endpoint.steroid;

import java.math.BigDecimal;
import org.sapwood.endpoint.ExactRatio;

/**
 * A constant daily dose over a run of days. Being without glucocorticoid is a record of 0 mg: days without any record are
 * unknown, not zero.
 *
 * @param startDay first day; days are counted without a gap, so that the day before day 1 is day 0
 * @param endDay last day, inclusive
 * @param drug which glucocorticoid
 * @param route how it was given
 * @param milligramsPerDay dose of the drug per day, at least 0
 */
public record DoseRecord(int startDay, int endDay, Glucocorticoid drug, Route route, BigDecimal milligramsPerDay) {

    /** From 250 mg methylprednisolone a day on, a dose is a pulse. */
    private static final ExactRatio PULSE =
            Glucocorticoid.METHYLPREDNISOLONE.prednisoneEquivalent(BigDecimal.valueOf(250));

    public DoseRecord {
        if (endDay < startDay) {
            throw new IllegalArgumentException("a dose ends on day " + endDay + " before it starts on day " + startDay);
        }
        if (milligramsPerDay.signum() < 0) {
            throw new IllegalArgumentException("a dose is at least 0 mg, found " + milligramsPerDay.toPlainString());
        }
    }

    /**
     * Turns a CDISC study day, which knows no day 0, into a day counted without a gap.
     *
     * @param studyDay not 0
     * @return the same day for 1, 2, ...; 0 for -1, -1 for -2, ...
     */
    public static int withoutGap(int studyDay) {
        if (studyDay == 0) {
            throw new IllegalArgumentException("there is no study day 0");
        }
        return studyDay < 0 ? studyDay + 1 : studyDay;
    }

    /** {@return mg prednisone per day} */
    public ExactRatio prednisonePerDay() {
        return drug.prednisoneEquivalent(milligramsPerDay);
    }

    /** {@return whether the daily dose reaches 250 mg methylprednisolone or its equivalent} */
    public boolean isPulse() {
        return prednisonePerDay().compareTo(PULSE) >= 0;
    }

    /**
     * Whether a day lies in the record.
     *
     * @param day a day
     * @return true between start and end, inclusive
     */
    public boolean covers(int day) {
        return startDay <= day && day <= endDay;
    }
}
