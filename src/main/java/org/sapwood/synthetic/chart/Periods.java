package org.sapwood.synthetic.chart;

/**
 * The two periods of a trial as datasets name them: twelve weeks of study treatment, and what comes after.
 *
 * @param treatment the first
 * @param after the second
 */
public record Periods(String treatment, String after) {
    /** The last day of the first period, whenever the last dose is planned. */
    public static final int LAST_TREATMENT_DAY = 84;

    /** Treatment, then observation without. */
    public static final Periods FOLLOWED = new Periods("TREATMENT", "FOLLOW-UP");

    /** {@return the period of a study day; days before day 1 belong to the screening} */
    public String of(int day) {
        return day < 1 ? "SCREENING" : day <= LAST_TREATMENT_DAY ? treatment : after;
    }
}
