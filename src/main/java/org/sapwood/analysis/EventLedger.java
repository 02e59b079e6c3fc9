package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.endpoint.EstimandValues;
import org.sapwood.endpoint.IntercurrentEvent;
import org.sapwood.endpoint.IntercurrentEvents.Occurrence;
import org.sapwood.endpoint.UnderStrategies;
import org.sapwood.population.Subject;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.VisitSpec;

/** The ledger of intercurrent events: every event of every subject, and what each estimand makes of it. */
public final class EventLedger {

    /**
     * One event of one subject.
     *
     * @param subject whose
     * @param event the kind's label
     * @param reason why it happened, or what it was; may be empty
     * @param day its study day
     * @param beforeVisit whether it affects the visit of the first estimand
     * @param strategies how each estimand treats it, in words, in the order of the estimands
     * @param effect what it does to the value of the first estimand
     */
    public record Line(
            Subject subject,
            String event,
            String reason,
            int day,
            boolean beforeVisit,
            List<String> strategies,
            String effect) {}

    private EventLedger() {}

    /**
     * Lists the events of a set.
     *
     * @param study plan and data
     * @param set the analysis set's id
     * @param estimands the estimands' ids, at least one; the first is the one whose visit and value are looked at
     * @return the lines, by subject and day
     */
    public static List<Line> of(Study study, String set, List<String> estimands) {
        Estimand first = study.sap().estimand(estimands.get(0));
        List<Line> lines = new ArrayList<>();
        for (Subject subject : study.cohort(set).members()) {
            List<Line> own = new ArrayList<>();
            for (org.sapwood.sap.IntercurrentEvent kind : study.sap().intercurrentEvents()) {
                for (Occurrence occurrence :
                        study.intercurrentEvents().of(kind.id()).getOrDefault(subject.id(), List.of())) {
                    own.add(line(study, subject, kind, occurrence, first, estimands));
                }
            }
            own.sort(Comparator.comparingInt(Line::day));
            lines.addAll(own);
        }
        return lines;
    }

    private static Line line(
            Study study,
            Subject subject,
            org.sapwood.sap.IntercurrentEvent kind,
            Occurrence occurrence,
            Estimand first,
            List<String> estimands) {
        int day = occurrence.day();
        VisitSpec visit = study.sap().visit(first.visit());
        boolean before = day <= visit.plannedDay();
        List<String> strategies = estimands.stream()
                .map(id -> study.sap().estimand(id).events().get(kind.id()))
                .map(strategy -> strategy == null ? "" : strategy.inWords())
                .toList();
        return new Line(
                subject,
                kind.label(),
                occurrence.reason(),
                day,
                before,
                strategies,
                effect(study, subject, kind, day, first, before));
    }

    private static String effect(
            Study study,
            Subject subject,
            org.sapwood.sap.IntercurrentEvent kind,
            int day,
            Estimand estimand,
            boolean before) {
        if (!before) {
            return "None: after " + study.sap().visit(estimand.visit()).label();
        }
        EstimandValues values = study.estimandValues(estimand.id());
        UnderStrategies<BigDecimal> made = values.at(subject, estimand.visit());
        boolean decides =
                made.event().filter(event -> decides(event, kind.label(), day)).isPresent();
        if (!decides) {
            return made.event().isPresent() ? "None: " + made.event().get().inWords() + " decides" : "None";
        }
        EndpointValues observed = study.endpoints().of(estimand.variable());
        String was = value(observed.value(subject.id(), estimand.visit()));
        return was + " \u2192 " + value(made.value());
    }

    private static boolean decides(IntercurrentEvent event, String label, int day) {
        return event.name().equals(label) && event.day() == day;
    }

    private static String value(Derived<BigDecimal> value) {
        return value instanceof Derived.Known<BigDecimal> known
                ? known.value().stripTrailingZeros().toPlainString()
                : "missing";
    }
}
