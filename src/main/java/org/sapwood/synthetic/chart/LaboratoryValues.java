package org.sapwood.synthetic.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
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
     * @param grades where its grades begin
     */
    public record Test(
            String category,
            String code,
            String label,
            String unit,
            String low,
            String high,
            int decimals,
            Grades grades) {

        /** A test without grades. */
        public Test(String category, String code, String label, String unit, String low, String high, int decimals) {
            this(category, code, label, unit, low, high, decimals, Grades.NONE);
        }

        /** {@return the test with its grades} */
        public Test graded(Grades begins) {
            return new Test(category, code, label, unit, low, high, decimals, begins);
        }
    }

    /**
     * A safety test with what is usual.
     *
     * @param test the test
     * @param mean the mean of healthy persons
     * @param between the standard deviation between persons
     * @param rise the mean relative rise under IL-2, or 0
     */
    private record SafetyTest(Test test, double mean, double between, double rise) {}

    private static final List<SafetyTest> SAFETY = List.of(
            usual(
                    chemistry("BILI", "Bilirubin", "umol/L", "3.4", "20.5", 1)
                            .graded(Grades.above(1.0, 1.5, 3.0, 10.0)),
                    10.5,
                    2.6),
            usual(
                    chemistry("GGT", "Gamma Glutamyl Transferase", "U/L", "7", "45", 0)
                            .graded(Grades.above(1.0, 2.5, 5.0, 20.0)),
                    26,
                    8),
            usual(chemistry("CREAT", "Creatinine", "umol/L", "44", "97", 0).graded(Grades.CREATININE), 64, 10),
            usual(chemistry("GLUC", "Glucose", "mmol/L", "3.9", "6.1", 1), 5.2, 0.5),
            usual(blood("HGB", "Haemoglobin", "g/L", "115", "175", 0).graded(Grades.below(115, 100, 80)), 131, 9),
            usual(
                    blood("WBC", "Leukocytes", "10^9/L", "3.5", "9.5", 2).graded(Grades.below(3.5, 3.0, 2.0, 1.0)),
                    6.8,
                    1.2),
            usual(
                    blood("NEUT", "Neutrophils", "10^9/L", "1.8", "6.3", 2).graded(Grades.below(1.8, 1.5, 1.0, 0.5)),
                    4.4,
                    0.8),
            usual(
                    blood("LYM", "Lymphocytes", "10^9/L", "1.1", "3.2", 2).graded(Grades.below(1.1, 0.8, 0.5, 0.2)),
                    1.7,
                    0.35),
            usual(blood("PLAT", "Platelets", "10^9/L", "125", "350", 0).graded(Grades.below(125, 75, 50, 25)), 225, 40),
            new SafetyTest(
                    blood("EOS", "Eosinophils", "10^9/L", "0.02", "0.52", 2).graded(Grades.above(1.0)),
                    0.16,
                    0.06,
                    1.9));

    private final CsvTable table = new CsvTable(
            "USUBJID", "PARCAT1", "PARAMCD", "PARAM", "PARENT", "AVISIT", "AVISITN", "ADT", "ADY", "AVAL", "AVALC",
            "AVALU", "ANRLO", "ANRHI", "LLOQ", "ATOXGR", "ABLFL");

    private static Test chemistry(String code, String label, String unit, String low, String high, int decimals) {
        return new Test("CHEMISTRY", code, label, unit, low, high, decimals);
    }

    private static Test blood(String code, String label, String unit, String low, String high, int decimals) {
        return new Test("HAEMATOLOGY", code, label, unit, low, high, decimals);
    }

    /** A test that study treatment does not change. */
    private static SafetyTest usual(Test test, double mean, double between) {
        return new SafetyTest(test, mean, between, 0);
    }

    /** {@return the dataset} */
    public CsvTable table() {
        return table;
    }

    /** Writes a value with its grade. */
    public void write(Person person, Journey journey, Visit visit, Test test, double value) {
        BigDecimal reported = reported(value, test);
        String grade = test.grades().of(reported, test.high());
        row(person, journey, visit, test, "", reported, Optional.empty(), grade);
    }

    /** Writes a percentage of cells with its parent gate. */
    public void write(Person person, Journey journey, Visit visit, LymphocyteSubset subset, double percent) {
        Test test = subset.test();
        row(person, journey, visit, test, subset.parent(), reported(percent, test), Optional.empty(), "");
    }

    /** Writes a concentration, or the text that it lies below the lower limit of quantification. */
    public void write(Person person, Journey journey, Visit visit, Cytokine cytokine, double concentration) {
        Test test = cytokine.test();
        row(person, journey, visit, test, "", reported(concentration, test), Optional.of(cytokine.limit()), "");
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
                write(person, journey, visit, safety.test(), Math.max(0.01, value));
            }
        }
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
            BigDecimal reported,
            Optional<BigDecimal> quantified,
            String grade) {
        String limit = quantified.map(BigDecimal::toPlainString).orElse("");
        boolean below = quantified.isPresent() && reported.compareTo(quantified.get()) < 0;
        String text = below ? "<" + limit : reported.toPlainString();
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
                below ? "" : text,
                text,
                test.unit(),
                test.low(),
                test.high(),
                limit,
                grade,
                visit.week() == 0 ? "Y" : "");
    }
}
