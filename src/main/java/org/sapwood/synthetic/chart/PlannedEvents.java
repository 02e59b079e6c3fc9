package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;

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
            String system,
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

    private record Event(Planned planned, Treated subject, int onset, int end) {}

    private final Draws draws;
    private final TreeMap<Integer, List<Event>> events = new TreeMap<>();

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
                .add(new Event(planned, subject, onset, end));
    }

    /** Writes the events into a dataset of {@link AdverseEvents}. */
    public void write(CsvTable table) {
        for (Map.Entry<Integer, List<Event>> entry : events.entrySet()) {
            List<Event> ordered = new ArrayList<>(entry.getValue());
            ordered.sort(Comparator.comparingInt(Event::onset)
                    .thenComparing(event -> event.planned().term()));
            int sequence = 0;
            for (Event event : ordered) {
                sequence++;
                write(table, event, sequence);
            }
        }
    }

    private static String action(Event event) {
        int days = event.subject().journey().lastTreatedDay() - event.onset();
        if (event.planned().isSerious() && days >= 0 && days < 7) {
            return "DRUG WITHDRAWN";
        }
        return event.planned().grade() >= 3 && days >= 0 ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED";
    }

    private static void write(CsvTable table, Event event, int sequence) {
        Planned planned = event.planned();
        Journey journey = event.subject().journey();
        boolean over = event.end() <= journey.lastDay();
        table.row(
                event.subject().person().id(),
                sequence,
                event.subject().treatment(),
                event.onset() <= AdverseEvents.LAST_TREATMENT_DAY ? "TREATMENT" : "FOLLOW-UP",
                planned.system(),
                planned.term(),
                journey.days().date(event.onset()),
                over ? journey.days().date(event.end()) : "",
                event.onset(),
                over ? event.end() : "",
                "Y",
                planned.grade(),
                planned.grade() == 1 ? "MILD" : planned.grade() == 2 ? "MODERATE" : "SEVERE",
                planned.isSerious() ? "Y" : "N",
                planned.isRelated() ? "RELATED" : "NOT RELATED",
                action(event),
                over ? "RECOVERED/RESOLVED" : "NOT RECOVERED/NOT RESOLVED",
                "N",
                planned.interest().isEmpty() ? "" : "Y",
                planned.interest());
    }
}
