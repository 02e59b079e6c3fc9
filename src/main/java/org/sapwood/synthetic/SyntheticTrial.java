package org.sapwood.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Invents the analysis datasets of the dermatomyositis trial NCT05495321: low-dose IL-2 against placebo, double-blind for
 * twelve weeks, then IL-2 for all. Nobody's data went into them; sizes of effects are round guesses. The same seed gives
 * the same bytes, and more subjects leave the earlier ones as they were.
 */
public final class SyntheticTrial {

    /** The trial this generator knows. */
    public static final String DERMATOMYOSITIS = "NCT05495321";

    private SyntheticTrial() {}

    /**
     * Writes {@code adsl.csv}, {@code adcsm.csv}, {@code adgc.csv}, {@code adice.csv}, {@code adae.csv} and a
     * {@code README.md} that says what they are.
     *
     * @param trial the trial, {@value #DERMATOMYOSITIS}
     * @param subjects how many subjects to randomise, 1 to 9000; screening failures come on top
     * @param seed the seed
     * @param folder where to write; made when absent
     * @throws IOException when a file cannot be written
     */
    public static void generate(String trial, int subjects, long seed, Path folder) throws IOException {
        if (!trial.equals(DERMATOMYOSITIS)) {
            throw new IllegalArgumentException("expected the trial " + DERMATOMYOSITIS + "; found " + trial);
        }
        if (subjects < 1 || subjects > 9_000) {
            throw new IllegalArgumentException("expected 1 to 9000 subjects; found " + subjects);
        }
        Screening screening = new Screening(trial, seed);
        Allocation allocation = new Allocation(seed);
        List<Patient> failures = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        for (int number = 1; participants.size() < subjects; number++) {
            Patient patient = screening.patient(number);
            if (patient.screenFailure().isEmpty()) {
                Arm arm = allocation.next(patient.doseStratum() + " " + patient.siteStratum());
                participants.add(new Course(patient, arm, seed).participant());
            } else {
                failures.add(patient);
            }
        }
        Files.createDirectories(folder);
        TrialTables tables = new TrialTables(trial, seed);
        tables.subjects(failures, participants).write(folder.resolve("adsl.csv"));
        tables.coreSetMeasures(participants).write(folder.resolve("adcsm.csv"));
        tables.glucocorticoids(participants).write(folder.resolve("adgc.csv"));
        tables.intercurrentEvents(participants).write(folder.resolve("adice.csv"));
        tables.adverseEvents(participants).write(folder.resolve("adae.csv"));
        Files.writeString(
                folder.resolve("README.md"), readme(trial, subjects, failures.size(), seed), StandardCharsets.UTF_8);
    }

    private static String readme(String trial, int subjects, int failures, long seed) {
        return String.format(Locale.ROOT, """
            # SYNTHETIC DATA — no patient, no result

            Invented analysis datasets in the shape of trial %1$s (low-dose IL-2 against placebo in dermatomyositis): \
            %2$d subjects randomised and %3$d screening failures. No data of any person went into them, and no number \
            in them says anything about IL-2.

            Drawn by `org.sapwood.synthetic.SyntheticTrial` with seed %4$d:

            ```java
            SyntheticTrial.generate("%1$s", %2$d, %4$d, folder);
            ```

            | file | one record per |
            |---|---|
            | `adsl.csv` | screened subject |
            | `adcsm.csv` | subject, measure and visit that took place; AVAL is empty when the measure was not obtained |
            | `adgc.csv` | subject, glucocorticoid parameter and visit; prednisone equivalents |
            | `adice.csv` | intercurrent event |
            | `adae.csv` | adverse event |

            Day 1 is the first dose (without one: randomisation); there is no day 0. Weeks 0 to 12 are double-blind, \
            weeks 12 to 24 open with IL-2 for all.
            """, trial, subjects, failures, seed);
    }
}
