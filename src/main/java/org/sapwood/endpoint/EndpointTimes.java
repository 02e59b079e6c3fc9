package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.EndpointSpec;

/** The times of one endpoint by subject, each with the records it was made from. */
public final class EndpointTimes {

    /**
     * One time.
     *
     * @param time in the endpoint's unit, at least 0
     * @param isEvent whether it ended in the event; otherwise it is censored
     * @param origin the records it was made from
     * @param reason what happened, one plain sentence; may be empty
     */
    public record Entry(BigDecimal time, boolean isEvent, Origin origin, String reason) {}

    private final EndpointSpec.Time spec;
    private final String dataset;
    private final String selection;
    private final String method;
    private final Map<String, Entry> bySubject = new TreeMap<>();

    /**
     * An endpoint without times yet.
     *
     * @param spec what it is
     * @param dataset the dataset its records stand in; the main one when there are several
     * @param selection which records
     * @param method how it is derived, one clause
     */
    EndpointTimes(EndpointSpec.Time spec, String dataset, String selection, String method) {
        this.spec = spec;
        this.dataset = dataset;
        this.selection = selection;
        this.method = method;
    }

    /** {@return the earlier time of the subject, or null} */
    @Nullable
    Entry put(String subject, Entry entry) {
        return bySubject.put(subject, entry);
    }

    public EndpointSpec.Time spec() {
        return spec;
    }

    /** {@return the name of the dataset its records stand in; the main one when there are several} */
    public String dataset() {
        return dataset;
    }

    /** {@return which records, as a condition} */
    public String selection() {
        return selection;
    }

    /** {@return how it is derived, one clause} */
    public String method() {
        return method;
    }

    /** {@return the time of a subject, or null} */
    public @Nullable Entry of(String subject) {
        return bySubject.get(subject);
    }

    /** {@return the subjects with a time, ascending} */
    public Set<String> subjects() {
        return Collections.unmodifiableSet(bySubject.keySet());
    }
}
