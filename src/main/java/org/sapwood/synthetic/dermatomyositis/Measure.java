package org.sapwood.synthetic.dermatomyositis;

import java.math.BigDecimal;

/** What is measured at visits: parameter code, name, unit, and the grid of values that the instrument can give. */
enum Measure {
    PHYGLOB("Physician Global Activity (VAS)", "cm", "0.1", 0, 100),
    PATGLOB("Patient Global Activity (VAS)", "cm", "0.1", 0, 100),
    MMT8("Manual Muscle Testing 8, bilateral (0-150)", "", "1", 0, 150),
    HAQDI("HAQ Disability Index", "", "0.125", 0, 24),
    CK("Creatine Kinase", "U/L", "1", 10, 30_000),
    ALDOLASE("Aldolase", "U/L", "0.1", 5, 1_000),
    LDH("Lactate Dehydrogenase", "U/L", "1", 80, 5_000),
    AST("Aspartate Aminotransferase", "U/L", "1", 5, 2_000),
    ALT("Alanine Aminotransferase", "U/L", "1", 5, 2_000),
    EMGLOB("Extramuscular Global Activity (VAS)", "cm", "0.1", 0, 100),
    CDASIA("CDASI Activity (0-100)", "", "1", 0, 100),
    CDASID("CDASI Damage (0-32)", "", "1", 0, 32);

    private final String label;
    private final String unit;
    private final BigDecimal step;
    private final long least;
    private final long greatest;

    Measure(String label, String unit, String step, long least, long greatest) {
        this.label = label;
        this.unit = unit;
        this.step = new BigDecimal(step);
        this.least = least;
        this.greatest = greatest;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    boolean isEnzyme() {
        return switch (this) {
            case CK, ALDOLASE, LDH, AST, ALT -> true;
            default -> false;
        };
    }

    /** The value of the instrument nearest to a real number, within its range. */
    BigDecimal recorded(double value) {
        long steps = Math.round(value / step.doubleValue());
        return step.multiply(BigDecimal.valueOf(Math.max(least, Math.min(greatest, steps))));
    }
}
