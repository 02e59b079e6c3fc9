package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Demography;
import org.sapwood.synthetic.chart.Demography.Ages;
import org.sapwood.synthetic.chart.Demography.Size;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.StudyDays;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.pilot.Patient.Response;

/** Invents who is screened, who is treated, and how each treated patient fares. */
final class Recruitment {
    /** Treated patients, as published. */
    static final int TREATED = 18;

    /** Patients improved by the definition of improvement, as published. */
    private static final int IMPROVED = 14;

    /** Patients with the total improvement score but not the definition of improvement: 15 less 14, as published. */
    private static final int SCORE_ONLY = 1;

    /** How many have polymyositis; not published. */
    private static final int POLYMYOSITIS = 3;

    /** Why persons are not treated; not published. */
    static final List<String> FAILURES = List.of(
            "GLUCOCORTICOID ABOVE 0.5 MG/KG/DAY",
            "GLUCOCORTICOID CHANGED WITHIN 4 WEEKS",
            "CLASSIFICATION CRITERIA NOT MET",
            "CONSENT WITHDRAWN");

    private static final Demography DEMOGRAPHY =
            new Demography(0.3, new Size(171, 69), new Size(160, 57), 42, new Ages(19, 72, 47, 13));
    private static final LocalDate FIRST = LocalDate.of(2019, 8, 5);
    private static final int LAST_DAY = 169;
    private static final int LAST_DOSE_DAY = 83;

    private final String trial;
    private final long seed;
    private final Draws plan;

    Recruitment(String trial, long seed) {
        this.trial = trial;
        this.seed = seed;
        this.plan = Draws.of(seed, 0, Draws.Stream.SCREENING);
    }

    /** The screening numbers of those who fail, ascending, one for each reason. */
    List<Integer> failing() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 2; number <= TREATED + FAILURES.size(); number++) {
            numbers.add(number);
        }
        List<Integer> failing = new ArrayList<>(plan.shuffled(numbers).subList(0, FAILURES.size()));
        Collections.sort(failing);
        return failing;
    }

    /** The person of a screening number. */
    Person person(int number, String failure) {
        Draws draws = Draws.of(seed, number, Draws.Stream.SCREENING);
        Demography.Body body = DEMOGRAPHY.draw(draws);
        String id = trial + "-" + String.format(Locale.ROOT, "%03d", number);
        return body.person(number, id, FIRST.plusDays(9L * number + draws.whole(0, 5)), failure);
    }

    /** The treated patients in order of screening. */
    List<Patient> patients(List<Integer> failing) {
        List<Response> responses = new ArrayList<>(Collections.nCopies(IMPROVED, Response.BOTH));
        responses.addAll(Collections.nCopies(SCORE_ONLY, Response.SCORE_ONLY));
        responses.addAll(Collections.nCopies(TREATED - IMPROVED - SCORE_ONLY, Response.NEITHER));
        responses = plan.shuffled(responses);
        List<Boolean> skin = new ArrayList<>(Collections.nCopies(TREATED - POLYMYOSITIS, true));
        skin.addAll(Collections.nCopies(POLYMYOSITIS, false));
        skin = plan.shuffled(skin);
        int leaves = responses.lastIndexOf(Response.NEITHER);
        int raises = responses.indexOf(Response.NEITHER);
        List<Patient> patients = new ArrayList<>();
        for (int number = 1; patients.size() < TREATED; number++) {
            if (!failing.contains(number)) {
                int at = patients.size();
                patients.add(patient(person(number, ""), responses.get(at), skin.get(at), at == leaves, at == raises));
            }
        }
        return patients;
    }

    private Patient patient(Person person, Response response, boolean skin, boolean leaves, boolean raises) {
        Draws draws = Draws.of(seed, person.number(), Draws.Stream.BASELINE);
        boolean score = response == Response.SCORE_ONLY;
        double physician = draws.uniform(4.5, 8.5);
        double most = Math.min(25, Math.floor(0.2 * person.weight().doubleValue()) * 2.5);
        double steroid = draws.happens(0.06) ? 0 : Math.min(most, 2.5 * draws.whole(3, 10));
        double damage = draws.logNormal(3.5, 0.6);
        return new Patient(
                person,
                journey(person, response, leaves, raises),
                skin,
                response,
                skin
                        ? draws.weighted(List.of("MI-2", "TIF1-GAMMA", "NXP2", "MDA5", "NEGATIVE"), 20, 18, 10, 22, 30)
                        : draws.weighted(List.of("SRP", "HMGCR", "JO-1", "NEGATIVE"), 30, 20, 30, 20),
                draws.happens(0.35),
                draws.logNormal(2.1, 0.8),
                draws.weighted(
                        List.of("METHOTREXATE", "MYCOPHENOLATE MOFETIL", "CICLOSPORIN", "HYDROXYCHLOROQUINE", "NONE"),
                        30,
                        25,
                        15,
                        15,
                        15),
                new BigDecimal(steroid).stripTrailingZeros(),
                score ? 8 : physician,
                score ? 5 : Math.max(4, Math.min(9, physician + draws.normal(0.1, 0.8))),
                score ? 50 : draws.uniform(30, 58),
                score ? 1.25 : draws.uniform(0.9, 2.2),
                score ? 6 : draws.uniform(3, 6),
                Map.of(
                        MuscleEnzyme.CK,
                        damage,
                        MuscleEnzyme.ALDOLASE,
                        damage * 0.55 * draws.logNormal(1, 0.15),
                        MuscleEnzyme.LDH,
                        1 + 0.15 * damage * draws.logNormal(1, 0.15),
                        MuscleEnzyme.AST,
                        0.8 + 0.25 * damage * draws.logNormal(1, 0.2),
                        MuscleEnzyme.ALT,
                        0.7 + 0.25 * damage * draws.logNormal(1, 0.2)));
    }

    private Journey journey(Person person, Response response, boolean leaves, boolean raises) {
        Draws draws = Draws.of(seed, person.number(), Draws.Stream.COURSE);
        StudyDays days = new StudyDays(person.screened().plusDays(draws.whole(3, 14)));
        double gain = response == Response.BOTH ? draws.uniform(0.4, 0.72) : draws.uniform(-0.06, 0.02);
        double later = gain * draws.uniform(0.7, 1.15);
        List<Visit> visits = new ArrayList<>(List.of(
                new Visit(0, 1, 0),
                new Visit(4, 29 + draws.whole(-3, 3), 0.5 * gain),
                new Visit(8, 57 + draws.whole(-3, 3), 0.8 * gain),
                new Visit(12, 85 + draws.whole(-3, 3), gain)));
        int lastDay = leaves ? 110 + draws.whole(0, 20) : LAST_DAY + draws.whole(-5, 5);
        if (!leaves) {
            visits.add(new Visit(24, lastDay, later));
        }
        List<Intervention> events = new ArrayList<>();
        if (raises) {
            events.add(
                    new Intervention(Intervention.Kind.GC_INCREASE, 100 + draws.whole(0, 20), "WORSENING OF DISEASE"));
        }
        return new Journey(days, visits, events, LAST_DOSE_DAY, "", lastDay, leaves ? "WITHDRAWAL BY SUBJECT" : "");
    }
}
