package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sapwood.endpoint.response.Trajectory;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.Scale;

/** Looks at the values of another endpoint over several visits: best, worst, last, and the area under them. */
final class TrajectoryValues {
    private final Endpoints endpoints;

    TrajectoryValues(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.Chosen spec) {
        EndpointValues of = endpoints.of(spec.of());
        Scale.Better better = spec.better();
        // Only the last value needs no direction; the plan was checked for the others.
        DirectionOfBenefit direction = better == null
                ? Endpoints.direction(endpoints.sap().endpoint(spec.of())).orElse(DirectionOfBenefit.HIGHER_IS_BETTER)
                : Endpoints.direction(better);
        String what = switch (spec.choice()) {
            case BEST -> "best";
            case WORST -> "worst";
            case LAST -> "last";
        };
        EndpointValues values = EndpointValues.madeOf(
                of,
                spec,
                what + " value of " + of.method()
                        + (spec.choice() == EndpointSpec.Choice.LAST ? "" : ", " + direction.inWords()));
        for (String subject : of.subjectsSeen()) {
            JudgementsByVisit.looks(endpoints, of, spec.visits()).forEach((at, visits) -> {
                Trajectory trajectory = trajectory(of, subject, visits, direction);
                Optional<Dated<BigDecimal>> found = switch (spec.choice()) {
                    case BEST -> trajectory.best();
                    case WORST -> trajectory.worst();
                    case LAST -> trajectory.last();
                };
                values.put(
                        subject,
                        at,
                        Derived.ofNullable(
                                found.map(Dated::value).orElse(null), of.spec().label() + ": no value up to " + at),
                        origin(of, subject, visits),
                        "");
            });
        }
        return values;
    }

    EndpointValues of(EndpointSpec.AreaUnder spec) {
        EndpointValues of = endpoints.of(spec.of());
        EndpointValues values = EndpointValues.madeOf(
                of,
                spec,
                "area under " + of.method() + ", trapezoidal" + (spec.perDay() ? ", divided by its days" : ""));
        List<String> visits = endpoints.inOrder(spec.visits());
        String first = visits.get(0);
        String last = visits.get(visits.size() - 1);
        for (String subject : of.subjectsSeen()) {
            Derived<BigDecimal> area = of.value(subject, first)
                    .then(from -> of.value(subject, last)
                            .then(to ->
                                    area(spec, trajectory(of, subject, visits, DirectionOfBenefit.HIGHER_IS_BETTER))));
            values.put(subject, last, area, origin(of, subject, visits), "");
        }
        return values;
    }

    private static Derived<BigDecimal> area(EndpointSpec.AreaUnder spec, Trajectory trajectory) {
        return (spec.perDay() ? trajectory.timeAverage() : trajectory.areaUnderCurve()).map(ExactRatio::toDecimal);
    }

    private Trajectory trajectory(
            EndpointValues of, String subject, List<String> visits, DirectionOfBenefit direction) {
        List<Dated<BigDecimal>> dated = new ArrayList<>();
        Map<String, Integer> days = endpoints.visitDays().ascending(subject, visits);
        days.forEach((visit, day) -> {
            EndpointValues.Entry entry = of.at(subject, visit);
            if (entry != null) {
                dated.add(new Dated<>(day, entry.value()));
            }
        });
        return new Trajectory(dated, direction);
    }

    private static Origin origin(EndpointValues of, String subject, List<String> visits) {
        return Origin.of(visits.stream().map(visit -> of.origin(subject, visit)).toList());
    }
}
