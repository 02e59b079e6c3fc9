package org.sapwood.synthetic.polymyalgia;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.SubjectRecord;
import org.sapwood.synthetic.chart.SubjectTable;
import org.sapwood.synthetic.polymyalgia.Measurements.Scale;

/** The subject dataset of the trial. */
final class Subjects {
    private static final List<String> POPULATIONS = List.of("ENRLFL", "FASFL", "SAFFL", "PPROTFL", "PDFL");

    private final String trial;
    private final SubjectTable table = new SubjectTable(
            List.of("STUDYID", "USUBJID", "SUBJID", "SITEID", "AGE", "AGEGR1", "SEX"),
            List.of(
                    "ENRLFL", "ENRLDT", "TRT01P", "TRT01PN", "TRT01A", "TRT01AN", "FASFL", "SAFFL", "PPROTFL",
                    "PPROTRS", "PDFL"),
            List.of(
                    "DURDISM", "COURSE", "BACKGR", "GCBL", "PAINBL", "PHYGLBL", "PATGLBL", "STIFFBL", "EULBL", "CRPBL",
                    "ESRBL", "HAQBL"));

    Subjects(String trial) {
        this.trial = trial;
    }

    SubjectTable table() {
        return table;
    }

    void fail(Patient patient) {
        table.add(screened(patient).failed(POPULATIONS));
    }

    void enter(Patient patient, Journey journey, Measurements measured, String deviation, boolean hasImmunology) {
        table.add(screened(patient)
                .flag("ENRLFL", true)
                .with("ENRLDT", journey.days().date(-1))
                .treated(PolymyalgiaTrial.TREATMENT)
                .treatmentNumber(1)
                .flag("FASFL", journey.visits().size() > 1)
                .flag("SAFFL", true)
                .perProtocol(deviation)
                .flag("PDFL", hasImmunology)
                .dosed(journey)
                .followed(journey)
                .with("PAINBL", measured.baseline(Scale.PAIN))
                .with("PHYGLBL", measured.baseline(Scale.PHYGLOB))
                .with("PATGLBL", measured.baseline(Scale.PATGLOB))
                .with("STIFFBL", measured.baseline(Scale.STIFF))
                .with("EULBL", measured.baseline(Scale.EUL))
                .with("CRPBL", measured.proteinAtBaseline())
                .with("ESRBL", measured.sedimentationAtBaseline())
                .with("HAQBL", measured.disabilityAtBaseline().toPlainString()));
    }

    private SubjectRecord screened(Patient patient) {
        return new SubjectRecord(trial, patient.person())
                .numbered()
                .aged(65, 75)
                .with("DURDISM", BigDecimal.valueOf(patient.durationMonths()).setScale(0, RoundingMode.CEILING))
                .with("COURSE", patient.isRelapsing() ? "RELAPSING" : "NEW")
                .with("BACKGR", patient.background())
                .with("GCBL", patient.steroid().toPlainString());
    }
}
