package org.sapwood.synthetic.myositis;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Demography;
import org.sapwood.synthetic.chart.Demography.Ages;
import org.sapwood.synthetic.chart.Demography.Size;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SteroidDiary;

/** Invents screened persons: demography, disease, background therapy and reasons for not being eligible. */
final class Screening {
    static final String TRANSAMINASES = "ALT OR AST ABOVE 3 TIMES ULN";
    static final String NOT_ACTIVE = "DISEASE NOT ACTIVE ENOUGH";
    static final String STEROID = "GLUCOCORTICOID ABOVE 0.5 MG/KG/DAY";
    static final String INFECTION = "SERIOUS INFECTION WITHIN 2 MONTHS";
    static final String ANTIBODY = "MONOCLONAL ANTIBODY WITHIN 6 MONTHS";
    static final String CONSENT = "CONSENT WITHDRAWN";

    private static final Demography DEMOGRAPHY =
            new Demography(0.3, new Size(171, 68), new Size(160, 57), 41, new Ages(18, 75, 48, 13));
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 21);

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
                        List.of(TRANSAMINASES, NOT_ACTIVE, STEROID, INFECTION, ANTIBODY, CONSENT), 3, 3, 2, 1.5, 1, 1.5)
                : "";
        LocalDate date = FIRST.plusDays((long) (number * 7.5) + screening.whole(0, 6));

        Draws draws = Draws.of(seed, number, Draws.Stream.BASELINE);
        Demography.Body body = DEMOGRAPHY.draw(draws);
        String id = trial + "-01-" + String.format(Locale.ROOT, "%03d", number);
        Person person = body.person(number, id, date, failure);

        boolean skinAffected = draws.happens(0.7);
        double severity = draws.normal();
        boolean inactive = failure.equals(NOT_ACTIVE);
        double physician = bounded(5.2 + 1.2 * severity + draws.normal(0, 0.7), 2.5, 9.5);
        double least = skinAffected ? 3 : 22;
        double weakness = inactive ? draws.uniform(0, 5) : bounded(30 + 14 * severity + draws.normal(0, 8), least, 75);
        double skin = inactive ? draws.uniform(0, 2.5) : Math.max(6, draws.logNormal(13, 0.5) + 2 * severity);
        Map<MuscleEnzyme, Double> enzymes = enzymes(draws, severity, failure.equals(TRANSAMINASES));
        double perKilogram = failure.equals(STEROID) ? draws.uniform(0.55, 0.9) : draws.uniform(0.12, 0.48);
        return new Patient(
                person,
                skinAffected,
                draws.weighted(List.of("MDA5", "MI-2", "TIF1-GAMMA", "JO-1", "SRP", "NEGATIVE"), 2, 2, 2, 3, 1, 5),
                draws.happens(0.35),
                draws.logNormal(1.8, 0.9),
                draws.happens(0.45),
                draws.happens(0.6),
                physician,
                bounded(physician + draws.normal(0.3, 1.2), 2.2, 9.8),
                weakness,
                bounded(0.25 + weakness / 38 + draws.normal(0, 0.25), 0.25, 2.8),
                bounded((skinAffected ? 3.4 : 1.8) + 0.8 * severity + draws.normal(0, 0.7), 0.6, 9),
                skin,
                skinAffected ? draws.logNormal(2, 0.8) : 0,
                enzymes,
                !draws.happens(0.15),
                SteroidDiary.tablets(perKilogram * body.weight(), RoundingMode.DOWN),
                25 * (int) Math.round(body.weight() * draws.uniform(2.2, 3.6) / 25));
    }

    /** Multiples of the upper limits; transaminases above 3 are excluded by the protocol, which cuts the most active off. */
    private static Map<MuscleEnzyme, Double> enzymes(Draws draws, double severity, boolean tooHigh) {
        double damage = 0.7 + 0.4 * severity + draws.normal(0, 0.4);
        Map<MuscleEnzyme, Double> multiples = new EnumMap<>(MuscleEnzyme.class);
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            double multiple = switch (enzyme) {
                case CK -> Math.max(0.4, 1.2 * StrictMath.exp(0.9 * damage + draws.normal(0, 0.3)));
                case ALDOLASE -> Math.max(0.5, 0.9 * StrictMath.exp(0.5 * damage + draws.normal(0, 0.2)));
                case LDH -> Math.max(0.5, 0.9 * StrictMath.exp(0.3 * damage + draws.normal(0, 0.2)));
                case AST, ALT -> {
                    double usual = 0.8 * StrictMath.exp(0.5 * damage + draws.normal(0, 0.2));
                    yield tooHigh ? 3.2 + usual : bounded(usual, 0.3, 2.7);
                }
            };
            multiples.put(enzyme, multiple);
        }
        return multiples;
    }

    private static double bounded(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
