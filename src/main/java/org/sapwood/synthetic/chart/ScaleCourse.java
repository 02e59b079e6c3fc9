package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.util.Optional;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.VisitValues.Parameter;

/**
 * A scale over the visits of one person. It follows the improvement with a deviation of the scale that grows in eight weeks
 * and lasts, errs anew at every visit, and after baseline is now and then not obtained.
 */
public final class ScaleCourse {
    private static final double LOST = 0.015;
    private static final double WEEKS_TO_DEVIATE = 8;

    /** What the instrument gives. */
    @FunctionalInterface
    public interface Reading {
        /**
         * A value of the instrument.
         *
         * @param visit the visit
         * @param fraction the part of what was wrong at baseline that the scale has lost
         * @param error a standard normal error
         */
        BigDecimal at(Visit visit, double fraction, double error);
    }

    private ScaleCourse() {}

    /**
     * Draws and writes the values.
     *
     * @param deviation the standard deviation of the lasting deviation
     * @return the value at baseline
     */
    public static BigDecimal write(
            VisitValues values,
            Person person,
            Journey journey,
            Parameter parameter,
            double deviation,
            Draws draws,
            Reading reading) {
        double lasting = draws.normal(0, deviation);
        BigDecimal baseline = BigDecimal.ZERO;
        for (Visit visit : journey.visits()) {
            double fraction = visit.improvement() + Math.min(1, visit.week() / WEEKS_TO_DEVIATE) * lasting;
            BigDecimal value = reading.at(visit, fraction, draws.normal());
            boolean lost = visit.week() > 0 && draws.happens(LOST);
            values.write(person, journey, visit, parameter, lost ? Optional.empty() : Optional.of(value));
            baseline = visit.week() == 0 ? value : baseline;
        }
        return baseline;
    }
}
