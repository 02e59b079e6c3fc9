package org.sapwood.synthetic.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sapwood.synthetic.CsvTable;

/**
 * The nine datasets of a trial while its subjects are invented one after another, and the files they become. Only the
 * variables of the subjects and of the doses are a trial's own.
 *
 * @param subjects {@code adsl}
 * @param values {@code adqs}: scales and items by visit
 * @param laboratory {@code adlb}
 * @param signs {@code advs}
 * @param diary {@code adgcd}: the glucocorticoid diary
 * @param interventions {@code adice}
 * @param events {@code adae}
 * @param doses {@code adex}
 * @param facts {@code adie}: what was known at screening
 */
public record TrialDatasets(
        SubjectTable subjects,
        VisitValues values,
        LaboratoryValues laboratory,
        VisitValues signs,
        SteroidDiary diary,
        InterventionTable interventions,
        AdverseEventTable events,
        CsvTable doses,
        CsvTable facts) {

    /** {@return datasets without records} */
    public static TrialDatasets of(SubjectTable subjects, CsvTable doses) {
        return new TrialDatasets(
                subjects,
                new VisitValues(),
                new LaboratoryValues(),
                new VisitValues(),
                new SteroidDiary(),
                new InterventionTable(Periods.FOLLOWED),
                new AdverseEventTable(Periods.FOLLOWED),
                doses,
                Facts.table());
    }

    /** Draws and writes what every trial watches in a treated person: safety laboratory, vital signs, interventions. */
    public void observe(Person person, Journey journey, boolean onInterleukin, long seed) {
        laboratory.writeSafety(person, journey, onInterleukin, seed);
        VitalSigns.write(signs, person, journey, seed);
        interventions.write(person, journey);
    }

    /**
     * Writes a file for each dataset.
     *
     * @param folder where; made when absent
     * @param readme what the folder says of itself
     * @throws IOException when a file cannot be written
     */
    public void write(Path folder, String readme) throws IOException {
        Files.createDirectories(folder);
        subjects.table().write(folder.resolve("adsl.csv"));
        values.table().write(folder.resolve("adqs.csv"));
        laboratory.table().write(folder.resolve("adlb.csv"));
        signs.table().write(folder.resolve("advs.csv"));
        diary.table().write(folder.resolve("adgcd.csv"));
        interventions.table().write(folder.resolve("adice.csv"));
        events.table().write(folder.resolve("adae.csv"));
        doses.write(folder.resolve("adex.csv"));
        facts.write(folder.resolve("adie.csv"));
        Files.writeString(folder.resolve("README.md"), readme, StandardCharsets.UTF_8);
    }

    /**
     * The files as a table in Markdown.
     *
     * @param scored what {@code adqs} has by visit, such as {@code scale or item}
     * @param doses of what {@code adex} has one record
     * @return its lines, without the last line feed
     */
    public static String described(String scored, String doses) {
        return """
            | file | one record per |
            |---|---|
            | `adsl.csv` | screened subject |
            | `adqs.csv` | subject, {scored} and visit; AVAL is empty when it was not obtained |
            | `adlb.csv` | subject, laboratory test and visit; cells with their parent gate, `<0.5` below a limit of quantification |
            | `advs.csv` | subject, vital sign and visit |
            | `adgcd.csv` | run of days with one daily dose of a glucocorticoid |
            | `adice.csv` | intercurrent event |
            | `adae.csv` | adverse event |
            | `adex.csv` | {doses} |
            | `adie.csv` | fact known at screening, with the day of an event counted from screening |""".replace("{scored}", scored).replace("{doses}", doses);
    }
}
