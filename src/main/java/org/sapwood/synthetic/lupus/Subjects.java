package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SubjectRecord;
import org.sapwood.synthetic.chart.SubjectTable;

/** The subject dataset of the lupus trial. */
final class Subjects {
    private static final List<String> POPULATIONS = List.of("RANDFL", "ITTFL", "FASFL", "SAFFL", "PPROTFL");

    private final String trial;
    private final SubjectTable table;

    Subjects(String trial) {
        this.trial = trial;
        List<String> baseline = new ArrayList<>(List.of("SLEDURM", "LNFL", "SLEDAIBL", "GCBL"));
        baseline.addAll(Recruitment.DRUGS);
        table = new SubjectTable(
                List.of("STUDYID", "USUBJID", "SITEID", "AGE", "AAGE", "SEX", "RACE"),
                List.of("RANDFL", "RANDDT", "TRT01P", "TRT01A", "ITTFL", "FASFL", "SAFFL", "PPROTFL", "PPROTRS"),
                baseline);
    }

    void fail(Person person) {
        table.add(screened(person).failed(POPULATIONS));
    }

    void randomise(Patient patient, boolean nephritis, long sledai, String dose, String deviation) {
        Journey journey = patient.journey();
        boolean treated = patient.isTreated();
        SubjectRecord row = screened(patient.person())
                .with("AAGE", patient.age())
                .flag("RANDFL", true)
                .with("RANDDT", journey.days().date(1))
                .with("TRT01P", patient.arm().label())
                .flag("ITTFL", true)
                .flag("FASFL", treated)
                .flag("SAFFL", treated)
                .perProtocol(treated ? deviation : "NOT TREATED")
                .followed(journey)
                .with("SLEDURM", patient.duration())
                .flag("LNFL", nephritis)
                .with("SLEDAIBL", sledai)
                .with("GCBL", dose);
        if (treated) {
            row.treated(patient.arm().label()).dosed(journey);
        } else {
            row.with("EOTSTT", "NOT TREATED").with("DCTREAS", journey.treatmentEnd());
        }
        Recruitment.DRUGS.forEach(drug -> row.flag(drug, patient.drugs().contains(drug)));
        table.add(row);
    }

    private SubjectRecord screened(Person person) {
        return new SubjectRecord(trial, person).with("RACE", "ASIAN");
    }

    SubjectTable table() {
        return table;
    }
}
