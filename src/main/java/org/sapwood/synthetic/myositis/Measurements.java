package org.sapwood.synthetic.myositis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.DisabilityItems;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.ScaleCourse;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.chart.VisitValues;
import org.sapwood.synthetic.chart.VisitValues.Parameter;

/**
 * What is written down at the visits of one patient: global scales, grades of single muscles, answers of the health
 * assessment questionnaire, the organ scales of the disease activity tool, skin scores, enzymes and the dose of
 * ciclosporin. The first visit is also what the eligibility was judged on.
 */
final class Measurements {

    /** Scales whose value follows from one underlying number. */
    enum Scale {
        PHYGLOB("CORE SET", "Physician Global Activity (VAS)", "cm"),
        PATGLOB("CORE SET", "Patient Global Activity (VAS)", "cm"),
        EMGLOB("CORE SET", "Extramuscular Global Activity (VAS)", "cm"),
        CDASIA("CDASI", "CDASI Activity (0-100)", ""),
        CDASID("CDASI", "CDASI Damage (0-32)", "");

        private final String category;
        private final String label;
        private final String unit;

        Scale(String category, String label, String unit) {
            this.category = category;
            this.label = label;
            this.unit = unit;
        }

        private Parameter parameter() {
            return new Parameter(category, name(), label, "", unit);
        }

        boolean isAnalogue() {
            return this == PHYGLOB || this == PATGLOB || this == EMGLOB;
        }
    }

    /** A muscle group of the examination and how much more than others it is affected. */
    private record Muscle(String code, String item, String label, double share) {}

    private static final List<Muscle> MUSCLES = List.of(
            new Muscle("MMTNECK", "neck-flexors", "Neck Flexors", 1.6),
            new Muscle("MMTDELR", "right-deltoid", "Deltoid, Right", 1.3),
            new Muscle("MMTDELL", "left-deltoid", "Deltoid, Left", 1.3),
            new Muscle("MMTBICR", "right-biceps-brachii", "Biceps Brachii, Right", 0.8),
            new Muscle("MMTBICL", "left-biceps-brachii", "Biceps Brachii, Left", 0.8),
            new Muscle("MMTWREXR", "right-wrist-extensors", "Wrist Extensors, Right", 0.3),
            new Muscle("MMTWREXL", "left-wrist-extensors", "Wrist Extensors, Left", 0.3),
            new Muscle("MMTGMAXR", "right-gluteus-maximus", "Gluteus Maximus, Right", 1.5),
            new Muscle("MMTGMAXL", "left-gluteus-maximus", "Gluteus Maximus, Left", 1.5),
            new Muscle("MMTGMEDR", "right-gluteus-medius", "Gluteus Medius, Right", 1.4),
            new Muscle("MMTGMEDL", "left-gluteus-medius", "Gluteus Medius, Left", 1.4),
            new Muscle("MMTQUADR", "right-quadriceps", "Quadriceps, Right", 0.9),
            new Muscle("MMTQUADL", "left-quadriceps", "Quadriceps, Left", 0.9),
            new Muscle("MMTANKR", "right-ankle-dorsiflexors", "Ankle Dorsiflexors, Right", 0.5),
            new Muscle("MMTANKL", "left-ankle-dorsiflexors", "Ankle Dorsiflexors, Left", 0.5));

    /** An organ system of the disease activity tool. */
    private record Organ(String code, String label, double share) {}

    private static final List<Organ> ORGANS = List.of(
            new Organ("MDCON", "Constitutional", 0.6),
            new Organ("MDCUT", "Cutaneous", 1.0),
            new Organ("MDSKE", "Skeletal", 0.4),
            new Organ("MDGI", "Gastrointestinal", 0.3),
            new Organ("MDPUL", "Pulmonary", 0.5),
            new Organ("MDCAR", "Cardiac", 0.1),
            new Organ("MDMUS", "Muscle", 0.9));

    private final Patient patient;
    private final Journey journey;
    private final long seed;
    private final Map<Scale, BigDecimal> baseline = new EnumMap<>(Scale.class);
    private final Map<MuscleEnzyme, BigDecimal> enzymesAtBaseline = new EnumMap<>(MuscleEnzyme.class);
    private int strengthAtBaseline;
    private BigDecimal disabilityAtBaseline = BigDecimal.ZERO;

    Measurements(Patient patient, Journey journey, long seed) {
        this.patient = patient;
        this.journey = journey;
        this.seed = seed;
    }

    void write(VisitValues values, LaboratoryValues laboratory) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.MEASUREMENT);
        writeScales(values, draws);
        writeMuscles(values, draws);
        writeOrgans(values, draws);
        disabilityAtBaseline =
                new DisabilityItems(draws).write(values, patient.person(), journey, patient.disability());
        writeCiclosporin(values, laboratory, draws);
        writeEnzymes(laboratory);
    }

    BigDecimal baseline(Scale scale) {
        return Objects.requireNonNull(baseline.get(scale));
    }

    /** The sum of all muscle grades at baseline. */
    int strengthAtBaseline() {
        return strengthAtBaseline;
    }

    /** The health assessment index at baseline. */
    BigDecimal disabilityAtBaseline() {
        return disabilityAtBaseline;
    }

    /** The enzymes that were measured at baseline, U/L. */
    Map<MuscleEnzyme, BigDecimal> enzymesAtBaseline() {
        return enzymesAtBaseline;
    }

    private void writeScales(VisitValues values, Draws draws) {
        for (Scale scale : Scale.values()) {
            if (scale.isAnalogue() || patient.isDermatomyositis()) {
                BigDecimal first = ScaleCourse.write(
                        values,
                        patient.person(),
                        journey,
                        scale.parameter(),
                        0.1,
                        draws,
                        (visit, fraction, error) -> value(scale, visit, fraction, error));
                baseline.put(scale, first);
            } else {
                baseline.put(scale, BigDecimal.ZERO);
            }
        }
    }

    private BigDecimal value(Scale scale, Visit visit, double fraction, double error) {
        double value = switch (scale) {
            case PHYGLOB -> patient.physician() * (1 - 1.1 * fraction) + 0.4 * error;
            case PATGLOB -> patient.patient() * (1 - 0.9 * fraction) + 0.5 * error;
            case EMGLOB -> patient.extramuscular() * (1 - fraction) + 0.3 * error;
            case CDASIA -> patient.skin() * (1 - 1.2 * fraction) + 0.9 * error;
            case CDASID -> patient.skinDamage() + 0.3 * error;
        };
        double high = scale.isAnalogue() ? 10 : scale == Scale.CDASIA ? 100 : 32;
        double low = visit.week() == 0 && scale.isAnalogue() ? 0.5 : 0;
        return BigDecimal.valueOf(Math.max(low, Math.min(high, value)))
                .setScale(scale.isAnalogue() ? 1 : 0, RoundingMode.HALF_UP);
    }

    private void writeMuscles(VisitValues values, Draws draws) {
        List<Double> shares = MUSCLES.stream()
                .map(muscle -> muscle.share() * draws.logNormal(1, 0.2))
                .toList();
        double all = shares.stream().mapToDouble(Double::doubleValue).sum();
        for (Visit visit : journey.visits()) {
            double missing = patient.weakness() * Math.max(0, 1 - visit.improvement());
            int sum = 0;
            for (int i = 0; i < MUSCLES.size(); i++) {
                double grade = 10 - missing * shares.get(i) / all + draws.normal(0, 0.25);
                int whole = (int) Math.max(2, Math.min(10, Math.round(grade)));
                boolean lost = visit.week() > 0 && draws.happens(0.002);
                sum += whole;
                Muscle muscle = MUSCLES.get(i);
                values.write(
                        patient.person(),
                        journey,
                        visit,
                        new Parameter("MMT8", muscle.code(), "MMT " + muscle.label() + " (0-10)", muscle.item(), ""),
                        lost ? Optional.empty() : Optional.of(BigDecimal.valueOf(whole)));
            }
            if (visit.week() == 0) {
                strengthAtBaseline = sum;
            }
        }
    }

    private void writeOrgans(VisitValues values, Draws draws) {
        for (Organ organ : ORGANS) {
            boolean involved = switch (organ.code()) {
                case "MDCUT" -> patient.isDermatomyositis();
                case "MDPUL" -> patient.hasLungDisease();
                case "MDCAR" -> draws.happens(0.05);
                case "MDGI" -> draws.happens(0.25);
                default -> true;
            };
            double size =
                    organ.share() * (organ.code().equals("MDMUS") ? patient.physician() : patient.extramuscular());
            for (Visit visit : journey.visits()) {
                double value = involved ? Math.max(0, size * (1 - visit.improvement()) + draws.normal(0, 0.3)) : 0;
                BigDecimal distance = BigDecimal.valueOf(Math.min(10, value)).setScale(1, RoundingMode.HALF_UP);
                int severity = (int) Math.min(4, Math.round(value * 0.55));
                String label = "MDAAT " + organ.label();
                values.write(
                        patient.person(),
                        journey,
                        visit,
                        new Parameter("MDAAT", organ.code(), label + " (VAS)", "", "cm"),
                        Optional.of(distance));
                values.write(
                        patient.person(),
                        journey,
                        visit,
                        new Parameter("MDAAT", organ.code() + "I", label + ", Worst Item (0-4)", "", ""),
                        Optional.of(BigDecimal.valueOf(severity)));
            }
        }
    }

    private void writeCiclosporin(VisitValues values, LaboratoryValues laboratory, Draws draws) {
        Parameter dose = new Parameter("BACKGROUND", "CSADD", "Ciclosporin Dose", "", "mg/day");
        Test trough = new Test("DRUG LEVEL", "CSATR", "Ciclosporin Trough", "ug/L", "100", "200", 0);
        int now = patient.ciclosporin();
        for (Visit visit : journey.visits()) {
            if (visit.week() > 12 && visit.improvement() > 0.25 && draws.happens(0.4)) {
                now = Math.max(50, now - 25);
            }
            values.write(patient.person(), journey, visit, dose, Optional.of(BigDecimal.valueOf(now)));
            if (visit.week() > 0) {
                double level = 0.7 * now * draws.logNormal(1, 0.2);
                laboratory.write(patient.person(), journey, visit, trough, level);
            }
        }
    }

    private void writeEnzymes(LaboratoryValues laboratory) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.LABORATORY);
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            Test test = enzyme.test(patient.isMale());
            double multiple = patient.multiple(enzyme);
            double usual = Math.min(multiple, 0.6);
            boolean absent = enzyme == MuscleEnzyme.ALDOLASE && !patient.hasAldolase();
            for (Visit visit : journey.visits()) {
                double left = Math.max(0.05, 1 - 1.1 * visit.improvement());
                double error = visit.week() == 0 ? 1 : draws.logNormal(1, 0.13);
                double value = (usual + (multiple - usual) * left) * error * Double.parseDouble(test.high());
                if (visit.week() == 0 && !absent) {
                    enzymesAtBaseline.put(
                            enzyme, BigDecimal.valueOf(value).setScale(test.decimals(), RoundingMode.HALF_UP));
                }
                if (!absent && (visit.week() == 0 || !draws.happens(0.015))) {
                    laboratory.write(patient.person(), journey, visit, test, value);
                }
            }
        }
    }
}
