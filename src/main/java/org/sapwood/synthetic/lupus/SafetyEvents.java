package org.sapwood.synthetic.lupus;

import static org.sapwood.synthetic.chart.SystemOrganClass.GASTROINTESTINAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.GENERAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.INFECTIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.INVESTIGATIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.NERVOUS;

import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.AdverseEventTable;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.PlannedEvents;
import org.sapwood.synthetic.chart.PlannedEvents.Planned;
import org.sapwood.synthetic.chart.PlannedEvents.Treated;

/**
 * Adverse events in the numbers of Table 3: injection site reaction 9 against 2, fever 4 and 0, flu-like 3 and 0, infection
 * 2 and 6 with 2 severe on placebo, serious 0 and 3. Events that the table does not name are invented.
 */
final class SafetyEvents {

    private static final List<Planned> INTERLEUKIN = List.of(
            new Planned(GENERAL, "Injection site reaction", "INJECTION SITE REACTION", 9, 1, false, true),
            new Planned(GENERAL, "Pyrexia", "FEVER", 4, 1, false, true),
            new Planned(GENERAL, "Influenza like illness", "FLU-LIKE", 3, 1, false, true),
            new Planned(INFECTIONS, "Upper respiratory tract infection", "INFECTION", 2, 1, false, false),
            new Planned(INVESTIGATIONS, "Eosinophil count increased", "", 2, 1, false, true),
            new Planned(GASTROINTESTINAL, "Nausea", "", 2, 1, false, false),
            new Planned(NERVOUS, "Headache", "", 1, 1, false, false));

    private static final List<Planned> PLACEBO = List.of(
            new Planned(GENERAL, "Injection site reaction", "INJECTION SITE REACTION", 2, 1, false, true),
            new Planned(INFECTIONS, "Upper respiratory tract infection", "INFECTION", 4, 1, false, false),
            new Planned(INFECTIONS, "Herpes zoster", "INFECTION", 1, 3, true, false),
            new Planned(INFECTIONS, "Pneumonia", "INFECTION", 1, 3, true, false),
            new Planned(GASTROINTESTINAL, "Diarrhoea", "", 1, 1, false, false),
            new Planned(NERVOUS, "Headache", "", 2, 1, false, false));

    private static final Planned NEUROPSYCHIATRIC =
            new Planned(NERVOUS, "Neuropsychiatric lupus", "", 1, 3, true, false);

    private SafetyEvents() {}

    /**
     * Draws who has the events, and writes them.
     *
     * @param table the dataset of adverse events
     * @param interleukin the treated of one arm
     * @param placebo the treated of the other, without the next
     * @param neuropsychiatric the patient on placebo with neuropsychiatric lupus
     */
    static void write(
            AdverseEventTable table,
            List<Treated> interleukin,
            List<Treated> placebo,
            Treated neuropsychiatric,
            long seed) {
        PlannedEvents events = new PlannedEvents(Draws.of(seed, 0, Draws.Stream.ADVERSE_EVENTS));
        INTERLEUKIN.forEach(planned -> events.add(planned, interleukin));
        PLACEBO.forEach(planned -> events.add(planned, placebo));
        int day = neuropsychiatric.journey().interventions().stream()
                .filter(event -> event.kind() == Intervention.Kind.DISCONTINUED)
                .mapToInt(Intervention::day)
                .findFirst()
                .orElseThrow();
        events.add(NEUROPSYCHIATRIC, neuropsychiatric, day);
        events.write(table);
    }
}
