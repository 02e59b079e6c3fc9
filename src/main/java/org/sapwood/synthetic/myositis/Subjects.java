package org.sapwood.synthetic.myositis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.SubjectRecord;
import org.sapwood.synthetic.chart.SubjectTable;
import org.sapwood.synthetic.myositis.Measurements.Scale;
import org.sapwood.synthetic.myositis.MyositisTrial.Arm;

/** The subject dataset of the trial. */
final class Subjects {
    private static final List<String> POPULATIONS = List.of("RANDFL", "FASFL", "SAFFL", "PPROTFL", "PDFL");

    private final String trial;
    private final SubjectTable table = new SubjectTable(
            List.of("STUDYID", "USUBJID", "SUBJID", "SITEID", "AGE", "AGEGR1", "SEX"),
            List.of(
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
                    "PDFL"),
            List.of(
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
                    "ENZBL"));

    Subjects(String trial) {
        this.trial = trial;
    }

    SubjectTable table() {
        return table;
    }

    void fail(Patient patient) {
        table.add(screened(patient).failed(POPULATIONS));
    }

    void enter(
            Patient patient,
            Journey journey,
            Arm arm,
            int registered,
            Measurements measured,
            String deviation,
            boolean hasImmunology) {
        table.add(screened(patient)
                .flag("RANDFL", true)
                .with("RANDDT", journey.days().date(-1))
                .with("ALLOCNO", registered)
                .with("ALLOCBLK", MyositisTrial.block(registered))
                .treated(arm.label())
                .treatmentNumber(arm.number())
                .flag("FASFL", journey.visits().size() > 1)
                .flag("SAFFL", true)
                .perProtocol(deviation)
                .flag("PDFL", hasImmunology)
                .dosed(journey)
                .followed(journey)
                .with("GCBL", patient.steroid().toPlainString())
                .with("GCKGBL", patient.steroid().divide(patient.person().weight(), 3, RoundingMode.HALF_UP))
                .with("CSABL", patient.ciclosporin())
                .with("PHYGLBL", measured.baseline(Scale.PHYGLOB))
                .with("PATGLBL", measured.baseline(Scale.PATGLOB))
                .with("EMGLBL", measured.baseline(Scale.EMGLOB))
                .with("MMT8BL", measured.strengthAtBaseline())
                .with("HAQBL", measured.disabilityAtBaseline().toPlainString())
                .with("CDASIABL", measured.baseline(Scale.CDASIA))
                .with("CDASIDBL", measured.baseline(Scale.CDASID))
                .with("ACTLIMB", limb(measured))
                .with("ENZBL", mostAbnormal(patient, measured)));
    }

    private SubjectRecord screened(Patient patient) {
        return new SubjectRecord(trial, patient.person())
                .numbered()
                .aged(40, 60)
                .with("IIMTYPE", patient.isDermatomyositis() ? "DERMATOMYOSITIS" : "POLYMYOSITIS")
                .with("ONSETTYP", patient.isNewOnset() ? "NEW ONSET" : "RECURRENT")
                .with("DURDISY", BigDecimal.valueOf(patient.durationYears()).setScale(1, RoundingMode.HALF_UP))
                .with("MSA", patient.antibody())
                .flag("ILDFL", patient.hasLungDisease())
                .flag("HCQFAIL", patient.hydroxychloroquineFailed());
    }

    /** The limb of the rule of active disease by which the subject entered. */
    private static String limb(Measurements measured) {
        boolean skin = measured.baseline(Scale.CDASIA).compareTo(BigDecimal.valueOf(5)) >= 0;
        boolean muscle = measured.strengthAtBaseline() <= 142;
        return skin && muscle ? "SKIN AND MUSCLE" : skin ? "SKIN" : "MUSCLE";
    }

    private static String mostAbnormal(Patient patient, Measurements measured) {
        Map<MuscleEnzyme, Double> multiples = new EnumMap<>(MuscleEnzyme.class);
        measured.enzymesAtBaseline()
                .forEach((enzyme, value) -> multiples.put(
                        enzyme,
                        value.doubleValue()
                                / enzyme.upperLimit(patient.isMale()).doubleValue()));
        return MuscleEnzyme.mostAbnormal(multiples).map(MuscleEnzyme::name).orElse("");
    }
}
