package org.sapwood.synthetic.chart;

import org.sapwood.synthetic.CsvTable;

/** The dataset of intercurrent events. */
public final class InterventionTable {
    private final CsvTable table = new CsvTable("USUBJID", "ICESEQ", "ICETYPE", "ICEREAS", "ASTDT", "ASTDY", "APERIOD");

    /** Writes the events of one person. */
    public void write(Person person, Journey journey) {
        int sequence = 0;
        for (Intervention event : journey.interventions()) {
            sequence++;
            table.row(
                    person.id(),
                    sequence,
                    event.kind().written(),
                    event.reason(),
                    journey.days().date(event.day()),
                    event.day(),
                    event.day() <= AdverseEvents.LAST_TREATMENT_DAY ? "TREATMENT" : "FOLLOW-UP");
        }
    }

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }
}
