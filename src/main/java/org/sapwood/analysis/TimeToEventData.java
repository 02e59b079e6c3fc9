package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.population.Cohort;
import org.sapwood.population.Subject;
import org.sapwood.sap.EndpointSpec;

/** One time per subject of a cohort, with whether it ended in the event. */
final class TimeToEventData {
    private record Time(double time, boolean event, int row) {}

    private final EndpointSpec.TimeTo spec;
    private final TreeMap<String, Time> bySubject = new TreeMap<>();

    TimeToEventData(EndpointSpec.TimeTo spec, Study study, Cohort cohort) {
        this.spec = spec;
        Dataset dataset = study.data().dataset(spec.dataset());
        Variable subject = dataset.require(study.data().subjectVariable());
        Variable time = dataset.require(spec.time());
        Variable censor = dataset.require(spec.censor());
        Selection selection = dataset.select(spec.where());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            String id = subject.text(row);
            if (!cohort.contains(id) || time.isMissing(row)) {
                continue;
            }
            if (time.number(row) < 0) {
                throw rejected(dataset, row, spec.time(), "expected a time of at least 0; found " + time.text(row));
            }
            if (censor.isMissing(row) || censor.number(row) < 0) {
                throw rejected(
                        dataset,
                        row,
                        spec.censor(),
                        "expected 0 (event) or a positive code (censored); found \"" + censor.text(row) + "\"");
            }
            if (bySubject.put(id, new Time(time.number(row), censor.number(row) == 0, row)) != null) {
                throw rejected(
                        dataset, row, spec.time(), "subject " + id + " has two times of \"" + spec.label() + "\"");
            }
        }
    }

    private static DataRejected rejected(Dataset dataset, int row, String column, String problem) {
        return new DataRejected(
                DataComplaint.at(dataset.file(), dataset.whereIs(row), column, problem, "Correct the record."));
    }

    EndpointSpec.TimeTo spec() {
        return spec;
    }

    /** {@return the members that have a time, in order} */
    List<String> subjects(List<Subject> members) {
        Set<String> known = bySubject.keySet();
        return members.stream().map(Subject::id).filter(known::contains).toList();
    }

    double[] times(List<String> subjects) {
        return subjects.stream().mapToDouble(id -> time(id).time()).toArray();
    }

    boolean[] events(List<String> subjects) {
        boolean[] events = new boolean[subjects.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = time(subjects.get(i)).event();
        }
        return events;
    }

    List<Integer> records(List<String> subjects) {
        List<Integer> records = new ArrayList<>();
        subjects.forEach(id -> records.add(time(id).row() + 1));
        records.sort(null);
        return records;
    }

    private Time time(String id) {
        Time time = bySubject.get(id);
        if (time == null) {
            throw new IllegalArgumentException("no time for " + id);
        }
        return time;
    }
}
