package org.sapwood.endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.population.TrialData;
import org.sapwood.sap.IntercurrentEvent;
import org.sapwood.sap.Sap;
import org.sapwood.sap.VisitSpec;

/** The intercurrent events that happened, by kind and subject: recorded ones, and those derived from an endpoint. */
public final class IntercurrentEvents {

    /**
     * One event of one subject.
     *
     * @param subject the subject's id
     * @param day its study day; the planned day of the visit when derived
     * @param reason why it happened, or what it was; empty when the plan names no variable for it
     * @param records row numbers in its dataset, from 1
     */
    public record Occurrence(String subject, int day, String reason, List<Integer> records) {}

    private final Sap sap;
    private final TrialData data;
    private final Endpoints endpoints;
    private final Map<String, Map<String, List<Occurrence>>> known = new LinkedHashMap<>();

    public IntercurrentEvents(Sap sap, TrialData data, Endpoints endpoints) {
        this.sap = sap;
        this.data = data;
        this.endpoints = endpoints;
    }

    /**
     * The events of a kind.
     *
     * @param id its id in the plan
     * @return by subject, ascending; each subject's by day
     * @throws DataRejected when a recorded event has no day
     */
    public synchronized Map<String, List<Occurrence>> of(String id) {
        @Nullable Map<String, List<Occurrence>> events = known.get(id);
        if (events == null) {
            IntercurrentEvent kind = sap.intercurrentEvent(id);
            events = kind.isDerived() ? derived(kind) : recorded(kind);
            events.values().forEach(list -> list.sort(Comparator.comparingInt(Occurrence::day)));
            known.put(id, events);
        }
        return events;
    }

    /** {@return the first event of a kind of a subject, or null} */
    public @Nullable Occurrence first(String id, String subject) {
        List<Occurrence> events = of(id).getOrDefault(subject, List.of());
        return events.isEmpty() ? null : events.get(0);
    }

    /** {@return the dataset in which a kind of event is recorded, or that its endpoint is made from} */
    public String dataset(String id) {
        IntercurrentEvent kind = sap.intercurrentEvent(id);
        return kind.isDerived() ? endpoints.of(kind.endpoint()).dataset() : kind.dataset();
    }

    private Map<String, List<Occurrence>> recorded(IntercurrentEvent kind) {
        Dataset dataset = data.dataset(kind.dataset());
        Variable subject = dataset.require(data.subjectVariable());
        Variable day = dataset.require(kind.day());
        @Nullable Variable reason = kind.reason().isEmpty() ? null : dataset.require(kind.reason());
        Map<String, List<Occurrence>> events = new TreeMap<>();
        Selection selection = dataset.select(kind.where());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            if (day.isMissing(row)) {
                throw new DataRejected(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        kind.day(),
                        "intercurrent event \"" + kind.id() + "\" of " + subject.text(row) + " has no " + kind.day(),
                        "Record the study day, or the earliest day the event can have had: without it nobody can tell"
                                + " whether the event came before the visit."));
            }
            String id = subject.text(row);
            events.computeIfAbsent(id, s -> new ArrayList<>())
                    .add(new Occurrence(
                            id,
                            (int) Math.round(day.number(row)),
                            reason == null ? "" : reason.text(row),
                            List.of(row + 1)));
        }
        return events;
    }

    private Map<String, List<Occurrence>> derived(IntercurrentEvent kind) {
        EndpointValues values = endpoints.of(kind.endpoint());
        Map<String, List<Occurrence>> events = new TreeMap<>();
        for (String subject : values.subjects()) {
            for (VisitSpec visit : sap.visits()) {
                EndpointValues.@Nullable Entry entry = values.at(subject, visit.id());
                if (!visit.baseline() && entry != null && entry.value().signum() > 0) {
                    events.computeIfAbsent(subject, s -> new ArrayList<>())
                            .add(new Occurrence(
                                    subject, visit.plannedDay(), "", values.records(List.of(subject), visit.id())));
                    break;
                }
            }
        }
        return events;
    }
}
