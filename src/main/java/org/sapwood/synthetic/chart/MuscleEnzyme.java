package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.sapwood.synthetic.chart.LaboratoryValues.Test;

/** The muscle enzymes of the core set, in the order in which ties are decided, with their upper limits of normal in U/L. */
public enum MuscleEnzyme {
    CK("Creatine Kinase", "310", "200", 0),
    ALDOLASE("Aldolase", "7.6", "7.6", 1),
    LDH("Lactate Dehydrogenase", "250", "250", 0),
    AST("Aspartate Aminotransferase", "40", "40", 0),
    ALT("Alanine Aminotransferase", "50", "40", 0);

    private final String label;
    private final BigDecimal limitOfMen;
    private final BigDecimal limitOfWomen;
    private final int decimals;

    MuscleEnzyme(String label, String limitOfMen, String limitOfWomen, int decimals) {
        this.label = label;
        this.limitOfMen = new BigDecimal(limitOfMen);
        this.limitOfWomen = new BigDecimal(limitOfWomen);
        this.decimals = decimals;
    }

    /** {@return the upper limit of normal, U/L} */
    public BigDecimal upperLimit(boolean male) {
        return male ? limitOfMen : limitOfWomen;
    }

    /** {@return the test of a man or a woman} */
    public Test test(boolean male) {
        String limit = upperLimit(male).toPlainString();
        return new Test("CHEMISTRY", name(), label, "U/L", "0", limit, decimals).graded(grades());
    }

    private Grades grades() {
        return switch (this) {
            case CK -> Grades.above(1.0, 2.5, 5.0, 10.0);
            case AST, ALT -> Grades.TRANSAMINASE;
            case ALDOLASE, LDH -> Grades.NONE;
        };
    }

    /**
     * The enzyme that is followed in a patient.
     *
     * @param multiples the enzymes that were measured, as multiples of their upper limits
     * @return the one with the highest multiple; of equal ones the first
     */
    public static Optional<MuscleEnzyme> mostAbnormal(Map<MuscleEnzyme, Double> multiples) {
        Optional<MuscleEnzyme> most = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (MuscleEnzyme enzyme : values()) {
            double multiple = multiples.getOrDefault(enzyme, Double.NEGATIVE_INFINITY);
            if (multiple > highest) {
                highest = multiple;
                most = Optional.of(enzyme);
            }
        }
        return most;
    }
}
