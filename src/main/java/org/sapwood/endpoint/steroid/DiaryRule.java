package org.sapwood.endpoint.steroid;

/**
 * The decisions of a plan on a dose diary.
 *
 * @param longestGapCarried the longest run of days without a record over which the last dose is carried
 * @param pulses whether pulses count towards the daily dose
 */
public record DiaryRule(int longestGapCarried, Pulses pulses) {

    /** Gaps up to 14 days are carried; pulses are reported separately. */
    public static final DiaryRule STANDARD = new DiaryRule(14, Pulses.SEPARATE);

    /** Whether pulses count towards the daily dose. */
    public enum Pulses {
        /** Listed, but not part of the daily dose. */
        SEPARATE,
        /** Part of the daily dose. */
        INCLUDED
    }

    public DiaryRule {
        if (longestGapCarried < 0) {
            throw new IllegalArgumentException("a gap has at least 0 days, found " + longestGapCarried);
        }
    }
}
