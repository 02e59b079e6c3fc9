package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where the grades of a laboratory test begin after the CTCAE version 5: upward as multiples of the upper limit of normal,
 * downward as values.
 *
 * @param areDownward whether low values are graded
 * @param limits where grade 1, 2, … begin; empty when the test is not graded
 */
public record Grades(boolean areDownward, List<Double> limits) {
    /** The grades of a test that has none. */
    public static final Grades NONE = new Grades(false, List.of());

    /** The grades of creatinine. */
    public static final Grades CREATININE = above(1.0, 1.5, 3.0, 6.0);

    /** The grades of alanine and aspartate aminotransferase. */
    public static final Grades TRANSAMINASE = above(1.0, 3.0, 5.0, 20.0);

    /** Keeps its own copy. */
    public Grades {
        limits = List.copyOf(limits);
    }

    /** {@return the grades of a rise above multiples of the upper limit} */
    public static Grades above(double... multiples) {
        return new Grades(false, DoubleStream.of(multiples).boxed().toList());
    }

    /** {@return the grades of a fall below values} */
    public static Grades below(double... values) {
        return new Grades(true, DoubleStream.of(values).boxed().toList());
    }

    /**
     * The grade of a value.
     *
     * @param value the value as reported
     * @param upperLimit the upper limit of normal, or empty when only falls are graded
     * @return 0, 1, 2, …, or empty when the test is not graded
     */
    String of(BigDecimal value, String upperLimit) {
        if (limits.isEmpty()) {
            return "";
        }
        double reported = value.doubleValue();
        if (areDownward) {
            return Long.toString(
                    limits.stream().filter(limit -> reported < limit).count());
        }
        double normal = Double.parseDouble(upperLimit);
        return Long.toString(
                limits.stream().filter(multiple -> reported > multiple * normal).count());
    }
}
