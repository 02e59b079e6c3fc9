package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.Person;

/**
 * A treated patient of the pilot.
 *
 * @param person who
 * @param journey the way through the trial
 * @param isDermatomyositis whether the skin is affected; else polymyositis
 * @param response what becomes of the core set measures
 * @param antibody the myositis-specific antibody
 * @param hasLungDisease whether there is interstitial lung disease
 * @param durationYears since diagnosis
 * @param immunosuppressant the background immunosuppressant
 * @param steroid prednisone-equivalent mg per day at baseline
 * @param physician physician's global at baseline, cm
 * @param patient patient's global at baseline, cm
 * @param weakness points missing from 150 in muscle testing
 * @param disability HAQ-DI at baseline
 * @param extramuscular extramuscular global at baseline, cm
 * @param enzymes the enzymes at baseline as multiples of their upper limits
 */
record Patient(
        Person person,
        Journey journey,
        boolean isDermatomyositis,
        Response response,
        String antibody,
        boolean hasLungDisease,
        double durationYears,
        String immunosuppressant,
        BigDecimal steroid,
        double physician,
        double patient,
        double weakness,
        double disability,
        double extramuscular,
        Map<MuscleEnzyme, Double> enzymes) {

    /** What becomes of the core set measures by week 12. */
    enum Response {
        /** Improved by the definition of improvement and by the total improvement score. */
        BOTH,
        /** A total improvement score of 35, with no measure better by 20 %. */
        SCORE_ONLY,
        /** No measure better by more than a few percent. */
        NEITHER
    }

    /** The multiple of its upper limit that an enzyme has at baseline. */
    double multiple(MuscleEnzyme enzyme) {
        return Objects.requireNonNull(enzymes.get(enzyme));
    }

    boolean isMale() {
        return person.sex().equals("M");
    }
}
