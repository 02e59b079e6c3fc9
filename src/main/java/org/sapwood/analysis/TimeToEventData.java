package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sapwood.endpoint.EndpointTimes;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;

/** One time per subject of a cohort, with whether it ended in the event. */
final class TimeToEventData {
    private final EndpointTimes times;
    private final Set<String> members = new TreeSet<>();

    /** Keeps the times of the cohort's members. */
    TimeToEventData(EndpointTimes times, Cohort cohort) {
        this.times = times;
        times.subjects().stream().filter(cohort::contains).forEach(members::add);
    }

    /** {@return the endpoint and all its times} */
    EndpointTimes endpoint() {
        return times;
    }

    /** {@return the members that have a time, in order} */
    List<String> subjects(List<Subject> of) {
        return of.stream().map(Subject::id).filter(members::contains).toList();
    }

    double[] times(List<String> subjects) {
        return subjects.stream()
                .mapToDouble(id -> time(id).time().doubleValue())
                .toArray();
    }

    boolean[] events(List<String> subjects) {
        boolean[] events = new boolean[subjects.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = time(subjects.get(i)).isEvent();
        }
        return events;
    }

    List<Integer> records(List<String> subjects) {
        List<Integer> records = new ArrayList<>();
        subjects.forEach(id -> records.addAll(time(id).origin().in(times.dataset())));
        records.sort(null);
        return records;
    }

    private EndpointTimes.Entry time(String id) {
        EndpointTimes.Entry time = times.of(id);
        if (time == null) {
            throw new IllegalArgumentException("no time for " + id);
        }
        return time;
    }
}
