package org.sapwood.endpoint.myositis;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The decisions of a plan on the total improvement score.
 *
 * @param scales how the core set was recorded
 * @param thresholds where the grades begin
 * @param required measures without which there is no score; any other missing measure scores 0, which makes the score a
 *     lower bound
 */
public record TisRule(CoreSetScales scales, TisThresholds thresholds, Set<CoreSetMeasure> required) {

    /** Physician global, manual muscle testing and extramuscular global. */
    public static final Set<CoreSetMeasure> USUALLY_REQUIRED = Collections.unmodifiableSet(EnumSet.of(
            CoreSetMeasure.PHYSICIAN_GLOBAL,
            CoreSetMeasure.MANUAL_MUSCLE_TESTING,
            CoreSetMeasure.EXTRAMUSCULAR_GLOBAL));

    /** No score unless all six measures are there. */
    public static final Set<CoreSetMeasure> ALL_REQUIRED =
            Collections.unmodifiableSet(EnumSet.allOf(CoreSetMeasure.class));

    /** Adults, standard scales, the usual required measures. */
    public static final TisRule ADULT = new TisRule(CoreSetScales.STANDARD, TisThresholds.ADULT, USUALLY_REQUIRED);

    /** Children, standard scales, the usual required measures. */
    public static final TisRule JUVENILE =
            new TisRule(CoreSetScales.STANDARD, TisThresholds.JUVENILE, USUALLY_REQUIRED);

    public TisRule {
        EnumSet<CoreSetMeasure> ordered = EnumSet.noneOf(CoreSetMeasure.class);
        ordered.addAll(required);
        required = Collections.unmodifiableSet(ordered);
    }

    /**
     * The same rule with other scales.
     *
     * @param other the scales
     * @return a changed copy
     */
    public TisRule with(CoreSetScales other) {
        return new TisRule(other, thresholds, required);
    }

    /**
     * Scores one patient at one visit.
     *
     * @param baseline the last values before the first dose
     * @param followUp the visit's values
     * @return the explained score
     * @throws IllegalArgumentException when a value lies outside its range
     */
    public TotalImprovementScore score(CoreSetMeasures baseline, CoreSetMeasures followUp) {
        return TotalImprovementScore.of(baseline, followUp, this);
    }
}
