package org.sapwood.synthetic.dermatomyositis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.dermatomyositis.Participant.Event;

/** Invents adverse events: each term with its own expected count in twelve weeks on placebo and on IL-2. */
final class AdverseEvents {

    /**
     * One term.
     *
     * @param system the system organ class
     * @param term the preferred term
     * @param interest the category of special interest, or empty
     * @param onPlacebo the expected count in twelve weeks on placebo
     * @param onInterleukin the expected count in twelve weeks on IL-2
     * @param related the probability of being judged related
     */
    private record Term(
            String system, String term, String interest, double onPlacebo, double onInterleukin, double related) {}

    /**
     * One event.
     *
     * @param system the system organ class
     * @param term the preferred term
     * @param interest the category of special interest, or empty
     * @param onset the day it began
     * @param end the day it ended, or 0 when it has not
     * @param grade the CTCAE grade, 1 to 5
     * @param isSerious whether it was serious
     * @param isRelated whether it was judged related to study medication
     * @param action what was done with study medication
     * @param outcome the outcome
     */
    record AdverseEvent(
            String system,
            String term,
            String interest,
            int onset,
            int end,
            int grade,
            boolean isSerious,
            boolean isRelated,
            String action,
            String outcome) {}

    private static final String GENERAL = "General disorders and administration site conditions";
    private static final String INFECTIONS = "Infections and infestations";
    private static final String INVESTIGATIONS = "Investigations";
    private static final String SKIN = "Skin and subcutaneous tissue disorders";
    private static final String GUT = "Gastrointestinal disorders";
    private static final String MUSCLE = "Musculoskeletal and connective tissue disorders";

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
            new Term("Hepatobiliary disorders", "Hepatic function abnormal", "LIVER FUNCTION", 0.02, 0.02, 0.4),
            new Term(INFECTIONS, "Upper respiratory tract infection", "INFECTION", 0.16, 0.13, 0.1),
            new Term(INFECTIONS, "Nasopharyngitis", "INFECTION", 0.07, 0.06, 0.1),
            new Term(INFECTIONS, "COVID-19", "INFECTION", 0.10, 0.10, 0.05),
            new Term(INFECTIONS, "Urinary tract infection", "INFECTION", 0.06, 0.05, 0.1),
            new Term(INFECTIONS, "Herpes zoster", "INFECTION", 0.03, 0.02, 0.3),
            new Term(INFECTIONS, "Pneumonia", "INFECTION", 0.03, 0.015, 0.3),
            new Term(GUT, "Nausea", "", 0.05, 0.06, 0.2),
            new Term(GUT, "Diarrhoea", "", 0.04, 0.05, 0.2),
            new Term(GUT, "Abdominal pain upper", "", 0.03, 0.03, 0.1),
            new Term(GUT, "Constipation", "", 0.02, 0.02, 0.05),
            new Term(MUSCLE, "Arthralgia", "", 0.05, 0.06, 0.2),
            new Term(MUSCLE, "Back pain", "", 0.04, 0.03, 0.05),
            new Term(MUSCLE, "Dermatomyositis", "", 0.05, 0.02, 0.05),
            new Term("Nervous system disorders", "Headache", "", 0.06, 0.08, 0.3),
            new Term("Nervous system disorders", "Dizziness", "", 0.03, 0.03, 0.2),
            new Term("Respiratory, thoracic and mediastinal disorders", "Cough", "", 0.05, 0.05, 0.1),
            new Term(
                    "Respiratory, thoracic and mediastinal disorders",
                    "Interstitial lung disease",
                    "",
                    0.015,
                    0.008,
                    0.1),
            new Term("Vascular disorders", "Hypertension", "", 0.03, 0.03, 0.05),
            new Term("Metabolism and nutrition disorders", "Hypokalaemia", "", 0.03, 0.02, 0.05),
            new Term("Psychiatric disorders", "Insomnia", "", 0.04, 0.04, 0.1),
            new Term("Blood and lymphatic system disorders", "Lymphopenia", "", 0.03, 0.02, 0.3),
            new Term("Blood and lymphatic system disorders", "Anaemia", "", 0.02, 0.02, 0.1));

    private final Participant participant;
    private final Draws draws;

    AdverseEvents(Participant participant, long seed) {
        this.participant = participant;
        this.draws = Draws.of(seed, participant.patient().number(), Draws.Stream.ADVERSE_EVENTS);
    }

    /** The events in order of onset. */
    List<AdverseEvent> all() {
        List<AdverseEvent> events = new ArrayList<>();
        if (!participant.treated()) {
            return events;
        }
        for (Term term : TERMS) {
            if (draws.happens(0.08 * term.onPlacebo())) {
                events.add(event(term, -draws.whole(1, 14), false));
            }
            boolean interleukin = participant.actual() == Arm.INTERLEUKIN;
            add(events, term, interleukin ? term.onInterleukin() : term.onPlacebo(), 1, 84);
            add(events, term, term.onInterleukin(), 85, 168);
        }
        participant.events().stream()
                .filter(event -> event.type() == Event.Type.DEATH)
                .forEach(death -> events.add(new AdverseEvent(
                        INFECTIONS,
                        "Septic shock",
                        "INFECTION",
                        Math.max(1, death.day() - 4),
                        death.day(),
                        5,
                        true,
                        false,
                        "DRUG WITHDRAWN",
                        "FATAL")));
        events.sort(Comparator.comparingInt(AdverseEvent::onset).thenComparing(AdverseEvent::term));
        return events;
    }

    private void add(List<AdverseEvent> events, Term term, double mean, int from, int to) {
        int count = draws.poisson(mean);
        for (int i = 0; i < count; i++) {
            int onset = draws.whole(from, to);
            AdverseEvent event = event(term, onset, draws.happens(term.related()));
            if (onset <= Math.min(participant.lastDay(), participant.lastDoseDay() + 28)) {
                events.add(event);
            }
        }
    }

    private AdverseEvent event(Term term, int onset, boolean related) {
        boolean grave = term.term().equals("Pneumonia") || term.term().equals("Interstitial lung disease");
        int grade = grave
                ? draws.weighted(List.of(2, 3, 4), 45, 45, 10)
                : draws.weighted(List.of(1, 2, 3, 4), 64, 30, 5.5, 0.5);
        boolean serious = draws.happens(grade >= 3 ? 0.55 : grade == 2 ? 0.03 : 0.002);
        int length = 1 + (int) draws.logNormal(7, 0.8);
        boolean lasting = draws.happens(0.07) || onset + length > participant.lastDay();
        int end = onset + length;
        return new AdverseEvent(
                term.system(),
                term.term(),
                term.interest(),
                onset,
                lasting ? 0 : onset < 0 && end >= 0 ? end + 1 : end,
                grade,
                serious,
                related,
                grade >= 3 && related
                        ? draws.oneOf(List.of("DRUG INTERRUPTED", "DRUG WITHDRAWN"))
                        : draws.happens(0.03) ? "DRUG INTERRUPTED" : "DOSE NOT CHANGED",
                lasting ? "NOT RECOVERED/NOT RESOLVED" : "RECOVERED/RESOLVED");
    }

    /** The date an event began. */
    LocalDate date(int day) {
        return participant.dateOf(day);
    }
}
