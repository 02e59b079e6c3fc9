package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Short ways to write down a core set in tests. */
final class CoreSets {

    /** Not measured. */
    static final String ABSENT = ".";

    private CoreSets() {}

    /** Globals, MMT, HAQ-DI, one CK against 200 U/L, extramuscular global; "." is missing. */
    static CoreSetMeasures coreSet(
            String physician, String patient, String muscle, String health, String ck, String extramuscular) {
        return bounded(physician, patient, muscle, health, extramuscular)
                .with(MuscleEnzyme.CREATINE_KINASE, ck.equals(ABSENT) ? null : EnzymeLevel.of(ck, "200"));
    }

    static CoreSetMeasures bounded(
            String physician, String patient, String muscle, String health, String extramuscular) {
        return CoreSetMeasures.NONE
                .with(CoreSetMeasure.PHYSICIAN_GLOBAL, decimal(physician))
                .with(CoreSetMeasure.PATIENT_GLOBAL, decimal(patient))
                .with(CoreSetMeasure.MANUAL_MUSCLE_TESTING, decimal(muscle))
                .with(CoreSetMeasure.HEALTH_ASSESSMENT, decimal(health))
                .with(CoreSetMeasure.EXTRAMUSCULAR_GLOBAL, decimal(extramuscular));
    }

    static @Nullable BigDecimal decimal(String text) {
        return text.equals(ABSENT) ? null : new BigDecimal(text);
    }
}
