package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SubjectTable;

/** The subject dataset of the lupus trial. */
final class Subjects {
    private final String trial;
    private final SubjectTable table;

    Subjects(String trial) {
        this.trial = trial;
        List<String> names = new ArrayList<>(List.of(
                "STUDYID",
                "USUBJID",
                "SITEID",
                "AGE",
                "AAGE",
                "SEX",
                "RACE",
                "HEIGHTBL",
                "WEIGHTBL",
                "BSABL",
                "SCRNDT",
                "SCRNFRS",
                "RANDFL",
                "RANDDT",
                "TRT01P",
                "TRT01A",
                "ITTFL",
                "FASFL",
                "SAFFL",
                "PPROTFL",
                "PPROTRS",
                "TRTSDT",
                "TRTEDT",
                "TRTDURD",
                "EOTSTT",
                "DCTREAS",
                "EOSSTT",
                "DCSREAS",
                "EOSDT",
                "EOSDY",
                "DTHFL",
                "SLEDURM",
                "LNFL",
                "SLEDAIBL",
                "GCBL"));
        names.addAll(Recruitment.DRUGS);
        table = new SubjectTable(names.toArray(String[]::new));
    }

    void fail(Person person) {
        Map<String, Object> values = screened(person, false);
        values.put("EOSSTT", "SCREEN FAILURE");
        for (String flag : List.of("ITTFL", "FASFL", "SAFFL", "PPROTFL")) {
            values.put(flag, "N");
        }
        table.add(person, values);
    }

    void randomise(Patient patient, boolean nephritis, long sledai, String dose, String deviation) {
        Person person = patient.person();
        Journey journey = patient.journey();
        boolean treated = patient.isTreated();
        boolean stopped = !journey.treatmentEnd().isEmpty();
        Map<String, Object> values = screened(person, true);
        values.putAll(Map.of(
                "AAGE", patient.age(),
                "RANDDT", journey.days().date(1),
                "TRT01P", patient.arm().label(),
                "TRT01A", treated ? patient.arm().label() : "",
                "ITTFL", "Y",
                "FASFL", treated ? "Y" : "N",
                "SAFFL", treated ? "Y" : "N",
                "PPROTFL", treated && deviation.isEmpty() ? "Y" : "N",
                "PPROTRS", treated ? deviation : "NOT TREATED"));
        values.putAll(Map.of(
                "TRTSDT",
                treated ? journey.days().date(1) : "",
                "TRTEDT",
                treated ? journey.days().date(journey.lastTreatedDay()) : "",
                "TRTDURD",
                treated ? journey.lastTreatedDay() : "",
                "EOTSTT",
                !treated ? "NOT TREATED" : stopped ? "DISCONTINUED" : "COMPLETED",
                "DCTREAS",
                journey.treatmentEnd(),
                "EOSSTT",
                treated ? "COMPLETED" : "DISCONTINUED",
                "DCSREAS",
                journey.studyEnd(),
                "EOSDT",
                journey.days().date(journey.lastDay()),
                "EOSDY",
                journey.lastDay(),
                "DTHFL",
                "N"));
        values.putAll(
                Map.of("SLEDURM", patient.duration(), "LNFL", nephritis ? "Y" : "N", "SLEDAIBL", sledai, "GCBL", dose));
        Recruitment.DRUGS.forEach(drug -> values.put(drug, patient.drugs().contains(drug) ? "Y" : "N"));
        table.add(person, values);
    }

    private Map<String, Object> screened(Person person, boolean randomised) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("STUDYID", trial);
        values.put("USUBJID", person.id());
        values.put("SITEID", person.site());
        values.put("AGE", person.age());
        values.put("SEX", person.sex());
        values.put("RACE", "ASIAN");
        values.put("HEIGHTBL", person.height());
        values.put("WEIGHTBL", person.weight());
        values.put("BSABL", person.bodySurface());
        values.put("SCRNDT", person.screened());
        values.put("SCRNFRS", person.screenFailure());
        values.put("RANDFL", randomised ? "Y" : "N");
        return values;
    }

    SubjectTable table() {
        return table;
    }
}
