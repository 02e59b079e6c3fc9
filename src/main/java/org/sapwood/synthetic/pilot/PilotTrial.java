package org.sapwood.synthetic.pilot;

import static org.sapwood.synthetic.chart.SystemOrganClass.GASTROINTESTINAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.GENERAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.INFECTIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.INVESTIGATIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.NERVOUS;
import static org.sapwood.synthetic.chart.SystemOrganClass.SKIN;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.TrialGenerator;
import org.sapwood.synthetic.chart.Injections;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.PlannedEvents;
import org.sapwood.synthetic.chart.ProtocolDeviation;
import org.sapwood.synthetic.chart.SystemOrganClass;
import org.sapwood.synthetic.chart.TrialDatasets;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.chart.VisitValues;
import org.sapwood.synthetic.chart.VisitValues.Parameter;

/**
 * Invents the analysis datasets of the pilot NCT04062019: IL-2 every other day for twelve weeks in inflammatory myopathy,
 * one arm. The published results (Miao 2021, abstract) are reproduced: definition of improvement 14 of 18 and total
 * improvement score 15 of 18 at week 12, skin activity, regulatory T cells, no serious event. All else is invented.
 */
public final class PilotTrial implements TrialGenerator {
    /** The treatment as datasets name it. */
    static final String TREATMENT = "LOW-DOSE IL-2";

    private static final Parameter SKIN_ACTIVITY = new Parameter("CDASI", "CDASIA", "CDASI Activity (0-100)", "", "");
    private static final Parameter SKIN_DAMAGE = new Parameter("CDASI", "CDASID", "CDASI Damage (0-32)", "", "");

    /** Adverse events; their numbers are not published, except that none was serious. */
    private static final List<PlannedEvents.Planned> EVENTS = List.of(
            general("Injection site reaction", "INJECTION SITE REACTION", 6, 1, true),
            general("Pyrexia", "FEVER", 2, 1, true),
            general("Influenza like illness", "", 1, 1, true),
            event(INFECTIONS, "Upper respiratory tract infection", "INFECTION", 3, 1, false),
            event(INFECTIONS, "Urinary tract infection", "INFECTION", 1, 2, false),
            event(SKIN, "Rash", "RASH", 1, 1, true),
            event(SKIN, "Pruritus", "", 2, 1, false),
            event(INVESTIGATIONS, "Eosinophil count increased", "", 2, 1, true),
            event(INVESTIGATIONS, "Alanine aminotransferase increased", "LIVER FUNCTION", 1, 2, false),
            event(GASTROINTESTINAL, "Nausea", "", 1, 1, false),
            event(NERVOUS, "Headache", "", 2, 1, false));

    private static PlannedEvents.Planned event(
            SystemOrganClass system, String term, String interest, int subjects, int grade, boolean related) {
        return new PlannedEvents.Planned(system, term, interest, subjects, grade, false, related);
    }

    private static PlannedEvents.Planned general(
            String term, String interest, int subjects, int grade, boolean related) {
        return event(GENERAL, term, interest, subjects, grade, related);
    }

    @Override
    public String protocol() {
        return "NCT04062019";
    }

    @Override
    public int subjects() {
        return Recruitment.TREATED;
    }

    @Override
    public String describe() {
        return "Low-dose IL-2 in inflammatory myopathy, one arm; reproduces the abstract of Miao 2021: definition of"
                + " improvement 14 and total improvement score 15 of 18, CDASI and regulatory T cells with quartiles and"
                + " P";
    }

    @Override
    public void generate(int subjects, long seed, Path folder) throws IOException {
        if (subjects != Recruitment.TREATED) {
            throw new IllegalArgumentException("expected " + Recruitment.TREATED
                    + " subjects, for whom the published summaries hold; found " + subjects);
        }
        Recruitment recruitment = new Recruitment(protocol(), seed);
        List<Integer> failing = recruitment.failing();
        List<Patient> patients = recruitment.patients(failing);
        Published published = new Published(patients, seed);
        Subjects adsl = new Subjects(protocol());
        TrialDatasets data = TrialDatasets.of(adsl.table(), Injections.table());
        List<PlannedEvents.Treated> treated = new ArrayList<>();
        for (int i = 0; i < failing.size(); i++) {
            Person person = recruitment.person(failing.get(i), Recruitment.FAILURES.get(i));
            adsl.fail(person);
            ScreeningFacts.of(person, Draws.of(seed, person.number(), Draws.Stream.ELIGIBILITY))
                    .write(data.facts(), person);
        }
        for (int i = 0; i < patients.size(); i++) {
            Patient patient = patients.get(i);
            Person person = patient.person();
            CoreSet measures = new CoreSet(patient, seed);
            measures.write(data.values(), data.laboratory());
            skin(data.values(), patient, published.skinBefore(i), published.skinAfter(i), seed);
            new Blood(patient, seed).write(data.laboratory(), published.cells().get(i));
            data.observe(person, patient.journey(), true, seed);
            data.diary().write(person, patient.journey(), new Diary(patient, seed).runs());
            int given = Injections.write(data.doses(), person, patient.journey(), Injections.EVERY_OTHER_DAY, seed);
            ScreeningFacts.of(patient, i == 3, Draws.of(seed, person.number(), Draws.Stream.ELIGIBILITY))
                    .write(data.facts(), person);
            String deviation =
                    ProtocolDeviation.of(patient.journey(), i == 3, given, Injections.EVERY_OTHER_DAY.size());
            adsl.treat(
                    patient,
                    measures,
                    published.skinBefore(i),
                    published.cells().containsKey(i),
                    deviation);
            treated.add(new PlannedEvents.Treated(person, patient.journey(), TREATMENT));
        }
        PlannedEvents events = new PlannedEvents(Draws.of(seed, 0, Draws.Stream.ADVERSE_EVENTS));
        EVENTS.forEach(event -> events.add(event, treated));
        events.write(data.events());
        data.write(folder, readme(seed));
    }

    private static void skin(VisitValues values, Patient patient, long before, long after, long seed) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.COURSE);
        int damage = patient.isDermatomyositis() ? draws.whole(0, 4) : 0;
        for (Visit visit : patient.journey().visits()) {
            long activity = visit.week() == 0
                    ? before
                    : visit.week() == 12 ? after : Math.max(0, after + (before == 0 ? 0 : draws.whole(-2, 2)));
            if (visit.week() == 0 || visit.week() >= 12) {
                write(values, patient, visit, SKIN_ACTIVITY, activity);
                write(values, patient, visit, SKIN_DAMAGE, damage);
            }
        }
    }

    private static void write(VisitValues values, Patient patient, Visit visit, Parameter parameter, long value) {
        values.write(patient.person(), patient.journey(), visit, parameter, Optional.of(BigDecimal.valueOf(value)));
    }

    private static String readme(long seed) {
        return String.format(
                Locale.ROOT,
                """
            # SYNTHETIC DATA — no patient, no record of the trial

            Invented analysis datasets in the shape of trial NCT04062019 (IL-2 10⁶ IU every other day for 12 weeks in \
            inflammatory myopathy, one arm): 18 treated subjects and 4 screening failures. No data of any person went \
            into them. Values were drawn with seed %1$d and then moved and exchanged until the summaries below held; they \
            carry no information beyond those summaries.

            ```
            sapwood generate sap/nct04062019-iim-pilot.yaml --seed %1$d
            ```

            Published (Miao 2021, Rheumatol Ther 8:835-847, abstract) and reproduced at week 12:

            | summary | value |
            |---|---|
            | IMACS definition of improvement | 14 of 18 |
            | ACR/EULAR 2016 response, total improvement score at least 20 | 15 of 18 |
            | CDASI activity, median (quartiles) | 7 (4.5, 13) to 2 (0, 7), P < 0.001 |
            | regulatory T cells, %% of CD4, median (quartiles) | 8.97 (5.77, 9.89) to 15.2 (10.4, 17.3), P = 0.009 |
            | core set measures | all improved |
            | serious adverse events | none |

            Quartiles are weighted averages at rank (n + 1) p. The paper does not say how many pairs the test of \
            regulatory T cells had; without equal differences the exact P-value rounds to 0.009 with 12 pairs at the \
            least, so 12 patients have cytometry. Week 24, adverse events, doses, laboratory values and screening are \
            invented without a published counterpart.

            %2$s

            Day 1 is the first dose; there is no day 0. IL-2 ends on day 83, observation in week 24.
            """,
                seed,
                TrialDatasets.described("core set measure or skin score", "injection of IL-2 that was given"));
    }
}
