package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.Map;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.biomarker.LimitRule;
import org.sapwood.endpoint.biomarker.Measured;
import org.sapwood.sap.BelowLimit;
import org.sapwood.sap.EndpointSpec;

/** Reads values recorded by visit: numbers, coded texts, and laboratory texts with a limit of quantification. */
final class RecordedValues {
    private final Endpoints endpoints;

    RecordedValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Recorded spec) {
        Dataset dataset = endpoints.data().dataset(spec.dataset());
        Variable subject = dataset.require(endpoints.data().subjectVariable());
        Variable visit = dataset.require(endpoints.sap().visitVariable());
        Variable value = dataset.require(spec.value());
        Selection selection = dataset.select(spec.where());
        EndpointValues values =
                new EndpointValues(spec, spec.dataset(), spec.where().toString(), method(spec));
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            if (value.isMissing(row)) {
                values.gap(subject.text(row), visit.text(row), spec.label() + " was not recorded");
                continue;
            }
            EndpointValues.Entry earlier = values.at(subject.text(row), visit.text(row));
            if (earlier != null) {
                throw new DataRejected(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        spec.value(),
                        "subject " + subject.text(row) + " has two records of \"" + spec.label() + "\" at visit \""
                                + visit.text(row) + "\", the first in "
                                + dataset.whereIs(
                                        earlier.origin().in(spec.dataset()).get(0) - 1),
                        "Let the condition of endpoint \"" + spec.id() + "\" choose one of them."));
            }
            values.put(
                    subject.text(row),
                    visit.text(row),
                    number(dataset, value, row, spec),
                    Origin.of(spec.dataset(), row + 1),
                    "");
        }
        return values;
    }

    private static String method(EndpointSpec.Recorded spec) {
        String limit = switch (spec.belowLimit()) {
            case MISSING -> "";
            case HALF -> ", half the limit when below it";
            case ROOT_TWO -> ", the limit / √2 when below it";
            case AT_LIMIT -> ", the limit when below it";
        };
        return "recorded " + spec.value() + limit;
    }

    private static Derived<BigDecimal> number(Dataset dataset, Variable value, int row, EndpointSpec.Recorded spec) {
        if (value.kind() == Variable.Kind.NUMBER) {
            return Derived.of(value.decimal(row));
        }
        String text = value.text(row);
        if (!spec.codes().isEmpty()) {
            return Derived.of(coded(dataset, value, row, spec.codes()));
        }
        Derived<Measured> parsed = Measured.parse(text);
        if (!(parsed instanceof Derived.Known<Measured> measured)) {
            throw new DataRejected(DataComplaint.at(
                    dataset.file(),
                    dataset.whereIs(row),
                    spec.value(),
                    parsed.reasonMissing(),
                    "Correct the record, or say with \"codes\" which number each text is."));
        }
        if (spec.belowLimit() == BelowLimit.MISSING && measured.value() instanceof Measured.BelowLimit below) {
            return Derived.missing(spec.label() + " is below the limit of quantification "
                    + below.limit().toPlainString());
        }
        return Derived.of(limitRule(spec.belowLimit()).value(measured.value()));
    }

    /** The number of a coded text. */
    static BigDecimal coded(Dataset dataset, Variable value, int row, Map<String, BigDecimal> codes) {
        BigDecimal number = codes.get(value.text(row));
        if (number == null) {
            throw new DataRejected(DataComplaint.at(
                    dataset.file(),
                    dataset.whereIs(row),
                    value.name(),
                    "expected one of " + String.join(", ", codes.keySet()) + "; found \"" + value.text(row) + "\"",
                    ""));
        }
        return number;
    }

    private static LimitRule limitRule(BelowLimit rule) {
        return switch (rule) {
            case HALF -> LimitRule.HALF;
            case ROOT_TWO -> LimitRule.OVER_ROOT_TWO;
            // A value below the limit is missing before this rule is asked; above the upper limit, the limit stands.
            case AT_LIMIT, MISSING -> LimitRule.AS_IS;
        };
    }
}
