package org.sapwood.synthetic.chart;

import static org.sapwood.synthetic.chart.SystemOrganClass.GASTROINTESTINAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.GENERAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.INFECTIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.INVESTIGATIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.MUSCULOSKELETAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.NERVOUS;
import static org.sapwood.synthetic.chart.SystemOrganClass.PSYCHIATRIC;
import static org.sapwood.synthetic.chart.SystemOrganClass.SKIN;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.AdverseEventTable.Event;

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
    public record Term(
            SystemOrganClass system, String term, String interest, double without, double with, double related) {}

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
            new Term(GASTROINTESTINAL, "Nausea", "", 0.07, 0.07, 0.2),
            new Term(GASTROINTESTINAL, "Diarrhoea", "", 0.05, 0.05, 0.2),
            new Term(MUSCULOSKELETAL, "Arthralgia", "", 0.06, 0.07, 0.2),
            new Term(MUSCULOSKELETAL, "Back pain", "", 0.05, 0.04, 0.05),
            new Term(NERVOUS, "Headache", "", 0.07, 0.08, 0.3),
            new Term(PSYCHIATRIC, "Insomnia", "", 0.06, 0.05, 0.1));

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
        this.journey = journey;
        this.onInterleukin = onInterleukin;
        this.terms = new ArrayList<>(COMMON);
        this.terms.addAll(further);
        this.draws = Draws.of(seed, person.number(), Draws.Stream.ADVERSE_EVENTS);
    }

    /** Draws the events. */
    public List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (Term term : terms) {
            if (draws.happens(0.1 * term.without())) {
                events.add(event(term, -draws.whole(1, 14)));
            }
            add(events, term, onInterleukin ? term.with() : term.without(), 1, Periods.LAST_TREATMENT_DAY);
            add(events, term, term.without(), Periods.LAST_TREATMENT_DAY + 1, 2 * Periods.LAST_TREATMENT_DAY);
        }
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
        int length = 1 + (int) draws.logNormal(6, 0.8);
        boolean lasting = onset + length > journey.lastDay() || draws.happens(0.05);
        int end = StudyDays.later(onset, length);
        String action = related && grade >= 2 && draws.happens(0.5) ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED";
        return new Event(
                term.system(),
                term.term(),
                term.interest(),
                onset,
                // An event that was over before day 1 stands without its end.
                lasting || end < 0 ? OptionalInt.empty() : OptionalInt.of(end),
                grade,
                serious,
                related,
                action);
    }
}
