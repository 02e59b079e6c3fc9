package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.sap.EndpointSpec;

/** Reads the inputs of a rule straight from records, one record per item. */
final class ItemValues {
    private final Endpoints endpoints;

    ItemValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    Map<String, EndpointValues> of(EndpointSpec.Derived spec, EndpointSpec.Items items, EndpointRule rule) {
        Map<String, EndpointRule.Input> known = new LinkedHashMap<>();
        rule.inputs().forEach(input -> known.put(input.name(), input));
        Dataset dataset = endpoints.data().dataset(items.dataset());
        Variable subject = dataset.require(endpoints.data().subjectVariable());
        Variable visit = dataset.require(endpoints.sap().visitVariable());
        Variable name = dataset.require(items.name());
        Variable value = dataset.require(items.value());
        Map<String, EndpointValues> inputs = new LinkedHashMap<>();
        known.keySet()
                .forEach(input -> inputs.put(
                        input,
                        new EndpointValues(
                                spec,
                                items.dataset(),
                                items.where() + "; " + items.name() + " " + input,
                                "recorded " + items.value())));
        Selection selection = dataset.select(items.where());
        DataComplaints complaints = new DataComplaints();
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            String recorded = name.text(row);
            String inputName = items.names().getOrDefault(recorded, recorded.toLowerCase(Locale.ROOT));
            EndpointRule.Input input = known.get(inputName);
            EndpointValues values = inputs.get(inputName);
            if (input == null || values == null) {
                complaints.add(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        items.name(),
                        "rule \"" + rule.name() + "\" has no item \"" + recorded + "\"; needed by endpoint \""
                                + spec.id() + "\"",
                        "Leave it out by \"where\", or say with \"names\" which input it is (sapwood endpoints)."));
                continue;
            }
            if (value.isMissing(row)) {
                values.gap(subject.text(row), visit.text(row), inputName + " was not recorded");
                continue;
            }
            if (values.at(subject.text(row), visit.text(row)) != null) {
                complaints.add(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        items.name(),
                        "subject " + subject.text(row) + " has two records of item \"" + recorded + "\" at visit \""
                                + visit.text(row) + "\"",
                        "Let the condition of endpoint \"" + spec.id() + "\" choose one of them."));
                continue;
            }
            values.put(
                    subject.text(row),
                    visit.text(row),
                    new EndpointValues.Entry(
                            number(dataset, value, row, input), Origin.of(items.dataset(), row + 1), ""));
        }
        complaints.throwIfAny();
        inputs.values().removeIf(values -> values.subjectsSeen().isEmpty());
        if (inputs.isEmpty()) {
            throw new DataRejected(DataComplaint.of(
                    dataset.file(),
                    "no record with " + items.where() + "; needed by endpoint \"" + spec.id() + "\"",
                    ""));
        }
        return inputs;
    }

    private static BigDecimal number(Dataset dataset, Variable value, int row, EndpointRule.Input input) {
        if (value.kind() == Variable.Kind.NUMBER) {
            return value.decimal(row);
        }
        if (input.codes().isEmpty()) {
            if (value.text(row).matches("[0-9]+(\\.[0-9]+)?")) {
                return new BigDecimal(value.text(row));
            }
            throw new DataRejected(DataComplaint.at(
                    dataset.file(),
                    dataset.whereIs(row),
                    value.name(),
                    "expected a number for item \"" + input.name() + "\"; found \"" + value.text(row) + "\"",
                    ""));
        }
        return RecordedValues.coded(dataset, value, row, input.codes());
    }
}
