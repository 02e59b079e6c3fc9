package org.sapwood.synthetic.lupus;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sapwood.endpoint.lupus.Bilag.Grade;
import org.sapwood.endpoint.lupus.Bilag.OrganSystem;
import org.sapwood.endpoint.lupus.SledaiItem;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Visit;
import org.sapwood.synthetic.chart.VisitValues;
import org.sapwood.synthetic.chart.VisitValues.Parameter;
import org.sapwood.synthetic.fitting.Fitting;

/**
 * What is scored at the visits of one patient: SLEDAI items, BILAG grades (A 4, B 3, C 2, D 1, E 0), physician's global,
 * and the numeric BILAG as it was reported. Between baseline and week 12 each item and grade changes once, on IL-2 earlier.
 */
final class Measurements {
    private static final List<SledaiItem> ITEMS = List.of(SledaiItem.values());
    private static final List<OrganSystem> SYSTEMS = List.of(OrganSystem.values());
    private static final Parameter PHYSICIAN =
            new Parameter("GLOBAL", "PHYGLOB", "Physician's Global Assessment (0-3)", "", "");
    private static final Parameter BILAG_SCORE =
            new Parameter("BILAG SCORE", "BILAGN", "BILAG, Numeric, as Reported", "", "");

    /** The items of the patient who was never treated; they make 12 points, the median of the arm. */
    static final EnumSet<SledaiItem> UNTREATED = EnumSet.of(
            SledaiItem.ARTHRITIS, SledaiItem.RASH, SledaiItem.ALOPECIA, SledaiItem.LOW_COMPLEMENT, SledaiItem.PLEURISY);

    private final Patient patient;
    private final Activity activity;
    private final SledaiItems items;
    private final BilagGrades grades;
    private final Draws draws;
    private final EnumMap<SledaiItem, Integer> itemChanges = new EnumMap<>(SledaiItem.class);
    private final EnumMap<OrganSystem, Integer> gradeChanges = new EnumMap<>(OrganSystem.class);

    Measurements(Patient patient, Activity activity, SledaiItems items, BilagGrades grades, long seed) {
        this.patient = patient;
        this.activity = activity;
        this.items = items;
        this.grades = grades;
        this.draws = Draws.of(seed, patient.person().number(), Draws.Stream.MEASUREMENT);
        for (SledaiItem item : SledaiItem.values()) {
            itemChanges.put(item, week());
        }
        for (OrganSystem system : OrganSystem.values()) {
            gradeChanges.put(system, week());
        }
    }

    private int week() {
        return patient.arm() == Arm.INTERLEUKIN
                ? draws.weighted(List.of(2, 6, 10, 12), 35, 35, 20, 10)
                : draws.weighted(List.of(2, 6, 10, 12), 20, 20, 25, 35);
    }

    void write(VisitValues values) {
        for (Visit visit : patient.journey().visits()) {
            int at = visit.week() == 24 ? 2 : visit.week() == 12 ? 1 : 0;
            for (SledaiItem item : SledaiItem.values()) {
                int then = at == 0 && visit.week() >= itemChanges.getOrDefault(item, 12) ? 1 : at;
                boolean present = items.of(then, patient.place()).contains(item);
                write(values, visit, sledai(item), BigDecimal.valueOf(present ? 1 : 0));
            }
            for (OrganSystem system : OrganSystem.values()) {
                int then = at == 0 && visit.week() >= gradeChanges.getOrDefault(system, 12) ? 1 : at;
                Map<OrganSystem, Grade> now = grades.of(then, patient.place());
                write(values, visit, bilag(system), grade(now.getOrDefault(system, Grade.E)));
            }
            write(values, visit, PHYSICIAN, physician(visit));
            if (visit.week() == 0 || visit.week() >= 12) {
                write(values, visit, BILAG_SCORE, BigDecimal.valueOf(activity.bilag(at)[patient.place()]));
            }
        }
    }

    /** The grade as a number: A 4, B 3, C 2, D 1, E 0. */
    private static BigDecimal grade(Grade grade) {
        return BigDecimal.valueOf(
                switch (grade) {
                    case A -> 4;
                    case B -> 3;
                    case C -> 2;
                    case D -> 1;
                    case E -> 0;
                });
    }

    private BigDecimal physician(Visit visit) {
        long before = activity.physician(0)[patient.place()];
        long after = activity.physician(1)[patient.place()];
        long steps = visit.week() == 24
                ? activity.physician(2)[patient.place()]
                : Math.round(before + (after - before) * way(visit.week()));
        return Fitting.value(steps, "0.05");
    }

    private double way(int week) {
        boolean active = patient.arm() == Arm.INTERLEUKIN;
        return switch (week) {
            case 0 -> 0;
            case 2 -> active ? 0.4 : 0.2;
            case 6 -> active ? 0.7 : 0.5;
            case 10 -> active ? 0.9 : 0.8;
            default -> 1;
        };
    }

    private static Parameter sledai(SledaiItem item) {
        String name = item.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Parameter("SLEDAI", "SLE" + code(ITEMS.indexOf(item)), "SELENA-SLEDAI " + name, name, "");
    }

    private static Parameter bilag(OrganSystem system) {
        String name = system.name().toLowerCase(Locale.ROOT);
        return new Parameter("BILAG", "BIL" + code(SYSTEMS.indexOf(system)), "BILAG-2004 " + name, "bilag-" + name, "");
    }

    private static String code(int place) {
        return String.format(Locale.ROOT, "%02d", place + 1);
    }

    private void write(VisitValues values, Visit visit, Parameter parameter, BigDecimal value) {
        values.write(patient.person(), patient.journey(), visit, parameter, Optional.of(value));
    }

    /** Writes the one visit of the patient who was never treated; all medians of the arm stay as they are. */
    static void writeUntreated(VisitValues values, Patient patient) {
        Visit baseline = patient.journey().visits().get(0);
        for (SledaiItem item : SledaiItem.values()) {
            boolean present = UNTREATED.contains(item);
            values.write(
                    patient.person(),
                    patient.journey(),
                    baseline,
                    sledai(item),
                    Optional.of(BigDecimal.valueOf(present ? 1 : 0)));
        }
        for (OrganSystem system : OrganSystem.values()) {
            Grade grade = system == OrganSystem.MUSCULOSKELETAL ? Grade.B : Grade.D;
            values.write(patient.person(), patient.journey(), baseline, bilag(system), Optional.of(grade(grade)));
        }
        values.write(patient.person(), patient.journey(), baseline, PHYSICIAN, Optional.of(new BigDecimal("2.30")));
        values.write(patient.person(), patient.journey(), baseline, BILAG_SCORE, Optional.of(BigDecimal.TEN));
    }
}
