package org.sapwood.synthetic.dermatomyositis;

import static org.sapwood.synthetic.chart.SystemOrganClass.BLOOD;
import static org.sapwood.synthetic.chart.SystemOrganClass.GASTROINTESTINAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.GENERAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.HEPATOBILIARY;
import static org.sapwood.synthetic.chart.SystemOrganClass.INFECTIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.INVESTIGATIONS;
import static org.sapwood.synthetic.chart.SystemOrganClass.METABOLISM;
import static org.sapwood.synthetic.chart.SystemOrganClass.MUSCULOSKELETAL;
import static org.sapwood.synthetic.chart.SystemOrganClass.NERVOUS;
import static org.sapwood.synthetic.chart.SystemOrganClass.PSYCHIATRIC;
import static org.sapwood.synthetic.chart.SystemOrganClass.RESPIRATORY;
import static org.sapwood.synthetic.chart.SystemOrganClass.SKIN;
import static org.sapwood.synthetic.chart.SystemOrganClass.VASCULAR;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.AdverseEventTable.Event;
import org.sapwood.synthetic.chart.AdverseEvents.Term;
import org.sapwood.synthetic.chart.Intervention;
import org.sapwood.synthetic.chart.StudyDays;

/** Invents adverse events: each term with its own expected count in twelve weeks on placebo and on IL-2. */
final class AdverseEvents {

    private static final List<Term> TERMS = List.of(
            new Term(GENERAL, "Injection site reaction", "INJECTION SITE REACTION", 0.05, 0.34, 0.95),
            new Term(GENERAL, "Injection site induration", "INJECTION SITE REACTION", 0.01, 0.13, 0.95),
            new Term(GENERAL, "Pyrexia", "FEVER", 0.05, 0.13, 0.5),
            new Term(GENERAL, "Influenza like illness", "", 0.02, 0.06, 0.5),
            new Term(GENERAL, "Fatigue", "", 0.06, 0.08, 0.3),
            new Term(GENERAL, "Oedema peripheral", "", 0.02, 0.03, 0.2),
            new Term(SKIN, "Rash", "RASH", 0.04, 0.07, 0.4),
            new Term(SKIN, "Pruritus", "", 0.05, 0.06, 0.3),
            new Term(SKIN, "Urticaria", "RASH", 0.01, 0.02, 0.5),
            new Term(INVESTIGATIONS, "Alanine aminotransferase increased", "LIVER FUNCTION", 0.04, 0.04, 0.4),
            new Term(INVESTIGATIONS, "Gamma-glutamyltransferase increased", "LIVER FUNCTION", 0.02, 0.02, 0.4),
            new Term(INVESTIGATIONS, "Eosinophil count increased", "", 0.01, 0.10, 0.9),
            new Term(INVESTIGATIONS, "Blood glucose increased", "", 0.04, 0.04, 0.05),
            new Term(HEPATOBILIARY, "Hepatic function abnormal", "LIVER FUNCTION", 0.02, 0.02, 0.4),
            new Term(INFECTIONS, "Upper respiratory tract infection", "INFECTION", 0.16, 0.13, 0.1),
            new Term(INFECTIONS, "Nasopharyngitis", "INFECTION", 0.07, 0.06, 0.1),
            new Term(INFECTIONS, "COVID-19", "INFECTION", 0.10, 0.10, 0.05),
            new Term(INFECTIONS, "Urinary tract infection", "INFECTION", 0.06, 0.05, 0.1),
            new Term(INFECTIONS, "Herpes zoster", "INFECTION", 0.03, 0.02, 0.3),
            new Term(INFECTIONS, "Pneumonia", "INFECTION", 0.03, 0.015, 0.3),
            new Term(GASTROINTESTINAL, "Nausea", "", 0.05, 0.06, 0.2),
            new Term(GASTROINTESTINAL, "Diarrhoea", "", 0.04, 0.05, 0.2),
            new Term(GASTROINTESTINAL, "Abdominal pain upper", "", 0.03, 0.03, 0.1),
            new Term(GASTROINTESTINAL, "Constipation", "", 0.02, 0.02, 0.05),
            new Term(MUSCULOSKELETAL, "Arthralgia", "", 0.05, 0.06, 0.2),
            new Term(MUSCULOSKELETAL, "Back pain", "", 0.04, 0.03, 0.05),
            new Term(MUSCULOSKELETAL, "Dermatomyositis", "", 0.05, 0.02, 0.05),
            new Term(NERVOUS, "Headache", "", 0.06, 0.08, 0.3),
            new Term(NERVOUS, "Dizziness", "", 0.03, 0.03, 0.2),
            new Term(RESPIRATORY, "Cough", "", 0.05, 0.05, 0.1),
            new Term(RESPIRATORY, "Interstitial lung disease", "", 0.015, 0.008, 0.1),
            new Term(VASCULAR, "Hypertension", "", 0.03, 0.03, 0.05),
            new Term(METABOLISM, "Hypokalaemia", "", 0.03, 0.02, 0.05),
            new Term(PSYCHIATRIC, "Insomnia", "", 0.04, 0.04, 0.1),
            new Term(BLOOD, "Lymphopenia", "", 0.03, 0.02, 0.3),
            new Term(BLOOD, "Anaemia", "", 0.02, 0.02, 0.1));

    private final Participant participant;
    private final Draws draws;

    AdverseEvents(Participant participant, long seed) {
        this.participant = participant;
        this.draws = Draws.of(seed, participant.patient().number(), Draws.Stream.ADVERSE_EVENTS);
    }

    /** The events. */
    List<Event> all() {
        List<Event> events = new ArrayList<>();
        if (!participant.treated()) {
            return events;
        }
        for (Term term : TERMS) {
            if (draws.happens(0.08 * term.without())) {
                events.add(event(term, -draws.whole(1, 14), false));
            }
            boolean interleukin = participant.actual() == Arm.INTERLEUKIN;
            add(events, term, interleukin ? term.with() : term.without(), 1, 84);
            add(events, term, term.with(), 85, 168);
        }
        participant.events().stream()
                .filter(event -> event.kind() == Intervention.Kind.DEATH)
                .forEach(death -> events.add(new Event(
                        INFECTIONS,
                        "Septic shock",
                        "INFECTION",
                        Math.max(1, death.day() - 4),
                        OptionalInt.of(death.day()),
                        5,
                        true,
                        false,
                        "DRUG WITHDRAWN")));
        return events;
    }

    private void add(List<Event> events, Term term, double mean, int from, int to) {
        int count = draws.poisson(mean);
        for (int i = 0; i < count; i++) {
            int onset = draws.whole(from, to);
            Event event = event(term, onset, draws.happens(term.related()));
            if (onset <= Math.min(participant.lastDay(), participant.lastDoseDay() + 28)) {
                events.add(event);
            }
        }
    }

    private Event event(Term term, int onset, boolean related) {
        boolean grave = term.term().equals("Pneumonia") || term.term().equals("Interstitial lung disease");
        int grade = grave
                ? draws.weighted(List.of(2, 3, 4), 45, 45, 10)
                : draws.weighted(List.of(1, 2, 3, 4), 64, 30, 5.5, 0.5);
        boolean serious = draws.happens(grade >= 3 ? 0.55 : grade == 2 ? 0.03 : 0.002);
        int length = 1 + (int) draws.logNormal(7, 0.8);
        boolean lasting = draws.happens(0.07) || onset + length > participant.lastDay();
        return new Event(
                term.system(),
                term.term(),
                term.interest(),
                onset,
                lasting ? OptionalInt.empty() : OptionalInt.of(StudyDays.later(onset, length)),
                grade,
                serious,
                related,
                grade >= 3 && related
                        ? draws.oneOf(List.of("DRUG INTERRUPTED", "DRUG WITHDRAWN"))
                        : draws.happens(0.03) ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED");
    }
}
