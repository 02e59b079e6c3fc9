package org.sapwood.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sapwood.sap.IntercurrentEventStrategy;

/**
 * What an estimand makes of one patient's value at one visit.
 *
 * <p>With several events, the order is: a principal-stratum event removes the patient; otherwise a composite event before
 * the visit is a failure; otherwise the earliest hypothetical or while-on-treatment event decides; otherwise the value is
 * used as observed.
 *
 * @param <T> what was observed
 * @param use what was done
 * @param value the value for the analysis; missing with its reason when there is none
 * @param reason one plain sentence
 * @param event the event that decided; none when the value is as observed
 */
public record UnderStrategies<T>(Use use, Derived<T> value, String reason, Optional<IntercurrentEvent> event) {

    /** What was done with the value. */
    public enum Use {
        AS_OBSERVED,
        SET_TO_FAILURE,
        SET_MISSING,
        TAKEN_FROM_BEFORE_EVENT,
        OUTSIDE_STRATUM
    }

    /**
     * The visit under study.
     *
     * @param day its day: that of the assessment, or the planned one when missed
     * @param sameDay whether an event on that day came first
     */
    public record VisitDay(int day, IntercurrentEvent.SameDay sameDay) {}

    /**
     * Applies the strategies.
     *
     * @param <T> what was observed
     * @param visit the visit under study
     * @param observed the visit's value
     * @param earlier the patient's values before the visit, in any order; used while on treatment
     * @param events the patient's intercurrent events, in any order
     * @param failure the value of a failure, for example {@code false} for a responder
     * @return the value to analyse, explained
     */
    public static <T> UnderStrategies<T> of(
            VisitDay visit, Derived<T> observed, List<Dated<T>> earlier, List<IntercurrentEvent> events, T failure) {
        Optional<IntercurrentEvent> stratum = events.stream()
                .filter(event -> event.strategy() == IntercurrentEventStrategy.PRINCIPAL_STRATUM)
                .min(Comparator.comparingInt(IntercurrentEvent::day));
        if (stratum.isPresent()) {
            String reason = "outside the principal stratum: " + stratum.get().inWords();
            return new UnderStrategies<>(Use.OUTSIDE_STRATUM, Derived.missing(reason), reason, stratum);
        }
        Optional<IntercurrentEvent> composite = first(events, visit, IntercurrentEventStrategy.COMPOSITE);
        if (composite.isPresent()) {
            return new UnderStrategies<>(
                    Use.SET_TO_FAILURE,
                    Derived.of(failure),
                    "failure: " + composite.get().inWords(),
                    composite);
        }
        Optional<IntercurrentEvent> hypothetical = first(events, visit, IntercurrentEventStrategy.HYPOTHETICAL);
        Optional<IntercurrentEvent> onTreatment = first(events, visit, IntercurrentEventStrategy.WHILE_ON_TREATMENT);
        boolean hypotheticalFirst = hypothetical.isPresent()
                && (onTreatment.isEmpty()
                        || hypothetical.get().day() <= onTreatment.get().day());
        if (hypotheticalFirst) {
            String reason = "set missing: " + hypothetical.get().inWords();
            return new UnderStrategies<>(Use.SET_MISSING, Derived.missing(reason), reason, hypothetical);
        }
        if (onTreatment.isPresent()) {
            return lastBefore(onTreatment.get(), visit, earlier);
        }
        return new UnderStrategies<>(
                Use.AS_OBSERVED,
                observed,
                observed.isKnown() ? "as observed" : observed.reasonMissing(),
                Optional.empty());
    }

    /**
     * A patient whom a condition, and no event, puts outside the principal stratum.
     *
     * @param <T> what was observed
     * @param reason one plain sentence
     * @return no value
     */
    public static <T> UnderStrategies<T> outsideStratum(String reason) {
        return new UnderStrategies<>(Use.OUTSIDE_STRATUM, Derived.missing(reason), reason, Optional.empty());
    }

    private static <T> UnderStrategies<T> lastBefore(IntercurrentEvent event, VisitDay visit, List<Dated<T>> earlier) {
        Optional<Dated<T>> last = earlier.stream()
                .filter(dated -> !event.affects(dated.day(), visit.sameDay()))
                .max(Comparator.comparingInt(Dated::day));
        String reason = last.isPresent()
                ? "value of day " + last.get().day() + ", before " + event.inWords()
                : "no value before " + event.inWords();
        return last.map(dated -> new UnderStrategies<>(
                        Use.TAKEN_FROM_BEFORE_EVENT, Derived.of(dated.value()), reason, Optional.of(event)))
                .orElseGet(() ->
                        new UnderStrategies<>(Use.SET_MISSING, Derived.missing(reason), reason, Optional.of(event)));
    }

    private static Optional<IntercurrentEvent> first(
            List<IntercurrentEvent> events, VisitDay visit, IntercurrentEventStrategy strategy) {
        return events.stream()
                .filter(event -> event.strategy() == strategy)
                .filter(event -> event.affects(visit.day(), visit.sameDay()))
                .min(Comparator.comparingInt(IntercurrentEvent::day));
    }
}
