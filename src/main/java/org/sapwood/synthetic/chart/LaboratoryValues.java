package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;

/**
 * A laboratory dataset: safety tests with their limits of normal and grades, cytometry with the parent gate of every
 * percentage, and cytokines, where a value below the lower limit of quantification is a text such as {@code <0.5}.
 */
public final class LaboratoryValues {

    /**
     * A test of blood.
     *
     * @param category of the parameter
     * @param code of the parameter
     * @param label of the parameter
     * @param unit of the value
     * @param low the lower limit of normal, or empty
     * @param high the upper limit of normal, or empty
     * @param decimals as reported
     */
    public record Test(
            String category, String code, String label, String unit, String low, String high, int decimals) {}

    /** A safety test with what is usual: mean, standard deviation between persons, and the limits of its grades. */
    private record SafetyTest(Test test, double mean, double between, double rise, List<Double> grades, boolean low) {}

    private static final String CHEMISTRY = "CHEMISTRY";
    private static final String BLOOD = "HAEMATOLOGY";

    /** Grades after the CTCAE version 5: upward as multiples of the upper limit, downward as absolute values. */
    private static final List<SafetyTest> SAFETY = List.of(
            chemistry("BILI", "Bilirubin", "umol/L", "3.4", "20.5", 1, 10.5, 2.6, List.of(1.0, 1.5, 3.0, 10.0)),
            chemistry("GGT", "Gamma Glutamyl Transferase", "U/L", "7", "45", 0, 26, 8, List.of(1.0, 2.5, 5.0, 20.0)),
            chemistry("CREAT", "Creatinine", "umol/L", "44", "97", 0, 64, 10, List.of(1.0, 1.5, 3.0, 6.0)),
            chemistry("GLUC", "Glucose", "mmol/L", "3.9", "6.1", 1, 5.2, 0.5, List.of()),
            blood("HGB", "Haemoglobin", "g/L", "115", "175", 0, 131, 9, List.of(115.0, 100.0, 80.0)),
            blood("WBC", "Leukocytes", "10^9/L", "3.5", "9.5", 2, 6.8, 1.2, List.of(3.5, 3.0, 2.0, 1.0)),
            blood("NEUT", "Neutrophils", "10^9/L", "1.8", "6.3", 2, 4.4, 0.8, List.of(1.8, 1.5, 1.0, 0.5)),
            blood("LYM", "Lymphocytes", "10^9/L", "1.1", "3.2", 2, 1.7, 0.35, List.of(1.1, 0.8, 0.5, 0.2)),
            blood("PLAT", "Platelets", "10^9/L", "125", "350", 0, 225, 40, List.of(125.0, 75.0, 50.0, 25.0)),
            new SafetyTest(
                    new Test(BLOOD, "EOS", "Eosinophils", "10^9/L", "0.02", "0.52", 2),
                    0.16,
                    0.06,
                    1.9,
                    List.of(1.0),
                    false));

    private final CsvTable table = new CsvTable(
            "USUBJID", "PARCAT1", "PARAMCD", "PARAM", "PARENT", "AVISIT", "AVISITN", "ADT", "ADY", "AVAL", "AVALC",
            "AVALU", "ANRLO", "ANRHI", "LLOQ", "ATOXGR", "ABLFL");

    private static SafetyTest chemistry(
            String code,
            String label,
            String unit,
            String low,
            String high,
            int decimals,
            double mean,
            double between,
            List<Double> grades) {
        return new SafetyTest(
                new Test(CHEMISTRY, code, label, unit, low, high, decimals), mean, between, 0, grades, false);
    }

    private static SafetyTest blood(
            String code,
            String label,
            String unit,
            String low,
            String high,
            int decimals,
            double mean,
            double between,
            List<Double> grades) {
        return new SafetyTest(new Test(BLOOD, code, label, unit, low, high, decimals), mean, between, 0, grades, true);
    }

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }

    /**
     * Writes a value with the grade of its rise above the upper limit.
     *
     * @param multiples of the upper limit from which grade 1, 2, … begin
     */
    public void write(Person person, Journey journey, Visit visit, Test test, double value, List<Double> multiples) {
        BigDecimal reported = reported(value, test);
        double limit = test.high().isEmpty() ? Double.MAX_VALUE : Double.parseDouble(test.high());
        row(person, journey, visit, test, "", reported.toPlainString(), "", upward(reported, limit, multiples));
    }

    /**
     * Writes a percentage of cells with its parent gate.
     *
     * @param parent the gate of which the percentage is
     */
    public void writeCells(Person person, Journey journey, Visit visit, Test test, String parent, double percent) {
        row(person, journey, visit, test, parent, reported(percent, test).toPlainString(), "", "");
    }

    /**
     * Writes a concentration, or the text that it lies below the lower limit of quantification.
     *
     * @param limit the lower limit of quantification
     */
    public void writeConcentration(
            Person person, Journey journey, Visit visit, Test test, double value, BigDecimal limit) {
        BigDecimal reported = reported(value, test);
        boolean below = reported.compareTo(limit) < 0;
        String text = below ? "<" + limit.toPlainString() : reported.toPlainString();
        table.row(
                person.id(),
                test.category(),
                test.code(),
                test.label(),
                "",
                visit.name(),
                visit.week(),
                journey.days().date(visit.day()),
                visit.day(),
                below ? "" : text,
                text,
                test.unit(),
                test.low(),
                test.high(),
                limit.toPlainString(),
                "",
                visit.week() == 0 ? "Y" : "");
    }

    /**
     * Writes the safety tests of all visits.
     *
     * @param onInterleukin whether study treatment is IL-2, under which eosinophils rise
     * @param seed the seed of the trial
     */
    public void writeSafety(Person person, Journey journey, boolean onInterleukin, long seed) {
        Draws draws = Draws.of(seed, 1_000L + person.number(), Draws.Stream.LABORATORY);
        for (SafetyTest safety : SAFETY) {
            double own = safety.mean() + safety.between() * Math.max(-2, Math.min(2, draws.normal()));
            double reaction = safety.rise() * draws.uniform(0.2, 1.6);
            for (Visit visit : journey.visits()) {
                boolean treated = onInterleukin && visit.week() > 0 && visit.day() <= journey.lastTreatedDay() + 7;
                double value = own * (treated ? 1 + reaction : 1) + 0.35 * safety.between() * draws.normal();
                if (draws.happens(0.012) && visit.week() > 0) {
                    continue;
                }
                BigDecimal reported = reported(Math.max(0.01, value), safety.test());
                double limit = Double.parseDouble(safety.test().high());
                String grade = safety.grades().isEmpty()
                        ? ""
                        : safety.low() ? downward(reported, safety.grades()) : upward(reported, limit, safety.grades());
                row(person, journey, visit, safety.test(), "", reported.toPlainString(), "", grade);
            }
        }
    }

    private static String upward(BigDecimal value, double limit, List<Double> multiples) {
        if (multiples.isEmpty()) {
            return "";
        }
        long grade = multiples.stream()
                .filter(multiple -> value.doubleValue() > multiple * limit)
                .count();
        return Long.toString(grade);
    }

    private static String downward(BigDecimal value, List<Double> limits) {
        return Long.toString(
                limits.stream().filter(limit -> value.doubleValue() < limit).count());
    }

    private static BigDecimal reported(double value, Test test) {
        return BigDecimal.valueOf(value).setScale(test.decimals(), RoundingMode.HALF_UP);
    }

    private void row(
            Person person,
            Journey journey,
            Visit visit,
            Test test,
            String parent,
            String value,
            String limit,
            String grade) {
        table.row(
                person.id(),
                test.category(),
                test.code(),
                test.label(),
                parent,
                visit.name(),
                visit.week(),
                journey.days().date(visit.day()),
                visit.day(),
                value,
                value,
                test.unit(),
                test.low(),
                test.high(),
                limit,
                grade,
                visit.week() == 0 ? "Y" : "");
    }
}
