package org.sapwood.synthetic.chart;

import java.time.LocalDate;

/**
 * Dates of study days: day 1 is the first dose, the day before it is day -1; there is no day 0.
 *
 * @param first the date of day 1
 */
public record StudyDays(LocalDate first) {

    /** {@return the date of a study day} */
    public LocalDate date(int day) {
        return first.plusDays(day > 0 ? day - 1L : day);
    }

    /** {@return the study day so many days after the last day before day 1: 1 for 1, -1 for 0, -2 for -1} */
    public static int numbered(int daysAfterEve) {
        return daysAfterEve > 0 ? daysAfterEve : daysAfterEve - 1;
    }

    /** {@return the study day so many days after another} */
    public static int later(int day, int days) {
        return day < 0 && day + days >= 0 ? day + days + 1 : day + days;
    }
}
