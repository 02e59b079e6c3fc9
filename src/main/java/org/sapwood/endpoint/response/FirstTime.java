package org.sapwood.endpoint.response;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.IntercurrentEvent;
import org.sapwood.sap.IntercurrentEventStrategy;

/**
 * When something first happened, or until when it is known not to have happened.
 *
 * @param day day of the event, or last day known to be free of it; counted without a gap
 * @param status event or censored
 * @param reason one plain sentence
 */
public record FirstTime(int day, Status status, String reason) {

    /** Whether the day is that of the event. */
    public enum Status {
        EVENT,
        CENSORED
    }

    /** Whether the patient wants the event to happen. */
    public enum Meaning {
        /** As improvement: a composite event means that it never happens. */
        WANTED,
        /** As a flare: a composite event counts as one. */
        FEARED
    }

    /** {@return whether it happened} */
    public boolean isEvent() {
        return status == Status.EVENT;
    }

    /**
     * Applies the strategies of an estimand. Events after the time change nothing. A principal-stratum event, whenever it
     * happened, removes the patient; of the others the earliest decides: composite ends a wanted time without event at
     * the last day of observation and makes a feared one an event; hypothetical and while-on-treatment censor.
     *
     * @param events the patient's intercurrent events
     * @param meaning whether the event is wanted
     * @param lastDay last day of observation
     * @return the time for the analysis, or why the patient has none
     */
    public Derived<FirstTime> under(List<IntercurrentEvent> events, Meaning meaning, int lastDay) {
        for (IntercurrentEvent event : events) {
            if (event.strategy() == IntercurrentEventStrategy.PRINCIPAL_STRATUM) {
                return Derived.missing("outside the principal stratum: " + event.inWords());
            }
        }
        Optional<IntercurrentEvent> first = events.stream()
                .filter(event -> event.strategy() != IntercurrentEventStrategy.TREATMENT_POLICY)
                .filter(event -> event.day() < day || (event.day() == day && !isEvent()))
                .min(Comparator.comparingInt(IntercurrentEvent::day));
        if (first.isEmpty()) {
            return Derived.of(this);
        }
        IntercurrentEvent event = first.get();
        if (event.strategy() != IntercurrentEventStrategy.COMPOSITE) {
            return Derived.of(new FirstTime(event.day(), Status.CENSORED, "censored: " + event.inWords()));
        }
        return Derived.of(
                meaning == Meaning.FEARED
                        ? new FirstTime(event.day(), Status.EVENT, "counted as event: " + event.inWords())
                        : new FirstTime(lastDay, Status.CENSORED, "never: " + event.inWords()));
    }
}
