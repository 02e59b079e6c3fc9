package org.sapwood.synthetic.polymyalgia;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Demography;
import org.sapwood.synthetic.chart.Demography.Ages;
import org.sapwood.synthetic.chart.Demography.Size;
import org.sapwood.synthetic.chart.Person;

/** Invents screened persons: demography, disease, background therapy and reasons for not being eligible. */
final class Screening {
    static final String STEROID = "GLUCOCORTICOID ABOVE 10 MG/DAY";
    static final String ARTERITIS = "GIANT CELL ARTERITIS";
    static final String ANTIBODY = "MONOCLONAL ANTIBODY WITHIN 6 MONTHS";
    static final String NSAID = "NSAID CHANGED WITHIN 4 WEEKS";
    static final String MALIGNANCY = "MALIGNANCY WITHIN 5 YEARS";
    static final String CONSENT = "CONSENT WITHDRAWN";

    private static final Demography DEMOGRAPHY =
            new Demography(0.35, new Size(169, 68), new Size(157, 59), 42, new Ages(50, 86, 69, 7));
    private static final LocalDate FIRST = LocalDate.of(2019, 10, 8);

    private final String trial;
    private final long seed;

    Screening(String trial, long seed) {
        this.trial = trial;
        this.seed = seed;
    }

    Patient patient(int number) {
        Draws screening = Draws.of(seed, number, Draws.Stream.SCREENING);
        String failure = screening.happens(0.28)
                ? screening.weighted(
                        List.of(STEROID, ARTERITIS, ANTIBODY, NSAID, MALIGNANCY, CONSENT), 4, 2, 1, 1.5, 1, 1.5)
                : "";
        LocalDate date = FIRST.plusDays((long) (number * 11.0) + screening.whole(0, 8));

        Draws draws = Draws.of(seed, number, Draws.Stream.BASELINE);
        String id = trial + "-01-" + String.format(Locale.ROOT, "%03d", number);
        Person person = DEMOGRAPHY.draw(draws).person(number, id, date, failure);

        double severity = draws.normal();
        double physician = bounded(4.4 + 1.1 * severity + draws.normal(0, 0.6), 1.5, 9);
        double protein = draws.logNormal(16, 0.6) * StrictMath.exp(0.25 * severity);
        int half = failure.equals(STEROID) ? draws.whole(5, 8) : draws.weighted(List.of(0, 1, 2, 3, 4), 1, 2, 4, 4, 4);
        return new Patient(
                person,
                draws.logNormal(9, 0.9),
                draws.happens(0.6),
                bounded(physician + 0.5 + draws.normal(0, 0.9), 1, 9.5),
                physician,
                bounded(physician + 0.3 + draws.normal(0, 0.9), 1, 9.5),
                bounded(45 + 18 * severity + draws.normal(0, 15), 10, 150),
                bounded(1.1 + 0.5 * severity + draws.normal(0, 0.4), 0, 3),
                bounded(1.0 + 0.3 * severity + draws.normal(0, 0.3), 0.2, 2.6),
                bounded(protein, 4, 95),
                bounded(28 + 0.7 * protein + draws.normal(0, 8), 12, 110),
                BigDecimal.valueOf(half).multiply(new BigDecimal("2.5")),
                draws.weighted(List.of("METHOTREXATE", "LEFLUNOMIDE", "HYDROXYCHLOROQUINE", "NONE"), 4, 1, 2, 6));
    }

    private static double bounded(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
