package org.sapwood.synthetic.dermatomyositis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sapwood.synthetic.TrialGenerator;
import org.sapwood.synthetic.chart.ScreeningLog;

/**
 * Invents the analysis datasets of the dermatomyositis trial NCT05495321: low-dose IL-2 against placebo, double-blind for
 * twelve weeks, then IL-2 for all. Nobody's data went into them; sizes of effects are round guesses. The same seed gives
 * the same bytes, and more subjects leave the earlier ones as they were.
 */
public final class DermatomyositisTrial implements TrialGenerator {

    private static final String TRIAL = "NCT05495321";

    @Override
    public String protocol() {
        return TRIAL;
    }

    @Override
    public int subjects() {
        return 240;
    }

    @Override
    public String describe() {
        return "Low-dose IL-2 against placebo in dermatomyositis, 12 weeks double-blind and 12 weeks open;"
                + " no published results to reproduce";
    }

    /**
     * Writes {@code adsl.csv}, {@code adcsm.csv}, {@code admd.csv}, {@code adlb.csv}, {@code adgc.csv}, {@code adgcd.csv},
     * {@code adice.csv}, {@code adae.csv}, {@code adie.csv}, {@code adex.csv} and a {@code README.md} that says what they are.
     *
     * @param subjects how many subjects to randomise, 1 to 9000; screening failures come on top
     */
    @Override
    public void generate(int subjects, long seed, Path folder) throws IOException {
        Screening screening = new Screening(TRIAL, seed);
        Allocation allocation = new Allocation(seed);
        List<Patient> failures = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        for (Patient patient : ScreeningLog.until(
                subjects,
                9_000,
                screening::patient,
                patient -> patient.screenFailure().isEmpty())) {
            if (patient.screenFailure().isEmpty()) {
                Arm arm = allocation.next(patient.doseStratum() + " " + patient.siteStratum());
                participants.add(new Course(patient, arm, seed).participant());
            } else {
                failures.add(patient);
            }
        }
        Files.createDirectories(folder);
        TrialTables tables = new TrialTables(TRIAL, seed);
        tables.subjects(failures, participants).write(folder.resolve("adsl.csv"));
        tables.coreSetMeasures(participants).write(folder.resolve("adcsm.csv"));
        OrganActivity.of(participants, seed).write(folder.resolve("admd.csv"));
        Immunology.of(participants, seed).write(folder.resolve("adlb.csv"));
        tables.glucocorticoids(participants).write(folder.resolve("adgc.csv"));
        Diary.of(participants).write(folder.resolve("adgcd.csv"));
        tables.intercurrentEvents(participants).write(folder.resolve("adice.csv"));
        tables.adverseEvents(participants).write(folder.resolve("adae.csv"));
        tables.screeningFacts(failures, participants).write(folder.resolve("adie.csv"));
        tables.injections(participants).write(folder.resolve("adex.csv"));
        Files.writeString(folder.resolve("README.md"), readme(subjects, failures.size(), seed), StandardCharsets.UTF_8);
    }

    private static String readme(int subjects, int failures, long seed) {
        return String.format(Locale.ROOT, """
            # SYNTHETIC DATA — no patient, no result

            Invented analysis datasets in the shape of trial %1$s (low-dose IL-2 against placebo in dermatomyositis): \
            %2$d subjects randomised and %3$d screening failures. No data of any person went into them, and no number \
            in them says anything about IL-2.

            Drawn with seed %4$d:

            ```
            sapwood generate sap/nct05495321-dm.yaml --subjects %2$d --seed %4$d
            ```

            | file | one record per |
            |---|---|
            | `adsl.csv` | screened subject |
            | `adcsm.csv` | subject, measure and visit that took place; AVAL is empty when the measure was not obtained |
            | `admd.csv` | subject, organ system of the disease activity assessment tool and visit |
            | `adlb.csv` | subject, analyte and visit with blood; below the limit of quantification AVALC holds it and AVAL is empty |
            | `adgc.csv` | subject and visit; prednisone equivalents, mean of the 7 days before |
            | `adgcd.csv` | subject and run of days with one glucocorticoid dose; 0 is none |
            | `adice.csv` | intercurrent event |
            | `adae.csv` | adverse event |
            | `adie.csv` | screened subject and fact that decides eligibility; IEDY counts days from the screening |
            | `adex.csv` | injection given |

            Day 1 is the first dose (without one: randomisation); there is no day 0. Weeks 0 to 12 are double-blind, \
            weeks 12 to 24 open with IL-2 for all.
            """, TRIAL, subjects, failures, seed);
    }
}
