package org.sapwood.synthetic.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.synthetic.CsvTable;
import org.sapwood.synthetic.Draws;

/**
 * Invents the adverse events of one person: each term with its own expected count in twelve weeks with IL-2 and in twelve
 * weeks without.
 */
public final class AdverseEvents {

    /**
     * A term.
     *
     * @param system the system organ class
     * @param term the preferred term
     * @param interest the category of special interest, or empty
     * @param without the expected count in twelve weeks without IL-2
     * @param with the expected count in twelve weeks with IL-2
     * @param related the probability of being judged related to IL-2
     */
    public record Term(String system, String term, String interest, double without, double with, double related) {}

    private record Event(
            Term term, int onset, int end, int grade, boolean isSerious, boolean isRelated, String action) {}

    /** The last day of the treatment period. */
    public static final int LAST_TREATMENT_DAY = 84;

    private static final String GENERAL = "General disorders and administration site conditions";
    private static final String INFECTIONS = "Infections and infestations";
    private static final String INVESTIGATIONS = "Investigations";
    private static final String SKIN = "Skin and subcutaneous tissue disorders";
    private static final String GUT = "Gastrointestinal disorders";
    private static final String MUSCLE = "Musculoskeletal and connective tissue disorders";

    /** The terms that any trial of IL-2 sees. */
    private static final List<Term> COMMON = List.of(
            new Term(GENERAL, "Injection site reaction", "INJECTION SITE REACTION", 0, 0.40, 1),
            new Term(GENERAL, "Injection site induration", "INJECTION SITE REACTION", 0, 0.15, 1),
            new Term(GENERAL, "Pyrexia", "FEVER", 0.06, 0.18, 0.6),
            new Term(GENERAL, "Influenza like illness", "", 0.03, 0.08, 0.6),
            new Term(GENERAL, "Fatigue", "", 0.08, 0.10, 0.3),
            new Term(SKIN, "Rash", "RASH", 0.05, 0.10, 0.4),
            new Term(SKIN, "Pruritus", "", 0.05, 0.07, 0.3),
            new Term(INVESTIGATIONS, "Alanine aminotransferase increased", "LIVER FUNCTION", 0.07, 0.08, 0.4),
            new Term(INVESTIGATIONS, "Gamma-glutamyltransferase increased", "LIVER FUNCTION", 0.03, 0.03, 0.4),
            new Term(INVESTIGATIONS, "Eosinophil count increased", "", 0.01, 0.15, 0.9),
            new Term(INVESTIGATIONS, "Blood glucose increased", "", 0.06, 0.05, 0.05),
            new Term(INFECTIONS, "Upper respiratory tract infection", "INFECTION", 0.18, 0.14, 0.1),
            new Term(INFECTIONS, "Urinary tract infection", "INFECTION", 0.08, 0.06, 0.1),
            new Term(INFECTIONS, "Herpes zoster", "INFECTION", 0.04, 0.02, 0.2),
            new Term(INFECTIONS, "Pneumonia", "INFECTION", 0.04, 0.03, 0.2),
            new Term(GUT, "Nausea", "", 0.07, 0.07, 0.2),
            new Term(GUT, "Diarrhoea", "", 0.05, 0.05, 0.2),
            new Term(MUSCLE, "Arthralgia", "", 0.06, 0.07, 0.2),
            new Term(MUSCLE, "Back pain", "", 0.05, 0.04, 0.05),
            new Term("Nervous system disorders", "Headache", "", 0.07, 0.08, 0.3),
            new Term("Psychiatric disorders", "Insomnia", "", 0.06, 0.05, 0.1));

    private final Person person;
    private final Journey journey;
    private final boolean onInterleukin;
    private final List<Term> terms;
    private final Draws draws;

    /**
     * The events of a person.
     *
     * @param person who
     * @param journey the way through the trial
     * @param onInterleukin whether study treatment is IL-2
     * @param further terms of the disease or the background therapy
     * @param seed the seed of the trial
     */
    public AdverseEvents(Person person, Journey journey, boolean onInterleukin, List<Term> further, long seed) {
        this.person = person;
        this.journey = journey;
        this.onInterleukin = onInterleukin;
        this.terms = new ArrayList<>(COMMON);
        this.terms.addAll(further);
        this.draws = Draws.of(seed, person.number(), Draws.Stream.ADVERSE_EVENTS);
    }

    /** {@return an empty dataset of adverse events} */
    public static CsvTable table() {
        return new CsvTable(
                "USUBJID",
                "AESEQ",
                "TRTA",
                "APERIOD",
                "AEBODSYS",
                "AEDECOD",
                "ASTDT",
                "AENDT",
                "ASTDY",
                "AENDY",
                "TRTEMFL",
                "AETOXGR",
                "AESEV",
                "AESER",
                "AEREL",
                "AEACN",
                "AEOUT",
                "AESDTH",
                "AESIFL",
                "AESICAT");
    }

    /**
     * Draws and writes the events.
     *
     * @param table the dataset
     * @param treatment the treatment, as the subject dataset names it
     */
    public void write(CsvTable table, String treatment) {
        int sequence = 0;
        for (Event e : all()) {
            sequence++;
            boolean over = e.end() > 0;
            table.row(
                    person.id(),
                    sequence,
                    treatment,
                    e.onset() < 1 ? "SCREENING" : e.onset() <= LAST_TREATMENT_DAY ? "TREATMENT" : "FOLLOW-UP",
                    e.term().system(),
                    e.term().term(),
                    journey.days().date(e.onset()),
                    over ? journey.days().date(e.end()) : "",
                    e.onset(),
                    over ? e.end() : "",
                    e.onset() > 0 ? "Y" : "",
                    e.grade(),
                    e.grade() == 1 ? "MILD" : e.grade() == 2 ? "MODERATE" : "SEVERE",
                    e.isSerious() ? "Y" : "N",
                    e.isRelated() ? "RELATED" : "NOT RELATED",
                    e.action(),
                    over ? "RECOVERED/RESOLVED" : "NOT RECOVERED/NOT RESOLVED",
                    "N",
                    e.term().interest().isEmpty() ? "" : "Y",
                    e.term().interest());
        }
    }

    private List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (Term term : terms) {
            if (draws.happens(0.1 * term.without())) {
                events.add(event(term, -draws.whole(1, 14)));
            }
            add(events, term, onInterleukin ? term.with() : term.without(), 1, LAST_TREATMENT_DAY);
            add(events, term, term.without(), LAST_TREATMENT_DAY + 1, 2 * LAST_TREATMENT_DAY);
        }
        events.sort(Comparator.comparingInt(Event::onset)
                .thenComparing(e -> e.term().term()));
        return events;
    }

    private void add(List<Event> events, Term term, double mean, int from, int to) {
        int count = draws.poisson(mean);
        for (int i = 0; i < count; i++) {
            Event event = event(term, draws.whole(from, to));
            if (event.onset() <= journey.lastDay()) {
                events.add(event);
            }
        }
    }

    private Event event(Term term, int onset) {
        boolean grave = term.term().equals("Pneumonia");
        int grade = grave ? draws.weighted(List.of(2, 3), 1, 1) : draws.weighted(List.of(1, 2, 3), 66, 29, 5);
        boolean serious = draws.happens(grade == 3 ? 0.6 : 0.005);
        boolean treated = onInterleukin && onset >= 1 && onset <= journey.lastTreatedDay() + 7;
        boolean related = treated && draws.happens(term.related());
        int end = onset + 1 + (int) draws.logNormal(6, 0.8);
        boolean lasting = end > journey.lastDay() || draws.happens(0.05);
        String action = related && grade >= 2 && draws.happens(0.5) ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED";
        return new Event(
                term, onset, lasting ? 0 : onset < 0 && end >= 0 ? end + 1 : end, grade, serious, related, action);
    }
}
