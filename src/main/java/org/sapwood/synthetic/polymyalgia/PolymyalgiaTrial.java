package org.sapwood.synthetic.polymyalgia;

import static org.sapwood.synthetic.chart.SystemOrganClass.BLOOD;
import static org.sapwood.synthetic.chart.SystemOrganClass.GENERAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.MUSCULOSKELETAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.VASCULAR;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.TrialGenerator;
import org.sapwood.synthetic.chart.AdverseEvents;
import org.sapwood.synthetic.chart.Course;
import org.sapwood.synthetic.chart.Eligibility;
import org.sapwood.synthetic.chart.Immunology;
import org.sapwood.synthetic.chart.Injections;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.ProtocolDeviation;
import org.sapwood.synthetic.chart.ScreeningLog;
import org.sapwood.synthetic.chart.SteroidTaper;
import org.sapwood.synthetic.chart.TrialDatasets;

/**
 * Invents the analysis datasets of NCT04062006: IL-2 in polymyalgia rheumatica, a single open arm with five injections a
 * week for four weeks and one a week for eight. Results of the trial were never published: nothing is reproduced, and
 * sizes of effects are round guesses.
 */
public final class PolymyalgiaTrial implements TrialGenerator {
    static final String TREATMENT = "LOW-DOSE IL-2";

    private static final Course.Design DESIGN = new Course.Design(
            List.of(4, 8, 12, 16, 20, 24),
            12,
            82,
            List.of("TOCILIZUMAB", "METHYLPREDNISOLONE PULSE"),
            List.of("METHOTREXATE STARTED", "TOFACITINIB"));
    private static final List<Integer> IMMUNOLOGY_WEEKS = List.of(0, 4, 12, 24);
    private static final List<AdverseEvents.Term> TERMS = List.of(
            new AdverseEvents.Term(VASCULAR, "Hypertension", "", 0.08, 0.08, 0.05),
            new AdverseEvents.Term(MUSCULOSKELETAL, "Myalgia", "", 0.06, 0.08, 0.3),
            new AdverseEvents.Term(BLOOD, "Anaemia", "", 0.05, 0.04, 0.05),
            new AdverseEvents.Term(GENERAL, "Chills", "", 0.01, 0.10, 0.7));

    @Override
    public String protocol() {
        return "NCT04062006";
    }

    @Override
    public int subjects() {
        return 15;
    }

    @Override
    public String describe() {
        return "IL-2 in polymyalgia rheumatica, a single open arm; no results were published, none are reproduced";
    }

    @Override
    public void generate(int subjects, long seed, Path folder) throws IOException {
        Screening screening = new Screening(protocol(), seed);
        List<Patient> screened = ScreeningLog.until(
                subjects, 900, screening::patient, patient -> patient.person().entered());
        Subjects adsl = new Subjects(protocol());
        TrialDatasets data = TrialDatasets.of(adsl.table(), Injections.table());
        for (Patient patient : screened) {
            if (patient.person().entered()) {
                enter(data, adsl, patient, seed);
            } else {
                ScreeningFacts.of(patient, seed).facts().write(data.facts(), patient.person());
                adsl.fail(patient);
            }
        }
        data.write(folder, readme(subjects, screened.size() - subjects, seed));
    }

    /** The days of the published calendar: 1-5, 8-12, 15-19, 22-26, then 33, 40, … 82. */
    static List<Integer> calendar() {
        List<Integer> days = new ArrayList<>();
        for (int week = 0; week < 4; week++) {
            for (int day = 1; day <= 5; day++) {
                days.add(7 * week + day);
            }
        }
        for (int day = 33; day <= 82; day += 7) {
            days.add(day);
        }
        return days;
    }

    private static void enter(TrialDatasets data, Subjects adsl, Patient patient, long seed) {
        Draws summary = Draws.of(seed, patient.person().number(), Draws.Stream.SUMMARIES);
        double response = 0.55 + 0.25 * summary.normal();
        Journey journey = new Course(DESIGN, response, summary.uniform(0, 0.9)).of(patient.person(), seed);
        Measurements measured = new Measurements(patient, journey, seed);
        measured.write(data.values(), data.laboratory());
        data.observe(patient.person(), journey, true, seed);
        List<Integer> immunology =
                new Immunology(patient.person(), journey, 2.1, seed).write(data.laboratory(), IMMUNOLOGY_WEEKS);
        SteroidTaper taper = new SteroidTaper(patient.person(), journey, patient.steroid(), seed);
        data.diary().write(patient.person(), journey, taper.runs("TRIAMCINOLONE", "INTRA-ARTICULAR", "40"));
        data.events()
                .write(
                        patient.person(),
                        journey,
                        TREATMENT,
                        new AdverseEvents(patient.person(), journey, true, TERMS, seed).all());
        int given = Injections.write(data.doses(), patient.person(), journey, calendar(), seed);
        Eligibility screened = ScreeningFacts.of(patient, seed);
        screened.facts().write(data.facts(), patient.person());
        String deviation = ProtocolDeviation.of(
                journey, screened.breaksRule(), given, calendar().size());
        adsl.enter(patient, journey, measured, deviation, immunology.size() > 1);
    }

    private static String readme(int subjects, int failures, long seed) {
        return String.format(
                Locale.ROOT,
                """
            # SYNTHETIC DATA — no patient, no result

            Invented analysis datasets in the shape of trial NCT04062006 (IL-2 in polymyalgia rheumatica, a single open \
            arm): %1$d subjects enrolled and %2$d screening failures. No data of any person went into them, and no \
            number in them says anything about IL-2. The trial's results were never published, so there is nothing to \
            compare them with.

            Drawn by `org.sapwood.synthetic.polymyalgia.PolymyalgiaTrial` with seed %3$d:

            ```java
            new PolymyalgiaTrial().generate(%1$d, %3$d, folder);
            ```

            %4$s

            Day 1 is the first injection; there is no day 0. Injections are planned on days 1-5, 8-12, 15-19, 22-26 and \
            then on days 33, 40, 47, 54, 61, 68, 75 and 82: 28 in all. Observation ends in week 24.
            """,
                subjects,
                failures,
                seed,
                TrialDatasets.described(
                        "scale or item", "injection of IL-2 that was given, in IU and in IU per square metre"));
    }
}
