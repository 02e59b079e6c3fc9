package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.AdverseEventTable.Event;

/** Adverse events in numbers that are given, as a published table counts them; who has them, and when, is drawn. */
public final class PlannedEvents {

    /**
     * A term and in how many subjects it occurs.
     *
     * @param system the system organ class
     * @param term the preferred term
     * @param interest the category of special interest, or empty; a subject has at most one event of a category
     * @param subjects in how many subjects
     * @param grade the CTCAE grade
     * @param isSerious whether the events are serious
     * @param isRelated whether they are judged related to study treatment
     */
    public record Planned(
            SystemOrganClass system,
            String term,
            String interest,
            int subjects,
            int grade,
            boolean isSerious,
            boolean isRelated) {}

    /**
     * A treated subject.
     *
     * @param person who
     * @param journey the way through the trial
     * @param treatment as the subject dataset names it
     */
    public record Treated(Person person, Journey journey, String treatment) {}

    private record Occurrence(Planned planned, Treated subject, int onset, int end) {}

    private final Draws draws;
    private final TreeMap<Integer, List<Occurrence>> events = new TreeMap<>();

    /** Draws who and when with these draws. */
    public PlannedEvents(Draws draws) {
        this.draws = draws;
    }

    /** Draws the subjects of a term among some. */
    public void add(Planned planned, List<Treated> among) {
        List<Treated> free = new ArrayList<>(among);
        free.removeIf(subject -> !planned.interest().isEmpty()
                && events.getOrDefault(subject.person().number(), List.of()).stream()
                        .anyMatch(event -> event.planned().interest().equals(planned.interest())));
        for (Treated subject : draws.shuffled(free).subList(0, planned.subjects())) {
            int onset = draws.whole(2, Math.min(subject.journey().lastDay(), 150));
            if (planned.interest().equals("INJECTION SITE REACTION")) {
                onset = draws.whole(1, Math.min(subject.journey().lastTreatedDay(), 20));
            }
            add(planned, subject, onset);
        }
    }

    /** Gives a subject an event that begins on a day. */
    public void add(Planned planned, Treated subject, int onset) {
        int end = onset + 1 + (int) draws.logNormal(5 * planned.grade(), 0.5);
        events.computeIfAbsent(subject.person().number(), number -> new ArrayList<>())
                .add(new Occurrence(planned, subject, onset, end));
    }

    /** Writes the events. */
    public void write(AdverseEventTable table) {
        for (List<Occurrence> own : events.values()) {
            Treated subject = own.get(0).subject();
            table.write(
                    subject.person(),
                    subject.journey(),
                    subject.treatment(),
                    own.stream().map(PlannedEvents::event).toList());
        }
    }

    private static Event event(Occurrence occurrence) {
        Planned planned = occurrence.planned();
        Journey journey = occurrence.subject().journey();
        boolean over = occurrence.end() <= journey.lastDay();
        return new Event(
                planned.system(),
                planned.term(),
                planned.interest(),
                occurrence.onset(),
                over ? OptionalInt.of(occurrence.end()) : OptionalInt.empty(),
                planned.grade(),
                planned.isSerious(),
                planned.isRelated(),
                action(planned, journey.lastTreatedDay() - occurrence.onset()));
    }

    /** What is done with study treatment of which so many days are left. */
    private static String action(Planned planned, int daysLeft) {
        if (planned.isSerious() && daysLeft >= 0 && daysLeft < 7) {
            return "DRUG WITHDRAWN";
        }
        return planned.grade() >= 3 && daysLeft >= 0 ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED";
    }
}
