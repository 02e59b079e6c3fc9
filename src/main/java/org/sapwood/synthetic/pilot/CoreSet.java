package org.sapwood.synthetic.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.MuscleEnzyme;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.chart.VisitValues;
import org.sapwood.synthetic.chart.VisitValues.Parameter;
import org.sapwood.synthetic.pilot.Patient.Response;

/**
 * The six core set measures of one patient. What each patient's response asks for follows from the size of the changes:
 * with an improvement of 40 % or more at least three measures are 20 % better and the total improvement score is above 20;
 * below 4 % neither holds. Nobody's week 12 is missing.
 */
final class CoreSet {

    /** The weeks of the core set; enzymes are measured at all visits. */
    private static final List<Integer> WEEKS = List.of(0, 12, 24);

    private final Patient patient;
    private final Draws draws;
    private final Draws blood;
    private final TreeMap<String, BigDecimal> baseline = new TreeMap<>();

    CoreSet(Patient patient, long seed) {
        this.patient = patient;
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.MEASUREMENT);
        this.blood = Draws.of(seed, patient.person().number(), Draws.Stream.LABORATORY);
    }

    /** The value at baseline of a parameter. */
    BigDecimal baseline(String code) {
        return Objects.requireNonNull(baseline.get(code));
    }

    void write(VisitValues values, LaboratoryValues laboratory) {
        boolean score = patient.response() == Response.SCORE_ONLY;
        scale(values, "PHYGLOB", "Physician Global Activity (VAS)", "cm", "0.1", patient.physician(), score ? 1.5 : 0);
        scale(values, "PATGLOB", "Patient Global Activity (VAS)", "cm", "0.1", patient.patient(), 0);
        scale(
                values,
                "MMT8",
                "Manual Muscle Testing 8, bilateral (0-150)",
                "",
                "1",
                patient.weakness(),
                score ? 19 : 0);
        scale(values, "HAQDI", "HAQ Disability Index", "", "0.125", patient.disability(), 0);
        scale(
                values,
                "EMGLOB",
                "Extramuscular Global Activity (VAS)",
                "cm",
                "0.1",
                patient.extramuscular(),
                score ? 1 : 0);
        writeEnzymes(laboratory);
    }

    /** Writes a measure: {@code wrong} is what is wrong at baseline, {@code fall} a fixed fall of it, or 0. */
    private void scale(
            VisitValues values, String code, String label, String unit, String step, double wrong, double fall) {
        Parameter parameter = new Parameter("CORE SET", code, label, "", unit);
        BigDecimal before = onGrid(wrong, step);
        double lasting = patient.response() == Response.BOTH ? draws.uniform(-0.06, 0.08) : draws.uniform(-0.02, 0.02);
        for (Visit visit : patient.journey().visits()) {
            if (!WEEKS.contains(visit.week())) {
                continue;
            }
            BigDecimal now = before;
            if (visit.week() > 0 && fall > 0) {
                now = before.subtract(BigDecimal.valueOf(fall));
            } else if (visit.week() > 0) {
                now = onGrid(before.doubleValue() * (1 - visit.improvement() - lasting), step);
            }
            BigDecimal value = code.equals("MMT8") ? BigDecimal.valueOf(150).subtract(now) : now;
            boolean lost = visit.week() == 24 && draws.happens(code.equals("PATGLOB") ? 0.1 : 0.02);
            values.write(
                    patient.person(),
                    patient.journey(),
                    visit,
                    parameter,
                    lost ? Optional.empty() : Optional.of(value.setScale(before.scale(), RoundingMode.HALF_UP)));
            if (visit.week() == 0) {
                baseline.put(code, value);
            }
        }
    }

    private static BigDecimal onGrid(double value, String step) {
        BigDecimal grid = new BigDecimal(step);
        return BigDecimal.valueOf(Math.max(0, value))
                .divide(grid, 0, RoundingMode.HALF_UP)
                .multiply(grid);
    }

    private void writeEnzymes(LaboratoryValues laboratory) {
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            double multiple = patient.multiple(enzyme);
            double usual = Math.min(multiple, 0.6);
            double limit = enzyme.upperLimit(patient.isMale()).doubleValue();
            for (Visit visit : patient.journey().visits()) {
                double left = visit.week() == 0 ? 1 : 1 - visit.improvement();
                double value = (usual + (multiple - usual) * left) * blood.logNormal(1, 0.012);
                laboratory.write(
                        patient.person(), patient.journey(), visit, enzyme.test(patient.isMale()), value * limit);
            }
        }
    }

    /** The most abnormal enzyme at baseline. */
    String followedEnzyme() {
        Map<MuscleEnzyme, Double> multiples = new EnumMap<>(MuscleEnzyme.class);
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            multiples.put(enzyme, patient.multiple(enzyme));
        }
        return MuscleEnzyme.mostAbnormal(multiples).map(MuscleEnzyme::name).orElse("");
    }
}
