package org.sapwood.endpoint;

import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.sap.EndpointSpec;

/** Reads times to an event, one record per subject. */
final class RecordedTimes {
    private final Endpoints endpoints;

    RecordedTimes(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointTimes of(EndpointSpec.TimeTo spec) {
        Dataset dataset = endpoints.data().dataset(spec.dataset());
        Variable subject = dataset.require(endpoints.data().subjectVariable());
        Variable time = dataset.require(spec.time());
        Variable censor = dataset.require(spec.censor());
        EndpointTimes times =
                new EndpointTimes(spec, spec.dataset(), spec.where().toString(), "recorded " + spec.time());
        Selection selection = dataset.select(spec.where());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            if (time.isMissing(row)) {
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
            EndpointTimes.Entry entry = new EndpointTimes.Entry(
                    time.decimal(row), censor.number(row) == 0, Origin.of(spec.dataset(), row + 1), "");
            if (times.put(subject.text(row), entry) != null) {
                throw rejected(
                        dataset,
                        row,
                        spec.time(),
                        "subject " + subject.text(row) + " has two times of \"" + spec.label() + "\"");
            }
        }
        return times;
    }

    private static DataRejected rejected(Dataset dataset, int row, String column, String problem) {
        return new DataRejected(
                DataComplaint.at(dataset.file(), dataset.whereIs(row), column, problem, "Correct the record."));
    }
}
