package org.sapwood.synthetic.dermatomyositis;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.MuscleEnzyme;

/** Invents screened persons: demography, disease and reasons for not being eligible. */
final class Screening {

    private static final LocalDate FIRST = LocalDate.of(2022, 9, 5);
    private static final double DAYS_BETWEEN = 2.2;
    private static final List<String> FAILURES = List.of(
            "DOES NOT MEET CLASSIFICATION CRITERIA",
            "DISEASE NOT ACTIVE ENOUGH",
            "GLUCOCORTICOID DOSE ABOVE LIMIT",
            "NEW IMMUNOSUPPRESSANT WITHIN 12 WEEKS",
            "ACTIVE INFECTION",
            "MALIGNANCY",
            "SEVERE ORGAN DYSFUNCTION",
            "CONSENT WITHDRAWN");

    private final String trial;
    private final long seed;

    Screening(String trial, long seed) {
        this.trial = trial;
        this.seed = seed;
    }

    Patient patient(int number) {
        Draws screening = Draws.of(seed, number, Draws.Stream.SCREENING);
        String site =
                screening.weighted(List.of("01", "02", "03", "04", "05", "06", "07", "08"), 30, 16, 14, 10, 9, 8, 7, 6);
        LocalDate screened = FIRST.plusDays((long) (number * DAYS_BETWEEN) + screening.whole(0, 2));
        String failure = screening.happens(0.25) ? screening.weighted(FAILURES, 14, 28, 12, 10, 12, 6, 6, 12) : "";

        Draws baseline = Draws.of(seed, number, Draws.Stream.BASELINE);
        boolean skin = baseline.happens(0.30);
        String antibody = baseline.weighted(
                List.of("MI-2", "TIF1-GAMMA", "NXP2", "MDA5", "SAE", "NEGATIVE"), 16, 20, 10, 18, 6, 30);
        String sex = baseline.happens(0.68) ? "F" : "M";
        boolean male = sex.equals("M");
        double weight = Math.max(40, baseline.normal(male ? 69 : 58, 9));
        double dose = Math.min(2.5 * Math.floor(0.2 * weight), 2.5 * baseline.whole(0, 11));
        Map<Measure, Double> limits = new EnumMap<>(Measure.class);
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            limits.put(Measure.valueOf(enzyme.name()), enzyme.upperLimit(male).doubleValue());
        }
        return new Patient(
                number,
                trial + "-" + site + "-" + String.format(Locale.ROOT, "%04d", number),
                site,
                (int) Math.max(18, Math.min(75, Math.round(baseline.normal(49, 12)))),
                sex,
                baseline.weighted(List.of("ASIAN", "WHITE", "OTHER"), 95, 3, 2),
                weight,
                screened,
                failure,
                baseline.logNormal(2.4, 0.9),
                antibody,
                baseline.happens(antibody.equals("MDA5") ? 0.7 : 0.2),
                baseline.weighted(
                        List.of("METHOTREXATE", "MYCOPHENOLATE MOFETIL", "AZATHIOPRINE", "CICLOSPORIN", "NONE"),
                        30,
                        22,
                        10,
                        14,
                        24),
                dose,
                truth(baseline, skin, limits),
                limits,
                !baseline.happens(0.12));
    }

    private static Map<Measure, Double> truth(Draws draws, boolean skin, Map<Measure, Double> limits) {
        double severity = draws.normal();
        Map<Measure, Double> truth = new EnumMap<>(Measure.class);
        double physician = Math.max(2.5, Math.min(9.5, 5.6 + 1.1 * severity + draws.normal(0, 0.8)));
        truth.put(Measure.PHYGLOB, physician);
        truth.put(Measure.PATGLOB, Math.max(2, Math.min(9.8, physician + draws.normal(0.2, 1.3))));
        double weakness = skin ? draws.uniform(0, 22) : Math.max(26, 44 + 13 * severity + draws.normal(0, 9));
        truth.put(Measure.MMT8, Math.max(60, 150 - weakness));
        truth.put(Measure.HAQDI, Math.max(0, Math.min(3, 0.1 + weakness / 40 + 0.2 * severity + draws.normal(0, 0.3))));
        truth.put(Measure.EMGLOB, Math.max(1, Math.min(9.5, (skin ? 4.2 : 3) + 0.9 * severity + draws.normal(0, 1))));
        truth.put(Measure.CDASIA, Math.max(5, draws.logNormal(skin ? 24 : 14, 0.45) + 3 * severity));
        truth.put(Measure.CDASID, Math.max(0, draws.logNormal(2, 0.8) - 1));
        double enzymes = (skin ? 0.0 : 0.9) + 0.35 * severity + draws.normal(0, 0.6);
        putEnzyme(truth, limits, Measure.CK, 0.75, 1.3, enzymes, draws);
        putEnzyme(truth, limits, Measure.ALDOLASE, 0.8, 0.6, enzymes, draws);
        putEnzyme(truth, limits, Measure.LDH, 0.95, 0.3, enzymes, draws);
        putEnzyme(truth, limits, Measure.AST, 0.75, 0.6, enzymes, draws);
        putEnzyme(truth, limits, Measure.ALT, 0.75, 0.6, enzymes, draws);
        return truth;
    }

    /** An enzyme at a multiple of its upper limit that grows with the common muscle damage. */
    private static void putEnzyme(
            Map<Measure, Double> truth,
            Map<Measure, Double> limits,
            Measure enzyme,
            double usual,
            double slope,
            double damage,
            Draws draws) {
        double limit = limits.getOrDefault(enzyme, 1.0);
        truth.put(enzyme, limit * usual * StrictMath.exp(slope * damage + draws.normal(0, 0.25)));
    }
}
