package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SubjectTable;

/** The subject dataset of the pilot. */
final class Subjects {
    private final String trial;
    private final SubjectTable table = new SubjectTable(
            "STUDYID",
            "USUBJID",
            "SITEID",
            "AGE",
            "SEX",
            "RACE",
            "HEIGHTBL",
            "WEIGHTBL",
            "BSABL",
            "SCRNDT",
            "SCRNFRS",
            "ENRLFL",
            "TRT01P",
            "TRT01A",
            "FASFL",
            "SAFFL",
            "PPROTFL",
            "PPROTRS",
            "CYTOFL",
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
            "ENZBL");

    Subjects(String trial) {
        this.trial = trial;
    }

    void fail(Person person) {
        Map<String, Object> values = screened(person, false);
        values.putAll(Map.of("FASFL", "N", "SAFFL", "N", "PPROTFL", "N", "CYTOFL", "N", "EOSSTT", "SCREEN FAILURE"));
        table.add(person, values);
    }

    void treat(Patient patient, CoreSet measures, long skin, boolean cytometry, String deviation) {
        Person person = patient.person();
        Journey journey = patient.journey();
        Map<String, Object> values = screened(person, true);
        values.putAll(Map.of(
                "TRT01P",
                PilotTrial.TREATMENT,
                "TRT01A",
                PilotTrial.TREATMENT,
                "FASFL",
                "Y",
                "SAFFL",
                "Y",
                "PPROTFL",
                deviation.isEmpty() ? "Y" : "N",
                "PPROTRS",
                deviation,
                "CYTOFL",
                cytometry ? "Y" : "N",
                "TRTSDT",
                journey.days().date(1),
                "TRTEDT",
                journey.days().date(journey.lastTreatedDay()),
                "TRTDURD",
                journey.lastTreatedDay()));
        values.putAll(Map.of(
                "EOTSTT",
                "COMPLETED",
                "EOSSTT",
                journey.studyEnd().isEmpty() ? "COMPLETED" : "DISCONTINUED",
                "DCSREAS",
                journey.studyEnd(),
                "EOSDT",
                journey.days().date(journey.lastDay()),
                "EOSDY",
                journey.lastDay(),
                "DTHFL",
                "N",
                "IIMTYPE",
                patient.isDermatomyositis() ? "DERMATOMYOSITIS" : "POLYMYOSITIS",
                "IIMDURY",
                BigDecimal.valueOf(patient.durationYears()).setScale(1, RoundingMode.HALF_UP),
                "MSA",
                patient.antibody(),
                "ILDFL",
                patient.hasLungDisease() ? "Y" : "N"));
        values.putAll(Map.of(
                "IMMSUPP", patient.immunosuppressant(),
                "GCBL", patient.steroid().toPlainString(),
                "PHYGLBL", measures.baseline("PHYGLOB"),
                "PATGLBL", measures.baseline("PATGLOB"),
                "MMT8BL", measures.baseline("MMT8"),
                "HAQBL", measures.baseline("HAQDI"),
                "EMGLBL", measures.baseline("EMGLOB"),
                "CDASIABL", skin,
                "ENZBL", measures.followedEnzyme()));
        table.add(person, values);
    }

    private Map<String, Object> screened(Person person, boolean treated) {
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
        values.put("ENRLFL", treated ? "Y" : "N");
        return values;
    }

    SubjectTable table() {
        return table;
    }
}
