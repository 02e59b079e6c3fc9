package org.sapwood.synthetic.myositis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.SubjectTable;
import org.sapwood.synthetic.myositis.Measurements.Scale;
import org.sapwood.synthetic.myositis.MyositisTrial.Arm;

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
            "RANDFL",
            "RANDDT",
            "ALLOCNO",
            "ALLOCBLK",
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
            "IIMTYPE",
            "ONSETTYP",
            "DURDISY",
            "MSA",
            "ILDFL",
            "HCQFAIL",
            "ACTLIMB",
            "GCBL",
            "GCKGBL",
            "CSABL",
            "PHYGLBL",
            "PATGLBL",
            "EMGLBL",
            "MMT8BL",
            "HAQBL",
            "CDASIABL",
            "CDASIDBL",
            "ENZBL");

    SubjectTable table() {
        return table;
    }

    void fail(Patient patient) {
        Map<String, Object> row = screened(patient);
        row.put("RANDFL", "N");
        row.put("FASFL", "N");
        row.put("SAFFL", "N");
        row.put("PPROTFL", "N");
        row.put("PDFL", "N");
        row.put("EOSSTT", "SCREEN FAILURE");
        table.add(patient.person(), row);
    }

    void enter(
            Patient patient,
            Journey journey,
            Arm arm,
            int registered,
            Measurements measured,
            String protocolDeviation,
            boolean hasImmunology) {
        Person person = patient.person();
        String deviation = deviation(journey, protocolDeviation);
        Map<String, Object> row = screened(patient);
        row.put("RANDFL", "Y");
        row.put("RANDDT", journey.days().date(-1));
        row.put("ALLOCNO", registered);
        row.put("ALLOCBLK", MyositisTrial.block(registered));
        row.put("TRT01P", arm.label());
        row.put("TRT01PN", arm.number());
        row.put("TRT01A", arm.label());
        row.put("TRT01AN", arm.number());
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
        row.put("GCBL", patient.steroid().toPlainString());
        row.put("GCKGBL", patient.steroid().divide(person.weight(), 3, RoundingMode.HALF_UP));
        row.put("CSABL", patient.ciclosporin());
        row.put("PHYGLBL", measured.baseline(Scale.PHYGLOB));
        row.put("PATGLBL", measured.baseline(Scale.PATGLOB));
        row.put("EMGLBL", measured.baseline(Scale.EMGLOB));
        row.put("MMT8BL", measured.strengthAtBaseline());
        row.put("HAQBL", measured.disabilityAtBaseline().toPlainString());
        row.put("CDASIABL", measured.baseline(Scale.CDASIA));
        row.put("CDASIDBL", measured.baseline(Scale.CDASID));
        row.put("ACTLIMB", limb(measured));
        row.put("ENZBL", mostAbnormal(patient, measured));
        table.add(person, row);
    }

    private static Map<String, Object> screened(Patient patient) {
        Person person = patient.person();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("STUDYID", "NCT04237987");
        row.put("USUBJID", person.id());
        row.put("SUBJID", person.id().substring(person.id().length() - 3));
        row.put("SITEID", person.site());
        row.put("AGE", person.age());
        row.put("AGEGR1", person.age() < 40 ? "<40" : person.age() < 60 ? "40-<60" : ">=60");
        row.put("SEX", person.sex());
        row.put("HEIGHTBL", person.height());
        row.put("WEIGHTBL", person.weight());
        row.put("BSABL", person.bodySurface());
        row.put("SCRNDT", person.screened());
        row.put("SCRNFRS", person.screenFailure());
        row.put("IIMTYPE", patient.isDermatomyositis() ? "DERMATOMYOSITIS" : "POLYMYOSITIS");
        row.put("ONSETTYP", patient.isNewOnset() ? "NEW ONSET" : "RECURRENT");
        row.put("DURDISY", BigDecimal.valueOf(patient.durationYears()).setScale(1, RoundingMode.HALF_UP));
        row.put("MSA", patient.antibody());
        row.put("ILDFL", patient.hasLungDisease() ? "Y" : "N");
        row.put("HCQFAIL", patient.hydroxychloroquineFailed() ? "Y" : "N");
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

    /** The limb of the rule of active disease by which the subject entered. */
    private static String limb(Measurements measured) {
        boolean skin = measured.baseline(Scale.CDASIA).compareTo(BigDecimal.valueOf(5)) >= 0;
        boolean muscle = measured.strengthAtBaseline() <= 142;
        return skin && muscle ? "SKIN AND MUSCLE" : skin ? "SKIN" : "MUSCLE";
    }

    /** The enzyme with the highest multiple of its upper limit; of equal ones the first in the usual order. */
    private static String mostAbnormal(Patient patient, Measurements measured) {
        List<BigDecimal> limits = Measurements.limits(patient.isMale());
        String name = "";
        double highest = -1;
        for (int i = 0; i < limits.size(); i++) {
            double multiple = measured.enzymesAtBaseline().get(i).doubleValue()
                    / limits.get(i).doubleValue();
            boolean known =
                    patient.hasAldolase() || !Measurements.ENZYMES.get(i).equals("ALDOLASE");
            if (known && multiple > highest) {
                highest = multiple;
                name = Measurements.ENZYMES.get(i);
            }
        }
        return name;
    }
}
