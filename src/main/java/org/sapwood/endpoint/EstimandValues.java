package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.population.Subject;
import org.sapwood.population.TrialData;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.IntercurrentEventStrategy;
import org.sapwood.sap.Sap;
import org.sapwood.sap.VisitSpec;

/**
 * The values of an estimand's variable as its strategies make them. An event affects a visit when its study day is not
 * after the visit's planned day; the planned day is also that of the earlier values used while on treatment.
 */
public final class EstimandValues {
    private final Estimand estimand;
    private final Sap sap;
    private final TrialData data;
    private final EndpointValues observed;
    private final IntercurrentEvents events;
    private final Set<Integer> stratum = new HashSet<>();
    private @Nullable EndpointValues analysed;

    public EstimandValues(Estimand estimand, Sap sap, TrialData data, Endpoints endpoints, IntercurrentEvents events) {
        this.estimand = estimand;
        this.sap = sap;
        this.data = data;
        this.observed = endpoints.of(estimand.variable());
        this.events = events;
        data.subjectDataset().select(estimand.stratum()).rows().forEach(stratum::add);
    }

    /**
     * What becomes of a subject's value.
     *
     * @param subject the subject
     * @param visit the visit's id
     * @return the value to analyse, explained
     */
    public UnderStrategies<BigDecimal> at(Subject subject, String visit) {
        if (!stratum.contains(subject.row())) {
            return UnderStrategies.outsideStratum("outside the principal stratum");
        }
        VisitSpec now = sap.visit(visit);
        EndpointValues.@Nullable Entry entry = observed.at(subject.id(), visit);
        List<Dated<BigDecimal>> earlier = new ArrayList<>();
        for (VisitSpec before : sap.visits()) {
            EndpointValues.@Nullable Entry value = observed.at(subject.id(), before.id());
            if (value != null && before.plannedDay() < now.plannedDay()) {
                earlier.add(new Dated<>(before.plannedDay(), value.value()));
            }
        }
        @Nullable BigDecimal failure = estimand.failure();
        return UnderStrategies.of(
                new UnderStrategies.VisitDay(now.plannedDay(), IntercurrentEvent.SameDay.BEFORE_ASSESSMENT),
                entry == null ? Derived.missing(reason(subject, visit)) : Derived.of(entry.value()),
                earlier,
                eventsOf(subject.id()),
                failure == null ? BigDecimal.ZERO : failure);
    }

    private String reason(Subject subject, String visit) {
        String reason = observed.reasonFor(subject.id(), visit);
        return reason.isEmpty() ? "no value at " + visit : reason;
    }

    /** Events by the strategy for each; the condition alone decides who belongs to a principal stratum. */
    private List<IntercurrentEvent> eventsOf(String subject) {
        List<IntercurrentEvent> happened = new ArrayList<>();
        estimand.events().forEach((id, strategy) -> {
            IntercurrentEvents.@Nullable Occurrence first = events.first(id, subject);
            if (first != null && strategy != IntercurrentEventStrategy.PRINCIPAL_STRATUM) {
                happened.add(new IntercurrentEvent(
                        first.day(), sap.intercurrentEvent(id).label(), strategy));
            }
        });
        return happened;
    }

    /** {@return the values of all subjects and visits for analyses of numbers; where there is none, the reason} */
    public synchronized EndpointValues values() {
        EndpointValues values = analysed;
        if (values == null) {
            values = new EndpointValues(
                    observed.spec(),
                    observed.dataset(),
                    observed.selection(),
                    observed.method() + " under estimand " + estimand.id());
            for (Subject subject : data.subjects()) {
                for (VisitSpec visit : sap.visits()) {
                    put(values, subject, visit);
                }
            }
            analysed = values;
        }
        return values;
    }

    private void put(EndpointValues values, Subject subject, VisitSpec visit) {
        EndpointValues.@Nullable Entry entry = observed.at(subject.id(), visit.id());
        if (visit.baseline() && entry == null) {
            return; // a change has no value at baseline, whatever happens later
        }
        UnderStrategies<BigDecimal> made = at(subject, visit.id());
        if (!made.value().isKnown()) {
            values.gap(subject.id(), visit.id(), made.reason());
            return;
        }
        values.put(
                subject.id(),
                visit.id(),
                entry != null && made.use() == UnderStrategies.Use.AS_OBSERVED
                        ? entry
                        : new EndpointValues.Entry(made.value().orElseThrow(), Origin.NONE, made.reason()));
    }
}
