package org.sapwood.synthetic.myositis;

import static org.sapwood.synthetic.chart.SystemOrganClass.GASTROINTESTINAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.INVESTIGATIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.NERVOUS;
import static org.sapwood.synthetic.chart.SystemOrganClass.SKIN;
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
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.Periods;
import org.sapwood.synthetic.chart.ProtocolDeviation;
import org.sapwood.synthetic.chart.ScreeningLog;
import org.sapwood.synthetic.chart.SteroidTaper;
import org.sapwood.synthetic.chart.StudyDays;
import org.sapwood.synthetic.chart.TrialDatasets;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.chart.VisitValues;

/**
 * Invents the analysis datasets of NCT04237987: IL-2 with ciclosporin and glucocorticoid against ciclosporin and
 * glucocorticoid in inflammatory myopathy, two open arms, allocated in the order of registration from a list of permuted
 * blocks of four. Results of the trial were never published: nothing is reproduced, and sizes of effects are round guesses.
 */
public final class MyositisTrial implements TrialGenerator {
    private static final Course.Design DESIGN = new Course.Design(
            List.of(4, 8, 12, 16, 20, 24),
            12,
            Periods.LAST_TREATMENT_DAY,
            List.of("METHYLPREDNISOLONE PULSE", "INTRAVENOUS IMMUNOGLOBULIN"),
            List.of("TACROLIMUS", "CYCLOPHOSPHAMIDE"));
    private static final List<Integer> IMMUNOLOGY_WEEKS = List.of(0, 4, 8, 12, 24);
    private static final List<AdverseEvents.Term> TERMS = List.of(
            new AdverseEvents.Term(VASCULAR, "Hypertension", "", 0.12, 0.12, 0.05),
            new AdverseEvents.Term(NERVOUS, "Tremor", "", 0.10, 0.10, 0.05),
            new AdverseEvents.Term(INVESTIGATIONS, "Blood creatinine increased", "", 0.08, 0.08, 0.1),
            new AdverseEvents.Term(GASTROINTESTINAL, "Gingival hypertrophy", "", 0.06, 0.06, 0),
            new AdverseEvents.Term(SKIN, "Hypertrichosis", "", 0.08, 0.08, 0));

    /** The two arms, with the mean improvement after twelve weeks and the growth of regulatory T cells. */
    enum Arm {
        INTERLEUKIN("IL-2 + CICLOSPORIN + GC", 1, 0.44, 2.3),
        CONTROL("CICLOSPORIN + GC", 2, 0.23, 1.0);

        private final String label;
        private final int number;
        private final double improvement;
        private final double growth;

        Arm(String label, int number, double improvement, double growth) {
            this.label = label;
            this.number = number;
            this.improvement = improvement;
            this.growth = growth;
        }

        String label() {
            return label;
        }

        int number() {
            return number;
        }
    }

    private static final List<List<Arm>> BLOCKS = List.of(
            List.of(Arm.INTERLEUKIN, Arm.INTERLEUKIN, Arm.CONTROL, Arm.CONTROL),
            List.of(Arm.INTERLEUKIN, Arm.CONTROL, Arm.INTERLEUKIN, Arm.CONTROL),
            List.of(Arm.INTERLEUKIN, Arm.CONTROL, Arm.CONTROL, Arm.INTERLEUKIN),
            List.of(Arm.CONTROL, Arm.INTERLEUKIN, Arm.INTERLEUKIN, Arm.CONTROL),
            List.of(Arm.CONTROL, Arm.INTERLEUKIN, Arm.CONTROL, Arm.INTERLEUKIN),
            List.of(Arm.CONTROL, Arm.CONTROL, Arm.INTERLEUKIN, Arm.INTERLEUKIN));

    @Override
    public String protocol() {
        return "NCT04237987";
    }

    @Override
    public int subjects() {
        return 20;
    }

    @Override
    public String describe() {
        return "IL-2, ciclosporin and glucocorticoid against ciclosporin and glucocorticoid in inflammatory myopathy,"
                + " two open arms; no results were published, none are reproduced";
    }

    @Override
    public void generate(int subjects, long seed, Path folder) throws IOException {
        Screening screening = new Screening(protocol(), seed);
        List<Patient> screened = ScreeningLog.until(
                subjects, 900, screening::patient, patient -> patient.person().entered());
        Subjects adsl = new Subjects(protocol());
        TrialDatasets data = TrialDatasets.of(adsl.table(), Injections.table());
        int registered = 0;
        for (Patient patient : screened) {
            if (patient.person().entered()) {
                registered++;
                enter(data, adsl, patient, registered, seed);
            } else {
                fail(data, adsl, patient, seed);
            }
        }
        data.write(folder, readme(subjects, screened.size() - subjects, seed));
    }

    private static void enter(TrialDatasets data, Subjects adsl, Patient patient, int registered, long seed) {
        int block = block(registered);
        Arm arm = Draws.of(seed, block, Draws.Stream.ALLOCATION).oneOf(BLOCKS).get((registered - 1) % 4);
        boolean interleukin = arm == Arm.INTERLEUKIN;
        Draws summary = Draws.of(seed, patient.person().number(), Draws.Stream.SUMMARIES);
        double response = arm.improvement + 0.22 * summary.normal();
        Journey journey = new Course(DESIGN, response, summary.uniform(0, 0.5)).of(patient.person(), seed);
        Measurements measured = new Measurements(patient, journey, seed);
        measured.write(data.values(), data.laboratory());
        data.observe(patient.person(), journey, interleukin, seed);
        List<Integer> immunology =
                new Immunology(patient.person(), journey, arm.growth, seed).write(data.laboratory(), IMMUNOLOGY_WEEKS);
        SteroidTaper taper = new SteroidTaper(patient.person(), journey, patient.steroid(), seed);
        data.diary().write(patient.person(), journey, taper.runs("BETAMETHASONE", "TOPICAL", "1"));
        data.events()
                .write(
                        patient.person(),
                        journey,
                        arm.label(),
                        new AdverseEvents(patient.person(), journey, interleukin, TERMS, seed).all());
        int given = interleukin
                ? Injections.write(data.doses(), patient.person(), journey, Injections.EVERY_OTHER_DAY, seed)
                : 0;
        Eligibility screened = ScreeningFacts.of(patient, measured, seed);
        screened.facts().write(data.facts(), patient.person());
        int planned = interleukin ? Injections.EVERY_OTHER_DAY.size() : 0;
        String deviation = ProtocolDeviation.of(journey, screened.breaksRule(), given, planned);
        adsl.enter(patient, journey, arm, registered, measured, deviation, immunology.size() > 1);
    }

    /** The block of a place in the list of allocations, from 1. */
    static int block(int registered) {
        return (registered - 1) / 4 + 1;
    }

    private static void fail(TrialDatasets data, Subjects adsl, Patient patient, long seed) {
        Journey screened = new Journey(
                new StudyDays(patient.person().screened()),
                List.of(new Visit(0, 1, 0)),
                new ArrayList<>(),
                1,
                "",
                1,
                "");
        Measurements measured = new Measurements(patient, screened, seed);
        measured.write(new VisitValues(), new LaboratoryValues());
        ScreeningFacts.of(patient, measured, seed).facts().write(data.facts(), patient.person());
        adsl.fail(patient);
    }

    private static String readme(int subjects, int failures, long seed) {
        return String.format(
                Locale.ROOT,
                """
            # SYNTHETIC DATA — no patient, no result

            Invented analysis datasets in the shape of trial NCT04237987 (IL-2 with ciclosporin and glucocorticoid \
            against ciclosporin and glucocorticoid in inflammatory myopathy): %1$d subjects allocated and %2$d screening \
            failures. No data of any person went into them, and no number in them says anything about IL-2. The trial's \
            results were never published, so there is nothing to compare them with.

            Drawn by `org.sapwood.synthetic.myositis.MyositisTrial` with seed %3$d:

            ```java
            new MyositisTrial().generate(%1$d, %3$d, folder);
            ```

            %4$s

            Day 1 is the first day of study treatment; there is no day 0. IL-2 ends in week 12, observation in week 24. \
            Subjects were allocated in the order of registration (ALLOCNO) from permuted blocks of four (ALLOCBLK).
            """,
                subjects,
                failures,
                seed,
                TrialDatasets.described("scale or item", "injection of IL-2 that was given"));
    }
}
