package org.sapwood.synthetic.polymyalgia;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.DisabilityItems;
import org.sapwood.synthetic.chart.Grades;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.LaboratoryValues;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;
import org.sapwood.synthetic.chart.ScaleCourse;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.chart.VisitValues;
import org.sapwood.synthetic.chart.VisitValues.Parameter;

/** What is written down at the visits of one patient: the parts of the activity score, disability, CRP and ESR. */
final class Measurements {

    /** Scales that follow from one underlying number, with their greatest value and the decimals that are recorded. */
    enum Scale {
        PAIN("Patient Pain (VAS)", "cm", 10, 1),
        PHYGLOB("Physician Global Activity (VAS)", "cm", 10, 1),
        PATGLOB("Patient Global Activity (VAS)", "cm", 10, 1),
        STIFF("Morning Stiffness", "min", 240, 0),
        EUL("Elevation of Upper Limbs (0-3)", "", 3, 0);

        private final String label;
        private final String unit;
        private final double greatest;
        private final int decimals;

        Scale(String label, String unit, double greatest, int decimals) {
            this.label = label;
            this.unit = unit;
            this.greatest = greatest;
            this.decimals = decimals;
        }

        private Parameter parameter() {
            return new Parameter("PMR-AS", name(), label, "", unit);
        }
    }

    private static final Test PROTEIN = new Test("ACUTE PHASE", "CRP", "C-Reactive Protein", "mg/L", "0", "8", 1);
    private static final Test SEDIMENTATION =
            new Test("ACUTE PHASE", "ESR", "Erythrocyte Sedimentation Rate", "mm/h", "0", "30", 0);
    private static final Test AST =
            new Test("CHEMISTRY", "AST", "Aspartate Aminotransferase", "U/L", "0", "40", 0).graded(Grades.TRANSAMINASE);
    private static final Test ALT =
            new Test("CHEMISTRY", "ALT", "Alanine Aminotransferase", "U/L", "0", "40", 0).graded(Grades.TRANSAMINASE);

    private final Patient patient;
    private final Journey journey;
    private final long seed;
    private final Map<Scale, BigDecimal> baseline = new EnumMap<>(Scale.class);
    private BigDecimal disabilityAtBaseline = BigDecimal.ZERO;

    Measurements(Patient patient, Journey journey, long seed) {
        this.patient = patient;
        this.journey = journey;
        this.seed = seed;
    }

    void write(VisitValues values, LaboratoryValues laboratory) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.MEASUREMENT);
        for (Scale scale : Scale.values()) {
            BigDecimal first = ScaleCourse.write(
                    values,
                    patient.person(),
                    journey,
                    scale.parameter(),
                    0.08,
                    draws,
                    (visit, fraction, error) -> value(scale, fraction, error));
            baseline.put(scale, first);
        }
        disabilityAtBaseline =
                new DisabilityItems(draws).write(values, patient.person(), journey, patient.disability());
        writeBlood(laboratory);
    }

    BigDecimal baseline(Scale scale) {
        return Objects.requireNonNull(baseline.get(scale));
    }

    /** The health assessment index at baseline. */
    BigDecimal disabilityAtBaseline() {
        return disabilityAtBaseline;
    }

    /** C-reactive protein at baseline, mg/L. */
    BigDecimal proteinAtBaseline() {
        return BigDecimal.valueOf(patient.reactiveProtein()).setScale(1, RoundingMode.HALF_UP);
    }

    /** Sedimentation rate at baseline, mm/h. */
    BigDecimal sedimentationAtBaseline() {
        return BigDecimal.valueOf(patient.sedimentation()).setScale(0, RoundingMode.HALF_UP);
    }

    private BigDecimal value(Scale scale, double fraction, double error) {
        double value = switch (scale) {
            case PAIN -> patient.pain() * (1 - 1.1 * fraction) + 0.4 * error;
            case PHYGLOB -> patient.physician() * (1 - 1.2 * fraction) + 0.3 * error;
            case PATGLOB -> patient.patient() * (1 - fraction) + 0.5 * error;
            case STIFF -> 5 * Math.round((patient.stiffness() * (1 - 1.3 * fraction) + 5 * error) / 5);
            case EUL -> patient.elevation() * (1 - 1.1 * fraction) + 0.2 * error;
        };
        return BigDecimal.valueOf(Math.max(0, Math.min(scale.greatest, value)))
                .setScale(scale.decimals, RoundingMode.HALF_UP);
    }

    private void writeBlood(LaboratoryValues laboratory) {
        Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.LABORATORY);
        double liver = draws.logNormal(22, 0.25);
        for (Visit visit : journey.visits()) {
            boolean first = visit.week() == 0;
            double left = Math.max(0.05, 1 - 1.25 * visit.improvement());
            double protein = 1.5 + (patient.reactiveProtein() - 1.5) * left * (first ? 1 : draws.logNormal(1, 0.3));
            double rate = 10 + (patient.sedimentation() - 10) * left + (first ? 0 : draws.normal(0, 4));
            double enzyme = liver * draws.logNormal(1, 0.25);
            if (first || !draws.happens(0.02)) {
                laboratory.write(patient.person(), journey, visit, PROTEIN, Math.max(0.5, protein));
                laboratory.write(patient.person(), journey, visit, SEDIMENTATION, Math.max(2, rate));
            }
            laboratory.write(patient.person(), journey, visit, AST, enzyme);
            laboratory.write(patient.person(), journey, visit, ALT, enzyme * draws.logNormal(1, 0.2));
        }
    }
}
