package org.sapwood.synthetic.lupus;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.TrialGenerator;
import org.sapwood.synthetic.chart.Immunology;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.PlannedEvents.Treated;
import org.sapwood.synthetic.chart.ProtocolDeviation;
import org.sapwood.synthetic.chart.TrialDatasets;
import org.sapwood.synthetic.chart.VitalSigns;
import org.sapwood.synthetic.fitting.Fitting;

/**
 * Invents the analysis datasets of NCT02465580: IL-2 against placebo in systemic lupus, three cycles of two weeks on and
 * two weeks off, double-blind. Tables 1 to 3 of He 2020 are reproduced as far as they can hold at once; the README of the
 * datasets lists what does and what does not.
 */
public final class LupusTrial implements TrialGenerator {
    private static final List<Integer> DOSE_DAYS = IntStream.range(0, 3)
            .flatMap(cycle -> IntStream.range(0, 7).map(dose -> 28 * cycle + 2 * dose + 1))
            .boxed()
            .toList();
    private static final List<Integer> CYTOMETRY_WEEKS = List.of(0, 2, 12, 24);

    @Override
    public String protocol() {
        return "NCT02465580";
    }

    @Override
    public int subjects() {
        return 2 * Recruitment.PER_ARM;
    }

    @Override
    public String describe() {
        return "Low-dose IL-2 against placebo in systemic lupus; reproduces Tables 1 to 3 of He 2020 as far as they can"
                + " hold at once: SRI-4 16/29 and 9/30 at week 12, 19/29 and 11/30 at week 24";
    }

    @Override
    public void generate(int subjects, long seed, Path folder) throws IOException {
        if (subjects != subjects()) {
            throw new IllegalArgumentException(
                    "expected " + subjects() + " subjects, for whom the published summaries hold; found " + subjects);
        }
        new Books(protocol(), seed).write(folder, readme(seed));
    }

    /** One arm as it was fitted to the tables. */
    private record Group(Activity activity, SledaiItems items, BilagGrades grades, List<Set<Integer>> lowerTitre) {
        private static final int STARTS = 40;

        /** Fits an arm to the tables, from another starting point when one leads nowhere. */
        static Group of(Arm arm, long seed) {
            for (int start = 0; ; start++) {
                try {
                    return of(arm, new Activity(arm, start, seed), seed);
                } catch (IllegalStateException e) {
                    if (start == STARTS) {
                        throw e;
                    }
                }
            }
        }

        private static Group of(Arm arm, Activity activity, long seed) {
            SledaiItems items = new SledaiItems(arm, activity, seed);
            Fitting fitting = new Fitting(Draws.of(seed, 40L + arm.number(), Draws.Stream.SUMMARIES));
            List<Integer> everybody = IntStream.range(0, arm.followed()).boxed().toList();
            boolean active = arm == Arm.INTERLEUKIN;
            List<Set<Integer>> lower = List.of(
                    new TreeSet<>(fitting.chosen(everybody, active ? 7 : 11)),
                    new TreeSet<>(fitting.chosen(everybody, active ? 8 : 12)));
            return new Group(activity, items, new BilagGrades(arm, activity, items, seed), lower);
        }
    }

    /** The datasets while they are written. */
    private static final class Books {
        private final long seed;
        private final Map<Arm, Group> groups = new EnumMap<>(Arm.class);
        private final Interventions interventions;
        private final Recruitment recruitment;
        private final Subjects adsl;
        private final TrialDatasets data;
        private final Map<Arm, List<Treated>> treated = new EnumMap<>(Arm.class);
        private final List<Treated> neuropsychiatric = new ArrayList<>();

        Books(String trial, long seed) {
            this.seed = seed;
            Map<Arm, Activity> activities = new EnumMap<>(Arm.class);
            for (Arm arm : Arm.values()) {
                Group group = Group.of(arm, seed);
                activities.put(arm, group.activity());
                groups.put(arm, group);
                treated.put(arm, new ArrayList<>());
            }
            interventions = new Interventions(activities, seed);
            recruitment = new Recruitment(trial, interventions, seed);
            adsl = new Subjects(trial);
            data = TrialDatasets.of(
                    adsl.table(),
                    new CsvTable("USUBJID", "EXSEQ", "EXTRT", "EXDOSE", "EXDOSU", "EXROUTE", "ASTDT", "ASTDY"));
        }

        void write(Path folder, String readme) throws IOException {
            for (Person person : recruitment.failures()) {
                adsl.fail(person);
                ScreeningFacts.of(person, Draws.of(seed, person.number(), Draws.Stream.ELIGIBILITY))
                        .write(data.facts(), person);
            }
            recruitment.patients().forEach(this::enter);
            SafetyEvents.write(
                    data.events(),
                    Objects.requireNonNull(treated.get(Arm.INTERLEUKIN)),
                    Objects.requireNonNull(treated.get(Arm.PLACEBO)),
                    neuropsychiatric.get(0),
                    seed);
            data.write(folder, readme);
        }

        private void enter(Patient patient) {
            Group group = Objects.requireNonNull(groups.get(patient.arm()));
            Person person = patient.person();
            Draws eligibility = Draws.of(seed, person.number(), Draws.Stream.ELIGIBILITY);
            data.diary().write(person, patient.journey(), Diary.runs(patient, group.activity(), seed));
            VitalSigns.write(data.signs(), person, patient.journey(), seed);
            if (!patient.isTreated()) {
                Measurements.writeUntreated(data.values(), patient);
                ScreeningFacts.of(person, Measurements.UNTREATED, 12, false, false, eligibility)
                        .write(data.facts(), person);
                adsl.randomise(patient, false, 12, "15", "");
                return;
            }
            int place = patient.place();
            new Measurements(patient, group.activity(), group.items(), group.grades(), seed).write(data.values());
            boolean[] lower = {
                group.lowerTitre().get(0).contains(place),
                group.lowerTitre().get(1).contains(place)
            };
            new Laboratory(patient, group.activity(), group.items(), lower, seed).write(data.laboratory());
            new Immunology(person, patient.journey(), patient.arm() == Arm.INTERLEUKIN ? 1.9 : 1, seed)
                    .write(data.laboratory(), CYTOMETRY_WEEKS);
            data.interventions().write(person, patient.journey());
            int given = inject(patient);
            boolean deviates = patient.arm() == Arm.PLACEBO && place == 11;
            ScreeningFacts.of(
                            person,
                            group.items().of(0, place),
                            group.activity().sledai(0)[place],
                            group.items().hasNephritis(place),
                            deviates,
                            eligibility)
                    .write(data.facts(), person);
            String deviation = ProtocolDeviation.of(patient.journey(), deviates, given, DOSE_DAYS.size());
            adsl.randomise(
                    patient,
                    group.items().hasNephritis(place),
                    group.activity().sledai(0)[place],
                    Fitting.value(group.activity().dose(0)[place], "2.5")
                            .stripTrailingZeros()
                            .toPlainString(),
                    deviation);
            Treated subject =
                    new Treated(person, patient.journey(), patient.arm().label());
            boolean severe = patient.arm() == Arm.PLACEBO && place == interventions.neuropsychiatric();
            (severe ? neuropsychiatric : Objects.requireNonNull(treated.get(patient.arm()))).add(subject);
        }

        /** Writes the injections given: a millilitre of placebo, or a million units. */
        private int inject(Patient patient) {
            Draws draws = Draws.of(seed, patient.person().number(), Draws.Stream.DOSING);
            boolean active = patient.arm() == Arm.INTERLEUKIN;
            double missing = draws.happens(0.08) ? 0.25 : 0.02;
            CsvTable doses = data.doses();
            int sequence = 0;
            for (int day : DOSE_DAYS) {
                boolean missed = draws.happens(missing) && day > 1;
                if (!missed && day <= patient.journey().lastTreatedDay()) {
                    sequence++;
                    doses.row(
                            patient.person().id(),
                            sequence,
                            active ? "INTERLEUKIN-2" : "PLACEBO",
                            active ? BigDecimal.valueOf(1_000_000) : BigDecimal.ONE,
                            active ? "IU" : "mL",
                            "SUBCUTANEOUS",
                            patient.journey().days().date(day),
                            day);
                }
            }
            return sequence;
        }
    }

    private static String readme(long seed) throws IOException {
        try (InputStream text = LupusTrial.class.getResourceAsStream("readme.md")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{seed}", Long.toString(seed));
        }
    }
}
