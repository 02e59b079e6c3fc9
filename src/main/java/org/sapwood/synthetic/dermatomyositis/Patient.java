package org.sapwood.synthetic.dermatomyositis;

import java.time.LocalDate;
import java.util.Map;

/**
 * A screened person before randomisation.
 *
 * @param number the screening number, from 1
 * @param id the unique subject identifier
 * @param site the site
 * @param age years at screening
 * @param sex {@code F} or {@code M}
 * @param race the race
 * @param weight kg
 * @param screened the date of screening
 * @param screenFailure the reason for not being randomised, or empty
 * @param durationYears years since diagnosis
 * @param antibody the myositis-specific antibody
 * @param hasLungDisease whether there is interstitial lung disease
 * @param immunosuppressant the background immunosuppressant
 * @param dose prednisone-equivalent mg per day
 * @param truth what each measure would show at baseline without measurement error
 * @param upperLimits the upper limits of normal of the enzymes
 * @param hasAldolase whether the site measures aldolase
 */
record Patient(
        int number,
        String id,
        String site,
        int age,
        String sex,
        String race,
        double weight,
        LocalDate screened,
        String screenFailure,
        double durationYears,
        String antibody,
        boolean hasLungDisease,
        String immunosuppressant,
        double dose,
        Map<Measure, Double> truth,
        Map<Measure, Double> upperLimits,
        boolean hasAldolase) {

    /** The stratum of the glucocorticoid dose. */
    String doseStratum() {
        return dose < 10 ? "<10 mg/day" : ">=10 mg/day";
    }

    /** The stratum of the site: the three largest, and all others. */
    String siteStratum() {
        return switch (site) {
            case "01", "02", "03" -> "SITE " + site;
            default -> "OTHER SITES";
        };
    }

    /** Whether the skin dominates: little muscle weakness. */
    boolean isSkinPredominant() {
        return truth.getOrDefault(Measure.MMT8, 0.0) > 125;
    }
}
