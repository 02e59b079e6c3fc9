package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;
import java.util.List;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.dermatomyositis.Participant.Visit;

/**
 * The organ scales of the myositis disease activity assessment tool: a visual analogue scale (0 to 10 cm) for each of six
 * extramuscular organ systems and for muscle, at baseline, week 12 and week 24.
 */
final class OrganActivity {

    /** An organ system, how often it is active at baseline, and its mean activity then. */
    private enum Organ {
        CONST("Constitutional", 0.70, 2.6),
        CUTAN("Cutaneous", 0.95, 4.2),
        SKEL("Skeletal", 0.45, 2.0),
        GI("Gastrointestinal", 0.25, 1.6),
        PULM("Pulmonary", 0.30, 2.2),
        CARD("Cardiac", 0.06, 1.2),
        MUSC("Muscle", 0.85, 3.4);

        private final String label;
        private final double frequency;
        private final double activity;

        Organ(String label, double frequency, double activity) {
            this.label = label;
            this.frequency = frequency;
            this.activity = activity;
        }
    }

    private static final List<Integer> WEEKS = List.of(0, 12, 24);

    private OrganActivity() {}

    /**
     * One record per subject, organ system and visit that took place.
     *
     * @param participants the randomised subjects
     * @param seed the seed of the trial
     */
    static CsvTable of(List<Participant> participants, long seed) {
        CsvTable table = new CsvTable(
                "USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADT", "ADY", "AVAL", "AVALU", "ABLFL");
        for (Participant p : participants) {
            Draws draws = Draws.of(seed, p.patient().number(), Draws.Stream.LABORATORY);
            for (Organ organ : Organ.values()) {
                boolean lungs = organ == Organ.PULM;
                boolean active = lungs ? p.patient().hasLungDisease() : draws.happens(organ.frequency);
                double truth = active ? Math.max(0.8, draws.normal(organ.activity, 1.0)) : 0;
                for (int week : WEEKS) {
                    double error = draws.normal(0, 0.3);
                    for (Visit visit : p.visits()) {
                        if (visit.week() == week) {
                            double value = active ? truth * Math.max(0, 1 - visit.improvement()) + error : 0;
                            table.row(
                                    p.patient().id(),
                                    "MD" + organ.name(),
                                    "MDAAT " + organ.label + " (VAS)",
                                    visit.name(),
                                    week,
                                    p.dateOf(visit.day()),
                                    visit.day(),
                                    centimetres(value),
                                    "cm",
                                    week == 0 ? "Y" : "");
                        }
                    }
                }
            }
        }
        return table;
    }

    private static BigDecimal centimetres(double value) {
        return BigDecimal.valueOf(Math.round(10 * Math.max(0, Math.min(10, value))), 1);
    }
}
