package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SubjectRecord;
import org.sapwood.synthetic.chart.SubjectTable;

/** The subject dataset of the pilot. */
final class Subjects {
    private static final List<String> POPULATIONS = List.of("ENRLFL", "FASFL", "SAFFL", "PPROTFL", "CYTOFL");

    private final String trial;
    private final SubjectTable table = new SubjectTable(
            List.of("STUDYID", "USUBJID", "SITEID", "AGE", "SEX", "RACE"),
            List.of("ENRLFL", "TRT01P", "TRT01A", "FASFL", "SAFFL", "PPROTFL", "PPROTRS", "CYTOFL"),
            List.of(
                    "IIMTYPE",
                    "IIMDURY",
                    "MSA",
                    "ILDFL",
                    "IMMSUPP",
                    "GCBL",
                    "PHYGLBL",
                    "PATGLBL",
                    "MMT8BL",
                    "HAQBL",
                    "EMGLBL",
                    "CDASIABL",
                    "ENZBL"));

    Subjects(String trial) {
        this.trial = trial;
    }

    void fail(Person person) {
        table.add(screened(person).failed(POPULATIONS));
    }

    void treat(Patient patient, CoreSet measures, long skin, boolean cytometry, String deviation) {
        table.add(screened(patient.person())
                .flag("ENRLFL", true)
                .treated(PilotTrial.TREATMENT)
                .flag("FASFL", true)
                .flag("SAFFL", true)
                .perProtocol(deviation)
                .flag("CYTOFL", cytometry)
                .dosed(patient.journey())
                .followed(patient.journey())
                .with("IIMTYPE", patient.isDermatomyositis() ? "DERMATOMYOSITIS" : "POLYMYOSITIS")
                .with("IIMDURY", BigDecimal.valueOf(patient.durationYears()).setScale(1, RoundingMode.HALF_UP))
                .with("MSA", patient.antibody())
                .flag("ILDFL", patient.hasLungDisease())
                .with("IMMSUPP", patient.immunosuppressant())
                .with("GCBL", patient.steroid().toPlainString())
                .with("PHYGLBL", measures.baseline("PHYGLOB"))
                .with("PATGLBL", measures.baseline("PATGLOB"))
                .with("MMT8BL", measures.baseline("MMT8"))
                .with("HAQBL", measures.baseline("HAQDI"))
                .with("EMGLBL", measures.baseline("EMGLOB"))
                .with("CDASIABL", skin)
                .with("ENZBL", measures.followedEnzyme()));
    }

    private SubjectRecord screened(Person person) {
        return new SubjectRecord(trial, person).with("RACE", "ASIAN");
    }

    SubjectTable table() {
        return table;
    }
}
