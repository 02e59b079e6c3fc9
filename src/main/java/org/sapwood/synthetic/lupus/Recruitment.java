package org.sapwood.synthetic.lupus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.fitting.Fitting;
import org.sapwood.synthetic.fitting.Requirement;

/**
 * Invents who is screened and randomised, 30 to an arm in permuted blocks of four, with the means, standard deviations and
 * counts of Table 1. The mean age 31.58 is no mean of 30 whole numbers, so ages have a decimal.
 */
final class Recruitment {
    /** Patients of an arm. */
    static final int PER_ARM = 30;

    /** Why persons are not randomised; not published. */
    static final List<String> FAILURES = List.of(
            "SLEDAI BELOW 8",
            "SLEDAI BELOW 8",
            "SLEDAI BELOW 8",
            "STANDARD THERAPY SHORTER THAN 2 MONTHS",
            "STANDARD THERAPY SHORTER THAN 2 MONTHS",
            "SEVERE INFECTION",
            "HEPATITIS B",
            "TRANSAMINASES ABOVE LIMIT",
            "BIOLOGIC BEFORE",
            "TUBERCULIN TEST ABOVE 10 MM",
            "CONSENT WITHDRAWN");

    private static final LocalDate FIRST = LocalDate.of(2015, 6, 8);

    /** A mean and a standard deviation as printed. */
    private record Printed(String mean, String deviation) {}

    /** One arm of Table 1: mean and standard deviation as printed, then counts. */
    private record Table(
            Printed age,
            Printed weight,
            Printed height,
            Printed surface,
            Printed duration,
            int men,
            List<Integer> drugs) {}

    /** Concomitant drugs, as variables of the subject dataset. */
    static final List<String> DRUGS =
            List.of("HCQFL", "CYCFL", "AZAFL", "CSAFL", "MMFFL", "TACFL", "LEFFL", "THALFL", "MTXFL");

    private static final Map<Arm, Table> TABLES = new EnumMap<>(Map.of(
            Arm.INTERLEUKIN,
            new Table(
                    new Printed("31.58", "9.25"),
                    new Printed("54.81", "8.33"),
                    new Printed("162.23", "6.81"),
                    new Printed("1.57", "0.140"),
                    new Printed("66.7", "57.4"),
                    3,
                    List.of(29, 4, 1, 0, 9, 1, 3, 1, 1)),
            Arm.PLACEBO,
            new Table(
                    new Printed("29.83", "9.72"),
                    new Printed("58.69", "8.87"),
                    new Printed("162.67", "5.41"),
                    new Printed("1.62", "0.13"),
                    new Printed("63.6", "59.9"),
                    1,
                    List.of(28, 0, 4, 5, 8, 1, 1, 0, 1))));

    private final String trial;
    private final Interventions events;
    private final long seed;
    private final List<Integer> failing;
    private final List<Patient> patients = new ArrayList<>();

    Recruitment(String trial, Interventions events, long seed) {
        this.trial = trial;
        this.events = events;
        this.seed = seed;
        Draws draws = Draws.of(seed, 0, Draws.Stream.ALLOCATION);
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= 2 * PER_ARM + FAILURES.size(); number++) {
            numbers.add(number);
        }
        failing = new ArrayList<>(draws.shuffled(numbers).subList(0, FAILURES.size()));
        Collections.sort(failing);
        numbers.removeAll(failing);
        Map<Arm, List<Integer>> allocated = new EnumMap<>(Arm.class);
        for (int block = 0; block < numbers.size() / 4; block++) {
            List<Arm> arms = draws.shuffled(List.of(Arm.INTERLEUKIN, Arm.INTERLEUKIN, Arm.PLACEBO, Arm.PLACEBO));
            for (int i = 0; i < 4; i++) {
                allocated.computeIfAbsent(arms.get(i), arm -> new ArrayList<>()).add(numbers.get(4 * block + i));
            }
        }
        int untreated = draws.whole(5, 20);
        allocated.forEach((arm, members) -> enrol(arm, members, arm == Arm.INTERLEUKIN ? untreated : -1));
        patients.sort((a, b) -> Integer.compare(a.person().number(), b.person().number()));
    }

    /** The randomised patients in order of screening. */
    List<Patient> patients() {
        return patients;
    }

    /** Those who failed, in order of screening. */
    List<Person> failures() {
        List<Person> persons = new ArrayList<>();
        List<String> reasons = Draws.of(seed, 1, Draws.Stream.ALLOCATION).shuffled(FAILURES);
        for (int i = 0; i < failing.size(); i++) {
            Draws draws = Draws.of(seed, failing.get(i), Draws.Stream.SCREENING);
            persons.add(person(
                    failing.get(i),
                    draws.whole(19, 60),
                    draws.happens(0.9),
                    draws.whole(152, 172),
                    BigDecimal.valueOf(draws.whole(440, 720), 1),
                    reasons.get(i)));
        }
        return persons;
    }

    private void enrol(Arm arm, List<Integer> members, int untreated) {
        Table table = TABLES.getOrDefault(arm, TABLES.values().iterator().next());
        Draws draws = Draws.of(seed, 30L + arm.number(), Draws.Stream.SUMMARIES);
        Fitting fitting = new Fitting(draws);
        long[] ages = fitting.moved(start(draws, 300, 90, 190, 600), 190, 640, mean(table.age(), 0.1));
        long[] weights = fitting.moved(start(draws, 560, 85, 400, 800), 400, 850, mean(table.weight(), 0.1));
        long[] durations = fitting.moved(start(draws, 620, 500, 40, 2_400), 40, 3_000, mean(table.duration(), 0.1));
        long[] heights = fitting.moved(start(draws, 162, 6, 150, 178), 148, 182, mean(table.height(), 1));
        heights = fitting.arranged(heights, surface(weights, table));
        List<Integer> everybody = new ArrayList<>();
        for (int i = 0; i < PER_ARM; i++) {
            everybody.add(i);
        }
        TreeSet<Integer> men = new TreeSet<>(fitting.chosen(tallest(heights), table.men()));
        List<TreeSet<Integer>> drugs = new ArrayList<>();
        for (int drug : table.drugs()) {
            drugs.add(new TreeSet<>(fitting.chosen(everybody, drug)));
        }
        int place = 0;
        for (int i = 0; i < PER_ARM; i++) {
            TreeSet<String> own = new TreeSet<>();
            for (int drug = 0; drug < DRUGS.size(); drug++) {
                if (drugs.get(drug).contains(i)) {
                    own.add(DRUGS.get(drug));
                }
            }
            Person person = person(
                    members.get(i),
                    (int) (ages[i] / 10),
                    !men.contains(i),
                    (int) heights[i],
                    BigDecimal.valueOf(weights[i], 1),
                    "");
            boolean treated = i != untreated;
            place += treated ? 1 : 0;
            patients.add(new Patient(
                    person,
                    arm,
                    treated ? place - 1 : -1,
                    Journeys.of(person, arm, treated, treated ? events.of(arm, place - 1) : List.of(), seed),
                    BigDecimal.valueOf(ages[i], 1),
                    BigDecimal.valueOf(durations[i], 1),
                    own));
        }
    }

    private static Requirement mean(Printed printed, double step) {
        return Requirement.meanAndDeviation(printed.mean(), printed.deviation(), step);
    }

    /** Body surface after Mosteller with two decimals, by who of a weight has which height. */
    private static Requirement surface(long[] weights, Table table) {
        Requirement printed = mean(table.surface(), 0.01);
        return heights -> {
            long[] areas = new long[heights.length];
            for (int i = 0; i < heights.length; i++) {
                areas[i] = Math.round(100 * Math.sqrt(heights[i] * weights[i] / 36_000.0));
            }
            return printed.distance(areas);
        };
    }

    private static long[] start(Draws draws, double mean, double deviation, long low, long high) {
        long[] values = new long[PER_ARM];
        for (int i = 0; i < PER_ARM; i++) {
            values[i] = Math.max(low, Math.min(high, Math.round(draws.normal(mean, deviation))));
        }
        return values;
    }

    private static List<Integer> tallest(long[] heights) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(heights[b], heights[a]));
        return order.subList(0, 8);
    }

    private Person person(int number, int age, boolean female, int height, BigDecimal weight, String failure) {
        return new Person(
                number,
                trial + "-" + String.format(Locale.ROOT, "%03d", number),
                "01",
                age,
                female ? "F" : "M",
                height,
                weight.setScale(1, RoundingMode.UNNECESSARY),
                FIRST.plusDays(8L * number
                        + Draws.of(seed, number, Draws.Stream.COURSE).whole(0, 5)),
                failure);
    }
}
