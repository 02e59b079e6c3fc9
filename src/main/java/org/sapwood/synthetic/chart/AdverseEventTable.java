package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.sapwood.synthetic.CsvTable;

/** The dataset of adverse events, wherever they come from: one record per subject and event in order of onset. */
public final class AdverseEventTable {
    private static final int FATAL = 5;

    /**
     * An adverse event.
     *
     * @param system the system organ class
     * @param term the preferred term
     * @param interest the category of special interest, or empty
     * @param onset the study day it began; a treatment-emergent event begins on day 1 or later
     * @param end the study day it ended, when that is known
     * @param grade the CTCAE grade, 1 to 5
     * @param isSerious whether it was serious
     * @param isRelated whether it was judged related to study treatment
     * @param action what was done with study treatment
     */
    public record Event(
            SystemOrganClass system,
            String term,
            String interest,
            int onset,
            OptionalInt end,
            int grade,
            boolean isSerious,
            boolean isRelated,
            String action) {

        private boolean isFatal() {
            return grade == FATAL;
        }

        private String severity() {
            return grade == 1 ? "MILD" : grade == 2 ? "MODERATE" : "SEVERE";
        }

        private String outcome() {
            return isFatal() ? "FATAL" : end.isPresent() ? "RECOVERED/RESOLVED" : "NOT RECOVERED/NOT RESOLVED";
        }
    }

    private final Periods periods;
    private final CsvTable table = new CsvTable(
            "USUBJID",
            "AESEQ",
            "TRTA",
            "APERIOD",
            "AEBODSYS",
            "AEDECOD",
            "ASTDT",
            "AENDT",
            "ASTDY",
            "AENDY",
            "TRTEMFL",
            "AETOXGR",
            "AESEV",
            "AESER",
            "AEREL",
            "AEACN",
            "AEOUT",
            "AESDTH",
            "AESIFL",
            "AESICAT");

    /** A dataset without records. */
    public AdverseEventTable(Periods periods) {
        this.periods = periods;
    }

    /** Writes the events of a subject with one treatment. */
    public void write(Person person, Journey journey, String treatment, List<Event> events) {
        write(person.id(), journey.days(), day -> treatment, events);
    }

    /**
     * Writes the events of a subject.
     *
     * @param subject the unique subject identifier
     * @param days the dates of the subject's days
     * @param treatment the treatment at an onset, as the subject dataset names it
     * @param events in any order
     */
    public void write(String subject, StudyDays days, IntFunction<String> treatment, List<Event> events) {
        List<Event> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparingInt(Event::onset).thenComparing(Event::term));
        int sequence = 0;
        for (Event event : ordered) {
            sequence++;
            OptionalInt end = event.end();
            table.row(
                    subject,
                    sequence,
                    treatment.apply(event.onset()),
                    periods.of(event.onset()),
                    event.system().written(),
                    event.term(),
                    days.date(event.onset()),
                    end.isPresent() ? days.date(end.getAsInt()) : "",
                    event.onset(),
                    end.isPresent() ? end.getAsInt() : "",
                    event.onset() > 0 ? "Y" : "",
                    event.grade(),
                    event.severity(),
                    event.isSerious() ? "Y" : "N",
                    event.isRelated() ? "RELATED" : "NOT RELATED",
                    event.action(),
                    event.outcome(),
                    event.isFatal() ? "Y" : "N",
                    event.interest().isEmpty() ? "" : "Y",
                    event.interest());
        }
    }

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }
}
