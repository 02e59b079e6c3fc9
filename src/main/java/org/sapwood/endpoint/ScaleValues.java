package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.List;
import org.sapwood.endpoint.biomarker.Logarithm;
import org.sapwood.sap.BelowLimit;
import org.sapwood.sap.EndpointSpec;

/** Brings endpoints to another scale: ratios and logarithms. */
final class ScaleValues {
    private final Endpoints endpoints;

    ScaleValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Ratio spec) {
        EndpointValues above = endpoints.of(spec.numerator());
        EndpointValues below = endpoints.of(spec.denominator());
        List<EndpointValues> both = List.of(above, below);
        EndpointValues values = EndpointValues.madeOf(
                above, spec, above.spec().label() + " / " + below.spec().label());
        for (String subject : Endpoints.subjectsOf(both)) {
            for (String visit : endpoints.visitsOf(both)) {
                Derived<BigDecimal> ratio = above.value(subject, visit)
                        .then(numerator -> below.value(subject, visit)
                                .then(denominator -> denominator.signum() == 0
                                        ? Derived.missing(below.spec().label() + " is 0: no ratio")
                                        : Derived.of(ExactRatio.of(numerator, denominator)
                                                .toDecimal())));
                values.put(subject, visit, ratio, above.origin(subject, visit).and(below.origin(subject, visit)), "");
            }
        }
        return values;
    }

    EndpointValues of(EndpointSpec.Logarithm spec) {
        EndpointValues of = values(spec);
        Logarithm logarithm = switch (spec.base()) {
            case TWO -> Logarithm.BASE_2;
            case NATURAL -> Logarithm.NATURAL;
            case TEN -> Logarithm.BASE_10;
        };
        EndpointValues values = EndpointValues.madeOf(
                of, spec, "logarithm to base " + spec.base().written() + " of " + of.method());
        for (String subject : of.subjectsSeen()) {
            for (String visit : endpoints.visitsOf(List.of(of))) {
                values.put(
                        subject,
                        visit,
                        of.value(subject, visit).then(logarithm::of).map(BigDecimal::valueOf),
                        of.origin(subject, visit),
                        "");
            }
        }
        return values;
    }

    /** The values below the logarithm, with the limit rule it asks for. */
    private EndpointValues values(EndpointSpec.Logarithm spec) {
        BelowLimit rule = spec.belowLimit();
        return rule != null && endpoints.sap().endpoint(spec.of()) instanceof EndpointSpec.Recorded recorded
                ? new RecordedValues(endpoints).of(recorded.with(rule))
                : endpoints.of(spec.of());
    }
}
