package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the core set was recorded in one trial: one scale per measure for all patients and visits.
 *
 * @param analogueScale unit of the three visual analogue scales
 * @param muscleTesting which muscles were summed; sums over one side cannot be rescaled to both sides, because the neck
 *     flexors count once in either
 * @param enzymeMultiples for each enzyme the multiple of its upper limit of normal that counts as its whole range
 * @param mostAbnormal how the enzyme to follow is chosen at baseline
 */
public record CoreSetScales(
        AnalogueScale analogueScale,
        MuscleTesting muscleTesting,
        Map<MuscleEnzyme, BigDecimal> enzymeMultiples,
        MostAbnormal mostAbnormal) {

    /** The range of the HAQ-DI. */
    static final BigDecimal HEALTH_ASSESSMENT_RANGE = BigDecimal.valueOf(3);

    /**
     * Enzyme ranges as multiples of the upper limit of normal: CK 15, aldolase 6, LDH 3, AST 3, ALT 3. To be confirmed
     * against the documentation of the official calculator before a plan is locked; at most 7.5 of 100 points depend on
     * them.
     */
    public static final Map<MuscleEnzyme, BigDecimal> DEFAULT_ENZYME_MULTIPLES = multiples(15, 6, 3, 3, 3);

    /** Centimetres, both sides (150), default multiples, most abnormal by fold of the upper limit of normal. */
    public static final CoreSetScales STANDARD = new CoreSetScales(
            AnalogueScale.CENTIMETRES,
            MuscleTesting.BILATERAL_150,
            DEFAULT_ENZYME_MULTIPLES,
            MostAbnormal.FOLD_OF_LIMIT);

    /** Visual analogue scales. */
    public enum AnalogueScale {
        /** 0 to 10 cm. */
        CENTIMETRES(10, "0.1", "cm"),
        /** 0 to 100 mm. */
        MILLIMETRES(100, "1", "mm");

        private final BigDecimal maximum;
        private final BigDecimal step;
        private final String unit;

        AnalogueScale(int maximum, String step, String unit) {
            this.maximum = BigDecimal.valueOf(maximum);
            this.step = new BigDecimal(step);
            this.unit = unit;
        }

        /** {@return the worst value} */
        public BigDecimal maximum() {
            return maximum;
        }

        /** {@return the smallest distance that is recorded} */
        public BigDecimal step() {
            return step;
        }

        /** {@return cm or mm} */
        public String unit() {
            return unit;
        }

        /**
         * Converts a distance in centimetres into this unit.
         *
         * @param centimetres the distance
         * @return the same distance
         */
        public BigDecimal fromCentimetres(BigDecimal centimetres) {
            return this == CENTIMETRES ? centimetres : centimetres.movePointRight(1);
        }

        /**
         * Converts a distance in this unit into centimetres.
         *
         * @param value the distance
         * @return the same distance
         */
        public BigDecimal toCentimetres(BigDecimal value) {
            return this == CENTIMETRES ? value : value.movePointLeft(1);
        }
    }

    /** Sums of manual muscle testing, each muscle 0 to 10. */
    public enum MuscleTesting {
        /** MMT-8: seven muscles on both sides and the neck flexors. */
        BILATERAL_150(150),
        /** MMT-8 on one side: seven muscles and the neck flexors. */
        UNILATERAL_80(80),
        /** The 26 muscle groups of the full examination. */
        TOTAL_260(260);

        private final BigDecimal maximum;

        MuscleTesting(int maximum) {
            this.maximum = BigDecimal.valueOf(maximum);
        }

        /** {@return the sum of full strength} */
        public BigDecimal maximum() {
            return maximum;
        }
    }

    /** What "most abnormal" means. The two scales disagree when enzymes differ in their multiples. */
    public enum MostAbnormal {
        /** The highest value / upper limit of normal. */
        FOLD_OF_LIMIT,
        /** The highest value / (multiple &times; upper limit of normal). */
        FRACTION_OF_RANGE
    }

    /** Checks that every enzyme has a positive multiple. */
    public CoreSetScales {
        EnumMap<MuscleEnzyme, BigDecimal> ordered = new EnumMap<>(MuscleEnzyme.class);
        ordered.putAll(enzymeMultiples);
        for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
            BigDecimal multiple = ordered.get(enzyme);
            if (multiple == null || multiple.signum() <= 0) {
                throw new IllegalArgumentException("the range of " + enzyme.label()
                        + " needs a multiple of the upper limit of normal above 0, found " + multiple);
            }
        }
        enzymeMultiples = Collections.unmodifiableMap(ordered);
    }

    /**
     * Multiples in the order CK, aldolase, LDH, AST, ALT.
     *
     * @param ck creatine kinase
     * @param aldolase aldolase
     * @param ldh lactate dehydrogenase
     * @param ast aspartate aminotransferase
     * @param alt alanine aminotransferase
     * @return one multiple per enzyme
     */
    public static Map<MuscleEnzyme, BigDecimal> multiples(int ck, int aldolase, int ldh, int ast, int alt) {
        EnumMap<MuscleEnzyme, BigDecimal> map = new EnumMap<>(MuscleEnzyme.class);
        map.put(MuscleEnzyme.CREATINE_KINASE, BigDecimal.valueOf(ck));
        map.put(MuscleEnzyme.ALDOLASE, BigDecimal.valueOf(aldolase));
        map.put(MuscleEnzyme.LACTATE_DEHYDROGENASE, BigDecimal.valueOf(ldh));
        map.put(MuscleEnzyme.ASPARTATE_AMINOTRANSFERASE, BigDecimal.valueOf(ast));
        map.put(MuscleEnzyme.ALANINE_AMINOTRANSFERASE, BigDecimal.valueOf(alt));
        return Collections.unmodifiableMap(map);
    }

    /**
     * The multiple of one enzyme.
     *
     * @param enzyme which
     * @return above 0
     */
    public BigDecimal multiple(MuscleEnzyme enzyme) {
        return Objects.requireNonNull(enzymeMultiples.get(enzyme));
    }

    /**
     * The worst or best end of a bounded measure, whose other end is 0.
     *
     * @param measure any but the muscle enzyme
     * @return its range
     */
    public BigDecimal range(CoreSetMeasure measure) {
        return switch (measure) {
            case PHYSICIAN_GLOBAL, PATIENT_GLOBAL, EXTRAMUSCULAR_GLOBAL -> analogueScale.maximum();
            case MANUAL_MUSCLE_TESTING -> muscleTesting.maximum();
            case HEALTH_ASSESSMENT -> HEALTH_ASSESSMENT_RANGE;
            case MUSCLE_ENZYME -> throw new IllegalArgumentException("an enzyme has a range per upper limit of normal");
        };
    }

    /**
     * The smallest recorded distance of a bounded measure.
     *
     * @param measure any but the muscle enzyme
     * @return its step
     */
    public BigDecimal step(CoreSetMeasure measure) {
        return switch (measure) {
            case PHYSICIAN_GLOBAL, PATIENT_GLOBAL, EXTRAMUSCULAR_GLOBAL -> analogueScale.step();
            case MANUAL_MUSCLE_TESTING -> BigDecimal.ONE;
            case HEALTH_ASSESSMENT -> new BigDecimal("0.125");
            case MUSCLE_ENZYME -> throw new IllegalArgumentException("an enzyme has no fixed step");
        };
    }

    /**
     * Refuses values outside the ranges.
     *
     * @param measures one visit
     * @throws IllegalArgumentException naming the measure, the range and the value
     */
    public void check(CoreSetMeasures measures) {
        for (CoreSetMeasure measure : CoreSetMeasure.values()) {
            if (measure == CoreSetMeasure.MUSCLE_ENZYME) {
                continue;
            }
            BigDecimal value = measures.value(measure);
            if (value != null && (value.signum() < 0 || value.compareTo(range(measure)) > 0)) {
                throw new IllegalArgumentException(measure.label() + ": expected a value in 0 to "
                        + range(measure).toPlainString() + ", found " + value.toPlainString());
            }
        }
    }
}
