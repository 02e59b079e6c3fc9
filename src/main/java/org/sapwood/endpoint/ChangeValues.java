package org.sapwood.endpoint;

import java.math.BigDecimal;
import org.sapwood.endpoint.response.Change;
import org.sapwood.sap.EndpointSpec;

/** Derives changes from baseline. */
final class ChangeValues {
    private final Endpoints endpoints;

    ChangeValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Change spec) {
        EndpointValues of = endpoints.of(spec.of());
        String baseline = endpoints.baselineVisit();
        EndpointValues values = EndpointValues.madeOf(
                of, spec, (spec.percent() ? "percent change" : "change") + " from " + baseline + " of " + of.method());
        for (String subject : of.subjectsSeen()) {
            for (String visit : of.visitsSeen()) {
                if (visit.equals(baseline)) {
                    continue;
                }
                EndpointValues.Entry base = of.at(subject, baseline);
                EndpointValues.Entry now = of.at(subject, visit);
                if (base == null || now == null) {
                    values.gap(
                            subject,
                            visit,
                            base == null
                                    ? "no baseline value"
                                    : of.value(subject, visit).reasonMissing());
                    continue;
                }
                values.put(
                        subject,
                        visit,
                        change(spec, base.value(), now.value()),
                        base.origin().and(now.origin()),
                        now.note());
            }
        }
        return values;
    }

    private static Derived<BigDecimal> change(EndpointSpec.Change spec, BigDecimal base, BigDecimal now) {
        if (!spec.percent()) {
            return Derived.of(now.subtract(base));
        }
        if (base.signum() == 0) {
            return Derived.missing("no percent change from a baseline of 0");
        }
        // Relative to the distance from 0, whichever way is better: the direction plays no part in the plain change.
        return new Change(base, now, DirectionOfBenefit.HIGHER_IS_BETTER)
                .percent()
                .map(ExactRatio::toDecimal);
    }
}
