package org.sapwood.synthetic.dermatomyositis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.StudyDays;
import org.sapwood.synthetic.dermatomyositis.Participant.Dose;
import org.sapwood.synthetic.dermatomyositis.Participant.Visit;

/**
 * Invents one patient's way from randomisation to week 24. The improvement <i>g</i>(<i>t</i>) is a fraction of what was
 * wrong at baseline:
 *
 * <pre>  g(t) = r · h(t) + later gain + effect of rescue,   h(t) = (1 − e^(−t/5)) / (1 − e^(−12/5)),
 *  r = mean of the arm + 0.27 z,  z standard normal</pre>
 *
 * <p>Both arms receive IL-2 openly after week 12. Those who do not improve leave, are rescued or raise their dose more
 * often: what is missing depends on what was seen.
 */
final class Course {

    private static final int[] WEEKS = {4, 8, 12, 16, 20, 24};
    private static final double SPREAD = 0.27;
    private static final int FIRST_DIARY_DAY = -27;

    private final Patient patient;
    private final Arm planned;
    private final long seed;
    private final List<Intervention> events = new ArrayList<>();
    private double response;
    private int rescueDay = Integer.MAX_VALUE;

    Course(Patient patient, Arm planned, long seed) {
        this.patient = patient;
        this.planned = planned;
        this.seed = seed;
    }

    Participant participant() {
        Draws course = Draws.of(seed, patient.number(), Draws.Stream.COURSE);
        Draws leaving = Draws.of(seed, patient.number(), Draws.Stream.DISPOSITION);
        Draws doses = Draws.of(seed, patient.number(), Draws.Stream.GLUCOCORTICOID);
        boolean treated = !leaving.happens(0.012);
        Arm actual = leaving.happens(0.004) ? planned.other() : planned;
        response = actual.improvement() + SPREAD * course.normal();
        var randomised = patient.screened().plusDays(course.whole(7, 28));
        var reference = treated ? randomised.plusDays(course.whole(0, 2)) : randomised;

        List<Visit> visits = new ArrayList<>();
        double dose = patient.dose();
        List<Dose> diary = new ArrayList<>(List.of(new Dose(FIRST_DIARY_DAY, dose)));
        int previousDay = 1;
        visits.add(new Visit(0, 1, 0, dose));
        int treatmentEnd = treated ? Integer.MAX_VALUE : 1;
        int studyEndDay = Integer.MAX_VALUE;
        String treatmentReason = treated ? "" : "WITHDRAWAL BY SUBJECT";
        String studyReason = "";
        if (!treated && leaving.happens(0.7)) {
            studyEndDay = leaving.whole(2, 10);
            studyReason = "WITHDRAWAL BY SUBJECT";
        }
        for (int week : WEEKS) {
            double before = improvement(actual, week - 4, 7 * (week - 4));
            if (studyEndDay == Integer.MAX_VALUE && leaving.happens(leavingHazard(before, actual, week))) {
                studyEndDay = 7 * (week - 4) + leaving.whole(3, 27);
                studyReason = leavingReason(leaving, before, actual);
                if (studyReason.equals("DEATH")) {
                    events.add(new Intervention(Intervention.Kind.DEATH, studyEndDay, "DEATH"));
                }
            }
            if (studyEndDay != Integer.MAX_VALUE && studyEndDay < 7 * week - 3) {
                break;
            }
            if (treatmentEnd == Integer.MAX_VALUE && leaving.happens(actual == Arm.INTERLEUKIN ? 0.010 : 0.007)) {
                treatmentEnd = 7 * (week - 4) + leaving.whole(2, 27);
                treatmentReason = leaving.weighted(
                        List.of("ADVERSE EVENT", "WITHDRAWAL BY SUBJECT", "LACK OF EFFICACY"),
                        actual == Arm.INTERLEUKIN ? 6 : 3,
                        3,
                        actual == Arm.INTERLEUKIN ? 1 : 4);
            }
            intervene(leaving, before, week);
            int day = 7 * week + 1 + course.whole(-3, 3);
            double next = nextDose(doses, dose, before, day);
            int changedFor = doses.happens(0.12) ? doses.whole(1, 6) : 0;
            double mean = (dose * (7 - changedFor) + next * changedFor) / 7;
            if (next != dose) {
                diary.add(new Dose(day - changedFor, next));
            }
            double improvement = improvement(actual, week, day);
            if (!course.happens(week == 12 || week == 24 ? 0.012 : 0.025)) {
                visits.add(new Visit(week, day, improvement, mean));
            }
            dose = next;
            previousDay = day;
        }
        boolean left = studyEndDay != Integer.MAX_VALUE;
        int lastDay = left ? studyEndDay : Math.max(previousDay, 7 * 24 - 2);
        if (left && treatmentEnd > studyEndDay) {
            treatmentEnd = Math.max(1, studyEndDay - leaving.whole(0, 3));
            treatmentReason = studyReason;
        }
        boolean stopped = treatmentEnd != Integer.MAX_VALUE;
        if (stopped && treated) {
            events.add(new Intervention(Intervention.Kind.DISCONTINUED, treatmentEnd, treatmentReason));
        }
        int end = lastDay;
        events.removeIf(event -> event.day() > end);
        events.sort(Comparator.comparingInt(Intervention::day).thenComparing(Intervention::kind));
        Participant participant = new Participant(
                patient,
                planned,
                actual,
                treated,
                randomised,
                new StudyDays(reference),
                List.copyOf(visits),
                List.copyOf(events),
                List.copyOf(diary),
                stopped ? treatmentEnd : lastDay - 1,
                stopped && treatmentEnd <= 84 ? treatmentReason : "",
                stopped ? treatmentReason : "",
                lastDay,
                studyReason,
                "");
        return withDeviation(participant, leaving);
    }

    private double improvement(Arm actual, int week, int day) {
        double gain = 0;
        if (week > 12) {
            double open = rise(week - 12);
            gain = actual == Arm.PLACEBO ? 0.10 * open : 0.05 * open;
        }
        double rescue = day > rescueDay ? 0.2 * Math.min(1, (day - rescueDay) / 28.0) : 0;
        return response * Math.min(rise(week), 1.08) + gain + rescue;
    }

    private static double rise(int week) {
        return (1 - StrictMath.exp(-week / 5.0)) / (1 - StrictMath.exp(-12 / 5.0));
    }

    private static double leavingHazard(double improvement, Arm actual, int week) {
        double base = week <= 12 ? 0.010 : 0.014;
        return base
                + (improvement < 0.03 && week > 4 ? 0.016 : 0)
                + (actual == Arm.INTERLEUKIN && week <= 8 ? 0.004 : 0);
    }

    private static String leavingReason(Draws draws, double improvement, Arm actual) {
        return draws.weighted(
                List.of(
                        "ADVERSE EVENT",
                        "LACK OF EFFICACY",
                        "WITHDRAWAL BY SUBJECT",
                        "LOST TO FOLLOW-UP",
                        "PHYSICIAN DECISION",
                        "DEATH"),
                actual == Arm.INTERLEUKIN ? 6 : 4,
                improvement < 0.03 ? 9 : 1,
                7,
                5,
                2,
                0.8);
    }

    /** Rescue, more glucocorticoid or a prohibited drug within the four weeks before a visit. */
    private void intervene(Draws draws, double improvement, int week) {
        int day = 7 * (week - 4) + draws.whole(5, 27);
        boolean worse = improvement < 0.02 && week > 4;
        if (rescueDay == Integer.MAX_VALUE && draws.happens(worse ? 0.11 : 0.003)) {
            rescueDay = day;
            events.add(new Intervention(
                    Intervention.Kind.RESCUE,
                    day,
                    draws.weighted(
                            List.of("INTRAVENOUS IMMUNOGLOBULIN", "HIGH-DOSE GLUCOCORTICOID", "RITUXIMAB"), 5, 4, 1)));
        } else if (draws.happens(worse ? 0.05 : 0.003)) {
            events.add(new Intervention(
                    Intervention.Kind.PROHIBITED,
                    day,
                    draws.oneOf(List.of("NEW IMMUNOSUPPRESSANT", "JAK INHIBITOR", "INTRAVENOUS CYCLOPHOSPHAMIDE"))));
        }
    }

    /** The dose after a visit: tapered by those who improve, raised by some who do not. */
    private double nextDose(Draws draws, double dose, double improvement, int day) {
        boolean rescued = day > rescueDay && day - rescueDay < 28;
        if (rescued && draws.happens(0.5)) {
            return onGrid(Math.max(dose, patient.dose()) + 10);
        }
        if (improvement > 0.08 && draws.happens(0.6)) {
            return onGrid(dose * draws.uniform(0.55, 0.9));
        }
        if (improvement < 0.02 && draws.happens(0.08)) {
            double raised = onGrid(Math.max(dose, patient.dose()) + 5);
            events.add(new Intervention(
                    Intervention.Kind.GC_INCREASE,
                    day,
                    draws.oneOf(List.of("WORSENING MUSCLE DISEASE", "WORSENING SKIN DISEASE"))));
            return raised;
        }
        return dose;
    }

    private static double onGrid(double dose) {
        return 1.25 * Math.round(dose / 1.25);
    }

    private static Participant withDeviation(Participant p, Draws draws) {
        boolean ineligible = draws.happens(0.012);
        boolean missedDoses = draws.happens(0.03);
        String deviation = "";
        if (!p.treated()) {
            deviation = "NOT TREATED";
        } else if (p.planned() != p.actual()) {
            deviation = "WRONG TREATMENT";
        } else if (ineligible) {
            deviation = "ELIGIBILITY CRITERION NOT MET";
        } else if (p.events().stream().anyMatch(e -> e.kind() == Intervention.Kind.PROHIBITED && e.day() <= 85)) {
            deviation = "PROHIBITED MEDICATION";
        } else if (missedDoses) {
            deviation = "MORE THAN 20% OF DOSES MISSED";
        } else if (!p.attended(12)) {
            deviation = "NO WEEK 12 ASSESSMENT";
        }
        return new Participant(
                p.patient(),
                p.planned(),
                p.actual(),
                p.treated(),
                p.randomised(),
                p.days(),
                p.visits(),
                p.events(),
                p.diary(),
                p.lastDoseDay(),
                p.doubleBlindEnd(),
                p.openEnd(),
                p.lastDay(),
                p.studyEnd(),
                deviation);
    }
}
