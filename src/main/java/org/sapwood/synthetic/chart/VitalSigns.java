package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.VisitValues.Parameter;

/** Weight, blood pressure, pulse and temperature at the visits. */
public final class VitalSigns {

    private record Sign(
            String code, String label, String unit, double mean, double between, double within, int decimals) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("SYSBP", "Systolic Blood Pressure", "mmHg", 124, 10, 6, 0),
            new Sign("DIABP", "Diastolic Blood Pressure", "mmHg", 76, 7, 5, 0),
            new Sign("PULSE", "Pulse", "/min", 76, 7, 5, 0),
            new Sign("TEMP", "Temperature", "C", 36.6, 0.2, 0.2, 1));

    private VitalSigns() {}

    /** Draws and writes the signs of one person; the weight at baseline is that of screening. */
    public static void write(VisitValues values, Person person, Journey journey, long seed) {
        Draws draws = Draws.of(seed, 2_000L + person.number(), Draws.Stream.LABORATORY);
        Parameter weight = new Parameter("VITAL SIGNS", "WEIGHT", "Weight", "", "kg");
        for (Visit visit : journey.visits()) {
            double now = person.weight().doubleValue() + (visit.week() == 0 ? 0 : draws.normal(0, 0.9));
            values.write(person, journey, visit, weight, Optional.of(rounded(now, 1)));
        }
        for (Sign sign : SIGNS) {
            Parameter parameter = new Parameter("VITAL SIGNS", sign.code(), sign.label(), "", sign.unit());
            double own = draws.normal(sign.mean(), sign.between());
            for (Visit visit : journey.visits()) {
                double now = own + draws.normal(0, sign.within());
                values.write(person, journey, visit, parameter, Optional.of(rounded(now, sign.decimals())));
            }
        }
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
