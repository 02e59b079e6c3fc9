package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.EndpointSpec;

/**
 * The values of one endpoint by subject and visit, each with the records it was made from. Binary endpoints hold 1 and
 * 0; classes hold the index of the class.
 */
public final class EndpointValues {

    /**
     * One value.
     *
     * @param value the exact value
     * @param origin the records it was made from
     * @param note why it needs a remark, for example a component that was missing; empty for none
     */
    public record Entry(BigDecimal value, Origin origin, String note) {}

    private final EndpointSpec spec;
    private final String dataset;
    private final String selection;
    private final String method;
    private final Map<String, Map<String, Entry>> bySubject = new TreeMap<>();
    /** The same maps by hash: looked up for every subject, visit and method, and identifiers share long beginnings. */
    private final Map<String, Map<String, Entry>> bySubjectHashed = new HashMap<>();

    private final Map<String, Map<String, String>> gaps = new TreeMap<>();

    /** The datasets of records besides the main one. */
    private final Set<String> others = new TreeSet<>();

    /** The visits with any value or any reason, once asked for; null again when something is added. */
    private @Nullable Set<String> visitsSeen;

    /**
     * An endpoint without values yet.
     *
     * @param spec what it is
     * @param dataset the dataset its records stand in; the main one when there are several
     * @param selection which records
     * @param method how it is derived, one clause
     */
    EndpointValues(EndpointSpec spec, String dataset, String selection, String method) {
        this.spec = spec;
        this.dataset = dataset;
        this.selection = selection;
        this.method = method;
    }

    /** An endpoint without values yet, made of another. */
    static EndpointValues madeOf(EndpointValues of, EndpointSpec spec, String method) {
        return new EndpointValues(spec, of.dataset, of.selection, method);
    }

    /** {@return the values of some subjects and visits, with others by subject and visit in the place of missing ones} */
    EndpointValues restrictedTo(
            Set<String> subjects, Set<String> visits, Map<String, Map<String, BigDecimal>> instead) {
        EndpointValues some = madeOf(this, spec, method);
        for (String subject : subjects) {
            Map<String, String> reasons = gaps.getOrDefault(subject, Map.of());
            Map<String, Entry> entries = bySubject.getOrDefault(subject, Map.of());
            Map<String, BigDecimal> others = instead.getOrDefault(subject, Map.of());
            for (String visit : visits) {
                Entry entry = entries.get(visit);
                BigDecimal other = others.get(visit);
                String reason = reasons.get(visit);
                if (other != null) {
                    some.put(subject, visit, new Entry(other, Origin.NONE, ""));
                } else if (entry != null) {
                    some.put(subject, visit, entry);
                } else if (reason != null) {
                    some.gap(subject, visit, reason);
                }
            }
        }
        return some;
    }

    void put(String subject, String visit, Entry entry) {
        entry.origin().rows().keySet().stream()
                .filter(name -> !name.equals(dataset))
                .forEach(others::add);
        Map<String, Entry> visits = bySubjectHashed.computeIfAbsent(subject, s -> {
            Map<String, Entry> none = new LinkedHashMap<>();
            bySubject.put(s, none);
            return none;
        });
        visits.put(visit, entry);
        visitsSeen = null;
    }

    void gap(String subject, String visit, String reason) {
        gaps.computeIfAbsent(subject, s -> new LinkedHashMap<>()).put(visit, reason);
        visitsSeen = null;
    }

    /** Keeps a known value with its records, or the reason why there is none. */
    void put(String subject, String visit, Derived<BigDecimal> value, Origin origin, String note) {
        if (value instanceof Derived.Known<BigDecimal> known) {
            put(subject, visit, new Entry(known.value(), origin, note));
        } else {
            gap(subject, visit, value.reasonMissing());
        }
    }

    public EndpointSpec spec() {
        return spec;
    }

    /** {@return the name of the dataset its records stand in; the main one when there are several} */
    public String dataset() {
        return dataset;
    }

    /** {@return the names of all datasets that its values have records in, and of the main one} */
    public Set<String> datasets() {
        Set<String> all = new TreeSet<>(others);
        all.add(dataset);
        return all;
    }

    /** {@return which records, as a condition; the other datasets are named when there are several} */
    public String selection() {
        return others.isEmpty() ? selection : selection + "; with records of " + String.join(", ", others);
    }

    /** {@return how it is derived, one clause} */
    public String method() {
        return method;
    }

    /** {@return the value of a subject at a visit, or null} */
    public @Nullable Entry at(String subject, String visit) {
        Map<String, Entry> visits = bySubjectHashed.get(subject);
        return visits == null ? null : visits.get(visit);
    }

    /** {@return the value of a subject at a visit, or why there is none} */
    public Derived<BigDecimal> value(String subject, String visit) {
        Entry entry = at(subject, visit);
        if (entry != null) {
            return Derived.of(entry.value());
        }
        String reason = reasonFor(subject, visit);
        return Derived.missing(reason.isEmpty() ? spec.label() + ": no record at " + visit : reason);
    }

    /** {@return the records behind the value of a subject at a visit} */
    public Origin origin(String subject, String visit) {
        Entry entry = at(subject, visit);
        return entry == null ? Origin.NONE : entry.origin();
    }

    /** {@return why a subject has no value at a visit; empty when nothing is known but its absence} */
    public String reasonFor(String subject, String visit) {
        return gaps.getOrDefault(subject, Map.of()).getOrDefault(visit, "");
    }

    /** {@return the subjects with any value, ascending} */
    public Set<String> subjects() {
        return Collections.unmodifiableSet(bySubject.keySet());
    }

    /** {@return the subjects with any value or any reason for having none, ascending} */
    public Set<String> subjectsSeen() {
        Set<String> seen = new TreeSet<>(bySubject.keySet());
        seen.addAll(gaps.keySet());
        return seen;
    }

    /** {@return the visits with any value} */
    public Set<String> visits() {
        Set<String> visits = new LinkedHashSet<>();
        bySubject.values().forEach(map -> visits.addAll(map.keySet()));
        return visits;
    }

    /** {@return the visits with any value or any reason for having none, in alphabetical order} */
    public synchronized Set<String> visitsSeen() {
        Set<String> known = visitsSeen;
        if (known == null) {
            Set<String> visits = new TreeSet<>(visits());
            gaps.values().forEach(map -> visits.addAll(map.keySet()));
            known = Collections.unmodifiableSet(visits);
            visitsSeen = known;
        }
        return known;
    }

    /** {@return the records of the main dataset behind the values of some subjects at a visit, ascending} */
    public List<Integer> records(List<String> subjects, String visit) {
        List<Integer> records = new ArrayList<>();
        for (String subject : subjects) {
            records.addAll(origin(subject, visit).in(dataset));
        }
        Collections.sort(records);
        return records;
    }
}
