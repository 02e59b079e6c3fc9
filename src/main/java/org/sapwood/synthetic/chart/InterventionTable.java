package org.sapwood.synthetic.chart;

import java.util.List;
import org.sapwood.synthetic.CsvTable;

/** The dataset of intercurrent events. */
public final class InterventionTable {
    private final Periods periods;
    private final CsvTable table = new CsvTable("USUBJID", "ICESEQ", "ICETYPE", "ICEREAS", "ASTDT", "ASTDY", "APERIOD");

    /** A dataset without records. */
    public InterventionTable(Periods periods) {
        this.periods = periods;
    }

    /** Writes the events of one person. */
    public void write(Person person, Journey journey) {
        write(person.id(), journey.days(), journey.interventions());
    }

    /**
     * Writes the events of a subject.
     *
     * @param subject the unique subject identifier
     * @param days the dates of the subject's days
     * @param events in order of their days
     */
    public void write(String subject, StudyDays days, List<Intervention> events) {
        int sequence = 0;
        for (Intervention event : events) {
            sequence++;
            table.row(
                    subject,
                    sequence,
                    event.kind().written(),
                    event.reason(),
                    days.date(event.day()),
                    event.day(),
                    periods.of(event.day()));
        }
    }

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }
}
