package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.synthetic.Draws;

/**
 * Invents a person's way through a trial. The improvement <i>g</i> is a fraction of what was wrong at baseline:
 *
 * <pre>  g(t) = r · h(min(t, T)) · (1 − w · max(0, t − T) / 12) + effect of rescue
 *  h(t) = (1 − e^(−t/5)) / (1 − e^(−T/5))</pre>
 *
 * <p>with <i>r</i> the response after <i>T</i> weeks of treatment and <i>w</i> the part of it that wanes in twelve weeks
 * without. Those who do not improve leave, are rescued or need more glucocorticoid more often: what is missing depends on
 * what was seen.
 */
public final class Course {

    /**
     * What the trial does.
     *
     * @param weeks the planned weeks after baseline
     * @param treatmentWeeks how long study treatment lasts
     * @param lastTreatedDay the last planned day of study treatment
     * @param rescues what is given as rescue
     * @param prohibited what is taken against the protocol
     */
    public record Design(
            List<Integer> weeks,
            int treatmentWeeks,
            int lastTreatedDay,
            List<String> rescues,
            List<String> prohibited) {
        /** Keeps its own copies. */
        public Design {
            weeks = List.copyOf(weeks);
            rescues = List.copyOf(rescues);
            prohibited = List.copyOf(prohibited);
        }
    }

    private static final int NEVER = Integer.MAX_VALUE;

    private final Design design;
    private final double response;
    private final double waning;
    private final List<Intervention> interventions = new ArrayList<>();
    private int rescueDay = NEVER;

    /**
     * A course.
     *
     * @param design what the trial does
     * @param response the improvement at the end of treatment
     * @param waning the part of it lost in twelve weeks without treatment
     */
    public Course(Design design, double response, double waning) {
        this.design = design;
        this.response = response;
        this.waning = waning;
    }

    /**
     * Draws the course.
     *
     * @param person who
     * @param seed the seed of the trial
     * @return visits, events and ends
     */
    public Journey of(Person person, long seed) {
        Draws attendance = Draws.of(seed, person.number(), Draws.Stream.COURSE);
        Draws leaving = Draws.of(seed, person.number(), Draws.Stream.DISPOSITION);
        StudyDays days = new StudyDays(person.screened().plusDays(attendance.whole(5, 21)));
        List<Visit> visits = new ArrayList<>();
        visits.add(new Visit(0, 1, 0));
        int treated = design.lastTreatedDay();
        String treatmentEnd = "";
        String studyEnd = "";
        int lastDay = 1;
        int previous = 0;
        for (int week : design.weeks()) {
            double before = improvement(previous, 7 * previous + 1);
            boolean poor = before < 0.08 && previous > 0;
            if (leaving.happens(poor ? 0.06 : 0.012)) {
                lastDay = 7 * previous + leaving.whole(9, 7 * (week - previous) - 1);
                studyEnd = leaving.weighted(
                        List.of("WITHDRAWAL BY SUBJECT", "LOST TO FOLLOW-UP", "ADVERSE EVENT", "LACK OF EFFICACY"),
                        4,
                        3,
                        2,
                        poor ? 5 : 0.5);
                break;
            }
            if (treatmentEnd.isEmpty() && week <= design.treatmentWeeks() && leaving.happens(0.015)) {
                treated = 7 * previous + leaving.whole(3, 26);
                treatmentEnd = leaving.weighted(List.of("ADVERSE EVENT", "WITHDRAWAL BY SUBJECT"), 2, 1);
            }
            intervene(leaving, poor, previous, week);
            int day = 7 * week + 1 + attendance.whole(-3, 3);
            if (week == design.treatmentWeeks() || !attendance.happens(0.025)) {
                visits.add(new Visit(week, day, improvement(week, day)));
            }
            lastDay = day;
            previous = week;
        }
        if (!studyEnd.isEmpty() && lastDay <= treated) {
            treated = Math.max(1, lastDay - leaving.whole(0, 3));
            treatmentEnd = treatmentEnd.isEmpty() ? studyEnd : treatmentEnd;
        }
        if (!treatmentEnd.isEmpty()) {
            interventions.add(new Intervention(Intervention.Kind.DISCONTINUED, treated, treatmentEnd));
        }
        int end = lastDay;
        interventions.removeIf(event -> event.day() > end);
        interventions.sort(Comparator.comparingInt(Intervention::day).thenComparing(Intervention::kind));
        return new Journey(
                days, List.copyOf(visits), List.copyOf(interventions), treated, treatmentEnd, lastDay, studyEnd);
    }

    private double improvement(int week, int day) {
        int treatment = design.treatmentWeeks();
        double risen = (1 - StrictMath.exp(-Math.min(week, treatment) / 5.0)) / (1 - StrictMath.exp(-treatment / 5.0));
        double kept = 1 - waning * Math.max(0, week - treatment) / 12.0;
        double rescue = day > rescueDay ? 0.25 * Math.min(1, (day - rescueDay) / 28.0) : 0;
        return response * risen * kept + rescue;
    }

    private void intervene(Draws draws, boolean poor, int from, int to) {
        int day = 7 * from + draws.whole(5, 7 * (to - from) - 1);
        if (rescueDay == NEVER && draws.happens(poor ? 0.15 : 0.008)) {
            rescueDay = day;
            interventions.add(new Intervention(Intervention.Kind.RESCUE, day, draws.oneOf(design.rescues())));
        } else if (draws.happens(poor ? 0.22 : 0.015)) {
            interventions.add(new Intervention(Intervention.Kind.GC_INCREASE, day, "WORSENING OF DISEASE"));
        } else if (draws.happens(0.01)) {
            interventions.add(new Intervention(Intervention.Kind.PROHIBITED, day, draws.oneOf(design.prohibited())));
        }
    }
}
