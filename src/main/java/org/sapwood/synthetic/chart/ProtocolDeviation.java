package org.sapwood.synthetic.chart;

/** Why a treated subject is no per-protocol subject. */
public final class ProtocolDeviation {
    private static final int WEEK = 12;
    private static final double LEAST_GIVEN = 0.8;

    private ProtocolDeviation() {}

    /**
     * The reason that counts when there are several.
     *
     * @param journey the way through the trial
     * @param breaksRule whether the subject entered although a criterion was not met
     * @param given how many doses were given
     * @param planned how many were planned; 0 in an arm without
     * @return the reason, or empty
     */
    public static String of(Journey journey, boolean breaksRule, int given, int planned) {
        if (journey.has(Intervention.Kind.PROHIBITED, 7 * WEEK + 1)) {
            return "PROHIBITED MEDICATION";
        }
        if (breaksRule) {
            return "ELIGIBILITY CRITERION NOT MET";
        }
        if (given < LEAST_GIVEN * planned) {
            return "LESS THAN 80% OF DOSES";
        }
        return journey.attended(WEEK) ? "" : "NO WEEK 12 ASSESSMENT";
    }
}
