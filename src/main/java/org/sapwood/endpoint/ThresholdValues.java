package org.sapwood.endpoint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sapwood.sap.EndpointSpec;

/** Compares the values of another endpoint with thresholds: responders and classes. */
final class ThresholdValues {
    private final Endpoints endpoints;

    ThresholdValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Responder spec) {
        EndpointValues of = endpoints.of(spec.of());
        @Nullable BigDecimal atLeast = spec.atLeast();
        @Nullable BigDecimal atMost = spec.atMost();
        @Nullable BigDecimal base = spec.baseline();
        String threshold = (atLeast == null ? "" : " ≥ " + atLeast.toPlainString())
                + (atMost == null ? "" : " ≤ " + atMost.toPlainString());
        EndpointValues values = EndpointValues.madeOf(of, spec, of.method() + threshold);
        for (String subject : of.subjectsSeen()) {
            if (base != null && !baselineReaches(spec.of(), subject, base)) {
                continue;
            }
            for (String visit : of.visitsSeen()) {
                EndpointValues.Entry entry = of.at(subject, visit);
                if (entry == null) {
                    values.gap(subject, visit, of.value(subject, visit).reasonMissing());
                    continue;
                }
                boolean reached = (atLeast == null || entry.value().compareTo(atLeast) >= 0)
                        && (atMost == null || entry.value().compareTo(atMost) <= 0);
                values.put(
                        subject,
                        visit,
                        new EndpointValues.Entry(
                                reached ? BigDecimal.ONE : BigDecimal.ZERO, entry.origin(), entry.note()));
            }
        }
        return values;
    }

    /** Whether the measured endpoint below any change reaches a value at baseline. */
    private boolean baselineReaches(String endpoint, String subject, BigDecimal least) {
        EndpointSpec spec = endpoints.sap().endpoint(endpoint);
        String measured = spec instanceof EndpointSpec.Change change ? change.of() : endpoint;
        EndpointValues.Entry entry = endpoints.of(measured).at(subject, endpoints.baselineVisit());
        return entry != null && entry.value().compareTo(least) >= 0;
    }

    EndpointValues of(EndpointSpec.Classes spec) {
        EndpointValues of = endpoints.of(spec.of());
        EndpointValues values = EndpointValues.madeOf(of, spec, "classes of " + of.method());
        for (String subject : of.subjectsSeen()) {
            for (String visit : of.visitsSeen()) {
                EndpointValues.Entry entry = of.at(subject, visit);
                if (entry == null) {
                    values.gap(subject, visit, of.value(subject, visit).reasonMissing());
                    continue;
                }
                int index = 0;
                for (int i = 1; i < spec.classes().size(); i++) {
                    @Nullable BigDecimal from = spec.classes().get(i).atLeast();
                    if (from != null && entry.value().compareTo(from) >= 0) {
                        index = i;
                    }
                }
                values.put(
                        subject,
                        visit,
                        new EndpointValues.Entry(BigDecimal.valueOf(index), entry.origin(), entry.note()));
            }
        }
        return values;
    }
}
