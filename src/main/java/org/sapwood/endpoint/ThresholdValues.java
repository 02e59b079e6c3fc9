package org.sapwood.endpoint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.response.ResponderRule;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.Scale;
import org.sapwood.sap.Threshold;

/** Compares the values of another endpoint with thresholds: responders and classes. */
final class ThresholdValues {
    private final Endpoints endpoints;

    ThresholdValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Responder spec) {
        EndpointValues of = endpoints.of(spec.of());
        EndpointValues values = EndpointValues.madeOf(of, spec, of.method() + describe(spec));
        for (String subject : of.subjectsSeen()) {
            Derived<BigDecimal> atRisk = atRisk(spec, subject);
            for (String visit : of.visitsSeen()) {
                if (spec.threshold() instanceof Threshold.Moved && visit.equals(endpoints.baselineVisit())) {
                    continue;
                }
                EndpointValues.Entry entry = of.at(subject, visit);
                values.put(
                        subject,
                        visit,
                        atRisk.then(baseline -> judge(spec, of, subject, visit)),
                        origin(spec, of, subject, visit),
                        entry == null ? "" : entry.note());
            }
        }
        return values;
    }

    private Derived<BigDecimal> judge(EndpointSpec.Responder spec, EndpointValues of, String subject, String visit) {
        Derived<BigDecimal> now = of.value(subject, visit);
        if (spec.threshold() instanceof Threshold.Value limits) {
            return now.map(value -> reaches(limits, value) ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        Threshold.Moved moved = (Threshold.Moved) spec.threshold();
        Derived<BigDecimal> before = of.value(subject, endpoints.baselineVisit());
        return before.then(baseline ->
                now.then(value -> CompositeValues.number(rule(moved).judge(baseline, value, direction(spec, moved)))));
    }

    private static boolean reaches(Threshold.Value limits, BigDecimal value) {
        BigDecimal atLeast = limits.atLeast();
        BigDecimal atMost = limits.atMost();
        return (atLeast == null || value.compareTo(atLeast) >= 0) && (atMost == null || value.compareTo(atMost) <= 0);
    }

    private static ResponderRule rule(Threshold.Moved moved) {
        return switch (moved.movement()) {
            case IMPROVED_BY -> new ResponderRule.ImprovedBy(moved.amount());
            case IMPROVED_BY_PERCENT -> new ResponderRule.ImprovedByPercent(moved.amount());
            case WORSENED_BY -> new ResponderRule.WorsenedBy(moved.amount());
            case WORSENED_BY_PERCENT -> new ResponderRule.WorsenedByPercent(moved.amount());
        };
    }

    /** The plan was checked: either the responder or the endpoint below says which way is better. */
    private DirectionOfBenefit direction(EndpointSpec.Responder spec, Threshold.Moved moved) {
        Scale.Better better = moved.better();
        return better == null
                ? Endpoints.direction(endpoints.sap().endpoint(spec.of()))
                        .orElseThrow(() -> new IllegalArgumentException(
                                spec.place() + ": nothing says which way \"" + spec.of() + "\" is better"))
                : Endpoints.direction(better);
    }

    private Origin origin(EndpointSpec.Responder spec, EndpointValues of, String subject, String visit) {
        Origin now = of.origin(subject, visit);
        return spec.threshold() instanceof Threshold.Moved
                ? now.and(of.origin(subject, endpoints.baselineVisit()))
                : now;
    }

    /** The baseline of the measured endpoint below any change, or why the subject is not counted. */
    private Derived<BigDecimal> atRisk(EndpointSpec.Responder spec, String subject) {
        if (spec.baseline().isAny()) {
            return Derived.of(BigDecimal.ZERO);
        }
        EndpointSpec below = endpoints.sap().endpoint(spec.of());
        String measured = below instanceof EndpointSpec.Change change ? change.of() : spec.of();
        return endpoints
                .of(measured)
                .value(subject, endpoints.baselineVisit())
                .then(value -> spec.baseline().admits(value)
                        ? Derived.of(value)
                        : Derived.missing("baseline " + value.toPlainString() + " is too low to be counted"));
    }

    private static String describe(EndpointSpec.Responder spec) {
        if (spec.threshold() instanceof Threshold.Value limits) {
            BigDecimal atLeast = limits.atLeast();
            BigDecimal atMost = limits.atMost();
            return (atLeast == null ? "" : " ≥ " + atLeast.toPlainString())
                    + (atMost == null ? "" : " ≤ " + atMost.toPlainString());
        }
        Threshold.Moved moved = (Threshold.Moved) spec.threshold();
        String amount = moved.amount().toPlainString();
        return switch (moved.movement()) {
            case IMPROVED_BY -> ", improved by ≥ " + amount;
            case IMPROVED_BY_PERCENT -> ", improved by ≥ " + amount + " %";
            case WORSENED_BY -> ", worsened by ≥ " + amount;
            case WORSENED_BY_PERCENT -> ", worsened by ≥ " + amount + " %";
        };
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
