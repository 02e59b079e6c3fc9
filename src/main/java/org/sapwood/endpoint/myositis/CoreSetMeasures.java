package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The core set of one patient at one visit. Each measure may be missing (null, or absent from the enzymes). Ranges are
 * checked by the scales of the rule that uses the values, because centimetres and millimetres look alike.
 *
 * @param physicianGlobal physician global disease activity, visual analogue scale
 * @param patientGlobal patient (parent) global disease activity, visual analogue scale
 * @param manualMuscleTesting manual muscle testing sum
 * @param healthAssessment HAQ-DI, 0 to 3
 * @param enzymes muscle enzymes measured
 * @param extramuscularGlobal extramuscular global disease activity, visual analogue scale
 */
public record CoreSetMeasures(
        @Nullable BigDecimal physicianGlobal,
        @Nullable BigDecimal patientGlobal,
        @Nullable BigDecimal manualMuscleTesting,
        @Nullable BigDecimal healthAssessment,
        Map<MuscleEnzyme, EnzymeLevel> enzymes,
        @Nullable BigDecimal extramuscularGlobal) {

    /** Nothing measured. */
    public static final CoreSetMeasures NONE = new CoreSetMeasures(null, null, null, null, Map.of(), null);

    /** Copies the enzymes into the reporting order. */
    public CoreSetMeasures {
        EnumMap<MuscleEnzyme, EnzymeLevel> ordered = new EnumMap<>(MuscleEnzyme.class);
        ordered.putAll(enzymes);
        enzymes = Collections.unmodifiableMap(ordered);
    }

    /**
     * The same visit with one measure replaced; enzymes have their own {@link #with(MuscleEnzyme, EnzymeLevel)}.
     *
     * @param measure any but the muscle enzyme
     * @param value the new value, or null for missing
     * @return a changed copy
     */
    public CoreSetMeasures with(CoreSetMeasure measure, @Nullable BigDecimal value) {
        return switch (measure) {
            case PHYSICIAN_GLOBAL ->
                new CoreSetMeasures(
                        value, patientGlobal, manualMuscleTesting, healthAssessment, enzymes, extramuscularGlobal);
            case PATIENT_GLOBAL ->
                new CoreSetMeasures(
                        physicianGlobal, value, manualMuscleTesting, healthAssessment, enzymes, extramuscularGlobal);
            case MANUAL_MUSCLE_TESTING ->
                new CoreSetMeasures(
                        physicianGlobal, patientGlobal, value, healthAssessment, enzymes, extramuscularGlobal);
            case HEALTH_ASSESSMENT ->
                new CoreSetMeasures(
                        physicianGlobal, patientGlobal, manualMuscleTesting, value, enzymes, extramuscularGlobal);
            case EXTRAMUSCULAR_GLOBAL ->
                new CoreSetMeasures(
                        physicianGlobal, patientGlobal, manualMuscleTesting, healthAssessment, enzymes, value);
            case MUSCLE_ENZYME ->
                throw new IllegalArgumentException("an enzyme level needs its enzyme and its upper limit of normal");
        };
    }

    /**
     * The same visit with one enzyme replaced.
     *
     * @param enzyme which
     * @param level the new level, or null for missing
     * @return a changed copy
     */
    public CoreSetMeasures with(MuscleEnzyme enzyme, @Nullable EnzymeLevel level) {
        Map<MuscleEnzyme, EnzymeLevel> changed = new EnumMap<>(MuscleEnzyme.class);
        changed.putAll(enzymes);
        if (level == null) {
            changed.remove(enzyme);
        } else {
            changed.put(enzyme, level);
        }
        return new CoreSetMeasures(
                physicianGlobal, patientGlobal, manualMuscleTesting, healthAssessment, changed, extramuscularGlobal);
    }

    /**
     * A measure other than the enzyme.
     *
     * @param measure any but the muscle enzyme
     * @return its value, or null when missing
     */
    public @Nullable BigDecimal value(CoreSetMeasure measure) {
        return switch (measure) {
            case PHYSICIAN_GLOBAL -> physicianGlobal;
            case PATIENT_GLOBAL -> patientGlobal;
            case MANUAL_MUSCLE_TESTING -> manualMuscleTesting;
            case HEALTH_ASSESSMENT -> healthAssessment;
            case EXTRAMUSCULAR_GLOBAL -> extramuscularGlobal;
            case MUSCLE_ENZYME -> throw new IllegalArgumentException("which enzyme? use enzymes()");
        };
    }
}
