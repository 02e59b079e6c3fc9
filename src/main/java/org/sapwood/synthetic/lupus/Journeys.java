package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.Journey;
import org.sapwood.synthetic.chart.Person;
import org.sapwood.synthetic.chart.StudyDays;
import org.sapwood.synthetic.chart.Visit;

/**
 * Visits at baseline, at the end of each course of injections (weeks 2, 6 and 10), and at weeks 12 and 24. All treated
 * patients are seen at weeks 12 and 24, as the published denominators say; now and then another visit is missed.
 */
final class Journeys {
    /** The weeks. */
    static final List<Integer> WEEKS = List.of(0, 2, 6, 10, 12, 24);

    /** The day of the last planned dose: three cycles of 28 days, injections on days 1, 3, … 13 of each. */
    static final int LAST_DOSE_DAY = 69;

    private Journeys() {}

    static Journey of(Person person, Arm arm, boolean treated, List<Intervention> events, long seed) {
        Draws draws = Draws.of(seed, person.number(), Draws.Stream.DISPOSITION);
        StudyDays days = new StudyDays(person.screened().plusDays(draws.whole(3, 14)));
        List<Visit> visits = new ArrayList<>();
        double gain = arm == Arm.INTERLEUKIN ? draws.uniform(0.2, 0.7) : draws.uniform(-0.05, 0.4);
        for (int week : treated ? WEEKS : List.of(0)) {
            int day = week == 0 ? 1 : 7 * week + 1 + draws.whole(-2, 2);
            boolean missed = draws.happens(0.03) && week > 0 && week < 12;
            if (!missed) {
                visits.add(new Visit(week, day, gain * Math.min(1, week / 10.0)));
            }
        }
        int lastDay = treated ? visits.get(visits.size() - 1).day() : 1;
        return new Journey(
                days,
                visits,
                events,
                events.stream()
                        .filter(event -> event.kind() == Intervention.Kind.DISCONTINUED)
                        .mapToInt(Intervention::day)
                        .findFirst()
                        .orElse(treated ? LAST_DOSE_DAY : 1),
                events.stream()
                        .filter(event -> event.kind() == Intervention.Kind.DISCONTINUED)
                        .map(Intervention::reason)
                        .findFirst()
                        .orElse(treated ? "" : "WITHDRAWAL BY SUBJECT"),
                lastDay,
                treated ? "" : "WITHDRAWAL BY SUBJECT");
    }
}
