package org.sapwood.synthetic.polymyalgia;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SubjectTable;
import org.sapwood.synthetic.polymyalgia.Measurements.Scale;

/** The subject dataset of the trial. */
final class Subjects {
    private final SubjectTable table = new SubjectTable(
            "STUDYID",
            "USUBJID",
            "SUBJID",
            "SITEID",
            "AGE",
            "AGEGR1",
            "SEX",
            "HEIGHTBL",
            "WEIGHTBL",
            "BSABL",
            "SCRNDT",
            "SCRNFRS",
            "ENRLFL",
            "ENRLDT",
            "TRT01P",
            "TRT01PN",
            "TRT01A",
            "TRT01AN",
            "FASFL",
            "SAFFL",
            "PPROTFL",
            "PPROTRS",
            "PDFL",
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
            "DURDISM",
            "COURSE",
            "BACKGR",
            "GCBL",
            "PAINBL",
            "PHYGLBL",
            "PATGLBL",
            "STIFFBL",
            "EULBL",
            "CRPBL",
            "ESRBL",
            "HAQBL");

    SubjectTable table() {
        return table;
    }

    void fail(Patient patient) {
        Map<String, Object> row = screened(patient);
        row.put("ENRLFL", "N");
        row.put("FASFL", "N");
        row.put("SAFFL", "N");
        row.put("PPROTFL", "N");
        row.put("PDFL", "N");
        row.put("EOSSTT", "SCREEN FAILURE");
        table.add(patient.person(), row);
    }

    void enter(
            Patient patient, Journey journey, Measurements measured, String protocolDeviation, boolean hasImmunology) {
        Person person = patient.person();
        String deviation = deviation(journey, protocolDeviation);
        Map<String, Object> row = screened(patient);
        row.put("ENRLFL", "Y");
        row.put("ENRLDT", journey.days().date(-1));
        row.put("TRT01P", PolymyalgiaTrial.TREATMENT);
        row.put("TRT01PN", 1);
        row.put("TRT01A", PolymyalgiaTrial.TREATMENT);
        row.put("TRT01AN", 1);
        row.put("FASFL", journey.visits().size() > 1 ? "Y" : "N");
        row.put("SAFFL", "Y");
        row.put("PPROTFL", deviation.isEmpty() ? "Y" : "N");
        row.put("PPROTRS", deviation);
        row.put("PDFL", hasImmunology ? "Y" : "N");
        row.put("TRTSDT", journey.days().date(1));
        row.put("TRTEDT", journey.days().date(journey.lastTreatedDay()));
        row.put("TRTDURD", journey.lastTreatedDay());
        row.put("EOTSTT", journey.treatmentEnd().isEmpty() ? "COMPLETED" : "DISCONTINUED");
        row.put("DCTREAS", journey.treatmentEnd());
        row.put("EOSSTT", journey.studyEnd().isEmpty() ? "COMPLETED" : "DISCONTINUED");
        row.put("DCSREAS", journey.studyEnd());
        row.put("EOSDT", journey.days().date(journey.lastDay()));
        row.put("EOSDY", journey.lastDay());
        row.put("DTHFL", "N");
        row.put("PAINBL", measured.baseline(Scale.PAIN));
        row.put("PHYGLBL", measured.baseline(Scale.PHYGLOB));
        row.put("PATGLBL", measured.baseline(Scale.PATGLOB));
        row.put("STIFFBL", measured.baseline(Scale.STIFF));
        row.put("EULBL", measured.baseline(Scale.EUL));
        row.put("CRPBL", measured.proteinAtBaseline());
        row.put("ESRBL", measured.sedimentationAtBaseline());
        row.put("HAQBL", measured.disabilityAtBaseline().toPlainString());
        table.add(person, row);
    }

    private static Map<String, Object> screened(Patient patient) {
        Person person = patient.person();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("STUDYID", "NCT04062006");
        row.put("USUBJID", person.id());
        row.put("SUBJID", person.id().substring(person.id().length() - 3));
        row.put("SITEID", person.site());
        row.put("AGE", person.age());
        row.put("AGEGR1", person.age() < 65 ? "<65" : person.age() < 75 ? "65-<75" : ">=75");
        row.put("SEX", person.sex());
        row.put("HEIGHTBL", person.height());
        row.put("WEIGHTBL", person.weight());
        row.put("BSABL", person.bodySurface());
        row.put("SCRNDT", person.screened());
        row.put("SCRNFRS", person.screenFailure());
        row.put("DURDISM", BigDecimal.valueOf(patient.durationMonths()).setScale(0, RoundingMode.CEILING));
        row.put("COURSE", patient.isRelapsing() ? "RELAPSING" : "NEW");
        row.put("BACKGR", patient.background());
        row.put("GCBL", patient.steroid().toPlainString());
        return row;
    }

    private static String deviation(Journey journey, String other) {
        if (journey.has(Intervention.Kind.PROHIBITED, 85)) {
            return "PROHIBITED MEDICATION";
        }
        if (!other.isEmpty()) {
            return other;
        }
        return journey.attended(12) ? "" : "NO WEEK 12 ASSESSMENT";
    }
}
