package org.sapwood.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.endpoint.response.FirstTime;
import org.sapwood.endpoint.response.JudgementsOverVisits;
import org.sapwood.endpoint.response.VisitJudgement;
import org.sapwood.population.Subject;
import org.sapwood.sap.EndpointSpec;
import org.sapwood.sap.EndpointSpec.Pattern;
import org.sapwood.sap.MissedVisit;

/** Looks at an endpoint that is yes or no over several visits: patterns, and when it first holds. */
final class JudgementsByVisit {
    private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");

    private final Endpoints endpoints;

    JudgementsByVisit(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    EndpointValues of(EndpointSpec.OverVisits spec) {
        EndpointValues of = endpoints.of(spec.of());
        EndpointValues values = EndpointValues.madeOf(of, spec, describe(spec.pattern()) + " of " + of.method());
        Map<String, List<String>> looks = looks(endpoints, of, spec.visits());
        for (String subject : of.subjectsSeen()) {
            looks.forEach((at, visits) -> values.put(
                    subject,
                    at,
                    CompositeValues.number(judge(spec, of, subject, visits)),
                    Origin.of(visits.stream()
                            .map(visit -> of.origin(subject, visit))
                            .toList()),
                    ""));
        }
        return values;
    }

    /**
     * Where values stand and which visits each looks at: the listed ones for the last of them, or at every follow-up
     * visit all up to it.
     */
    static Map<String, List<String>> looks(Endpoints endpoints, EndpointValues of, List<String> listed) {
        if (!listed.isEmpty()) {
            List<String> visits = endpoints.inOrder(listed);
            return Map.of(visits.get(visits.size() - 1), visits);
        }
        List<String> visits = followUp(endpoints, of);
        Map<String, List<String>> looks = new LinkedHashMap<>();
        for (int i = 0; i < visits.size(); i++) {
            looks.put(visits.get(i), visits.subList(0, i + 1));
        }
        return looks;
    }

    private static List<String> followUp(Endpoints endpoints, EndpointValues of) {
        List<String> visits = new ArrayList<>(endpoints.visitsOf(List.of(of)));
        visits.removeIf(visit -> visit.equals(endpoints.baselineVisit())
                || !endpoints.visitDays().isPlanned(visit));
        return visits;
    }

    private Judgement judge(EndpointSpec.OverVisits spec, EndpointValues of, String subject, List<String> visits) {
        JudgementsOverVisits judgements = judgements(of, subject, visits);
        String first = visits.get(0);
        String last = visits.get(visits.size() - 1);
        Judgement.Parts missing = CompositeValues.missing(spec.missing());
        if (spec.pattern() instanceof Pattern.Sustained) {
            return judgements.sustained(first, last, missing);
        }
        if (spec.pattern() instanceof Pattern.Ever) {
            return judgements.ever(first, last, missing);
        }
        Pattern.Confirmed confirmed = (Pattern.Confirmed) spec.pattern();
        return judgements.confirmed(confirmed.consecutive(), missed(confirmed.missed()));
    }

    private JudgementsOverVisits judgements(EndpointValues of, String subject, List<String> visits) {
        List<VisitJudgement> judgements = new ArrayList<>();
        endpoints
                .visitDays()
                .ascending(subject, visits)
                .forEach((visit, day) ->
                        judgements.add(new VisitJudgement(visit, day, CompositeValues.judgement(of, subject, visit))));
        return new JudgementsOverVisits(judgements);
    }

    EndpointTimes of(EndpointSpec.FirstTime spec) {
        EndpointValues of = endpoints.of(spec.of());
        EndpointTimes times = new EndpointTimes(spec, of.dataset(), of.selection(), "first time of " + of.method());
        List<String> visits = spec.visits().isEmpty() ? followUp(endpoints, of) : endpoints.inOrder(spec.visits());
        for (Subject each : endpoints.data().subjects()) {
            String subject = each.id();
            FirstTime first = judgements(of, subject, visits)
                    .firstTime(
                            spec.consecutive(),
                            missed(spec.missed()),
                            spec.datedBy() == EndpointSpec.DatedBy.FIRST_VISIT
                                    ? JudgementsOverVisits.RunDate.FIRST_VISIT_OF_RUN
                                    : JudgementsOverVisits.RunDate.CONFIRMING_VISIT);
            times.put(
                    subject,
                    new EndpointTimes.Entry(
                            inUnit(first.day(), spec.unit()),
                            first.isEvent(),
                            Origin.of(visits.stream()
                                    .map(visit -> of.origin(subject, visit))
                                    .toList()),
                            first.reason()));
        }
        return times;
    }

    /** Days from the day before the first day of treatment, so that day 1 is 1 day; never before it. */
    static BigDecimal inUnit(int day, String unit) {
        BigDecimal days = BigDecimal.valueOf(Math.max(day, 0));
        return switch (unit) {
            case "weeks" -> ExactRatio.of(days, DAYS_PER_WEEK).toDecimal();
            case "months" -> ExactRatio.of(days, DAYS_PER_MONTH).toDecimal();
            default -> days;
        };
    }

    private static JudgementsOverVisits.MissedVisit missed(MissedVisit missed) {
        return missed == MissedVisit.BREAKS
                ? JudgementsOverVisits.MissedVisit.BREAKS_RUN
                : JudgementsOverVisits.MissedVisit.IS_SKIPPED;
    }

    private static String describe(Pattern pattern) {
        if (pattern instanceof Pattern.Sustained) {
            return "at every visit";
        }
        return pattern instanceof Pattern.Confirmed confirmed
                ? "at " + confirmed.consecutive() + " consecutive visits"
                : "at any visit";
    }
}
