package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;

/**
 * The decisions of a plan on the IMACS definition of improvement.
 *
 * @param scales how the core set was recorded
 * @param improvedPercent from which relative improvement (inclusive) a measure is improved
 * @param improvedMeasures how many measures must be improved
 * @param worsePercent from which relative worsening (inclusive) a measure is worse
 * @param worseMeasuresAllowed how many measures may be worse; manual muscle testing never
 * @param zeroBaseline how a baseline of 0 is judged
 * @param analogueNoise the smallest rise from 0 on a visual analogue scale that counts as worse, in centimetres
 * @param healthAssessmentNoise the smallest rise of the HAQ-DI from 0 that counts as worse
 * @param enzymeGuard whether a normal enzyme may be worse
 * @param observedMeasures how many of the six must be observed, manual muscle testing among them
 */
public record DoiRule(
        CoreSetScales scales,
        BigDecimal improvedPercent,
        int improvedMeasures,
        BigDecimal worsePercent,
        int worseMeasuresAllowed,
        ZeroBaseline zeroBaseline,
        BigDecimal analogueNoise,
        BigDecimal healthAssessmentNoise,
        EnzymeGuard enzymeGuard,
        int observedMeasures) {

    /** Where the definition comes from. */
    public static final String SOURCE =
            "IMACS preliminary definition of improvement: Rider et al., Arthritis Rheum" + " 2004;50:2281-90";

    /** At least 3 of 6 improved by 20 %, no more than 2 worse by 25 %, never MMT; at least 4 of 6 and MMT observed. */
    public static final DoiRule IMACS = new DoiRule(
            CoreSetScales.STANDARD,
            BigDecimal.valueOf(20),
            3,
            BigDecimal.valueOf(25),
            2,
            ZeroBaseline.WORSE_ABOVE_NOISE,
            new BigDecimal("0.5"),
            new BigDecimal("0.125"),
            EnzymeGuard.NORMAL_IS_NEVER_WORSE,
            4);

    public DoiRule {
        if (improvedPercent.signum() <= 0 || worsePercent.signum() <= 0) {
            throw new IllegalArgumentException("improvement and worsening are percentages above 0: found "
                    + improvedPercent.toPlainString() + " and " + worsePercent.toPlainString());
        }
        if (improvedMeasures < 1 || improvedMeasures > 6 || worseMeasuresAllowed < 0 || worseMeasuresAllowed > 6) {
            throw new IllegalArgumentException(
                    "numbers of measures lie in 0 to 6: found " + improvedMeasures + " and " + worseMeasuresAllowed);
        }
        if (observedMeasures < 1 || observedMeasures > 6) {
            throw new IllegalArgumentException("observed measures lie in 1 to 6: found " + observedMeasures);
        }
    }

    /**
     * The same rule with other scales.
     *
     * @param other the scales
     * @return a changed copy
     */
    public DoiRule with(CoreSetScales other) {
        return new DoiRule(
                other,
                improvedPercent,
                improvedMeasures,
                worsePercent,
                worseMeasuresAllowed,
                zeroBaseline,
                analogueNoise,
                healthAssessmentNoise,
                enzymeGuard,
                observedMeasures);
    }

    /**
     * The same rule with another policy for a baseline of 0.
     *
     * @param other the policy
     * @return a changed copy
     */
    public DoiRule with(ZeroBaseline other) {
        return new DoiRule(
                scales,
                improvedPercent,
                improvedMeasures,
                worsePercent,
                worseMeasuresAllowed,
                other,
                analogueNoise,
                healthAssessmentNoise,
                enzymeGuard,
                observedMeasures);
    }

    /**
     * The same rule with another guard for the enzyme.
     *
     * @param other the guard
     * @return a changed copy
     */
    public DoiRule with(EnzymeGuard other) {
        return new DoiRule(
                scales,
                improvedPercent,
                improvedMeasures,
                worsePercent,
                worseMeasuresAllowed,
                zeroBaseline,
                analogueNoise,
                healthAssessmentNoise,
                other,
                observedMeasures);
    }

    /**
     * Judges one patient at one visit.
     *
     * @param baseline the last values before the first dose
     * @param followUp the visit's values
     * @return the explained decision
     * @throws IllegalArgumentException when a value lies outside its range
     */
    public DefinitionOfImprovement judge(CoreSetMeasures baseline, CoreSetMeasures followUp) {
        return DefinitionOfImprovement.of(baseline, followUp, this);
    }
}
