package org.sapwood.synthetic.myositis;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.Person;

/**
 * A screened person with inflammatory myopathy, before treatment.
 *
 * @param person who
 * @param isDermatomyositis whether the skin is affected; otherwise polymyositis
 * @param antibody the myositis-specific antibody
 * @param hasLungDisease whether there is interstitial lung disease
 * @param durationYears years since diagnosis
 * @param isNewOnset whether the disease is new; otherwise it recurred
 * @param hydroxychloroquineFailed whether three months of hydroxychloroquine had failed
 * @param physician the physician's global activity, cm
 * @param patient the patient's global activity, cm
 * @param weakness what is missing of the 150 points of muscle strength
 * @param disability the health assessment index
 * @param extramuscular the extramuscular global activity, cm
 * @param skin the CDASI activity
 * @param skinDamage the CDASI damage
 * @param enzymes the enzymes at baseline as multiples of their upper limits
 * @param hasAldolase whether aldolase is measured
 * @param steroid prednisone-equivalent mg per day
 * @param ciclosporin mg per day
 */
record Patient(
        Person person,
        boolean isDermatomyositis,
        String antibody,
        boolean hasLungDisease,
        double durationYears,
        boolean isNewOnset,
        boolean hydroxychloroquineFailed,
        double physician,
        double patient,
        double weakness,
        double disability,
        double extramuscular,
        double skin,
        double skinDamage,
        Map<MuscleEnzyme, Double> enzymes,
        boolean hasAldolase,
        BigDecimal steroid,
        int ciclosporin) {

    /** The multiple of its upper limit that an enzyme has at baseline. */
    double multiple(MuscleEnzyme enzyme) {
        return Objects.requireNonNull(enzymes.get(enzyme));
    }

    boolean isMale() {
        return person.sex().equals("M");
    }
}
