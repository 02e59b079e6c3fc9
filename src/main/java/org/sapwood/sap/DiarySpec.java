package org.sapwood.sap;

import java.util.Map;

/**
 * A diary of glucocorticoids: one record per drug, daily dose and run of days.
 *
 * @param dataset where
 * @param where which records
 * @param drug the variable with the drug
 * @param drugs the glucocorticoid for each recorded drug that is not written as one; may be empty
 * @param route the variable with the route
 * @param routes the route for each recorded route that is not written as one; may be empty
 * @param dose the variable with the dose in mg of the drug per day
 * @param start the variable with the first study day
 * @param end the variable with the last study day
 * @param longestGap over how many days without a record the last dose is carried
 * @param pulses whether pulses count towards the daily dose
 */
public record DiarySpec(
        String dataset,
        Condition where,
        String drug,
        Map<String, String> drugs,
        String route,
        Map<String, String> routes,
        String dose,
        String start,
        String end,
        int longestGap,
        Pulses pulses) {

    /** Whether pulses count towards the daily dose. */
    public enum Pulses {
        SEPARATE,
        INCLUDED
    }
}
