package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.Selection;
import org.sapwood.data.Variable;
import org.sapwood.endpoint.EndpointValues;
import org.sapwood.population.Subject;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.IntercurrentEvent;
import org.sapwood.sap.IntercurrentEvent.Strategy;
import org.sapwood.sap.VisitSpec;

/**
 * What a binary estimand makes of each subject: response, non-response and why, or left out. An event counts when its
 * study day is not after the planned day of the estimand's visit.
 */
final class BinaryOutcome {

    /** The label of non-responders whose value was seen. */
    static final String OBSERVED = "Observed, criterion not met";

    /** The label of those without a value and without an event that explains it. */
    static final String MISSING = "Missing, no intercurrent event";

    /**
     * One subject's outcome.
     *
     * @param counted whether the subject is analysed
     * @param response whether the criterion is met
     * @param reason why not; empty for responders
     */
    record Status(boolean counted, boolean response, String reason) {}

    private final Map<String, Status> bySubject = new TreeMap<>();
    private final List<String> reasons = new ArrayList<>();

    private BinaryOutcome() {}

    static BinaryOutcome of(Estimand estimand, Study study) {
        BinaryOutcome outcome = new BinaryOutcome();
        EndpointValues values = study.endpoints().of(estimand.variable());
        VisitSpec visit = study.sap().visit(estimand.visit());
        outcome.reasons.add(OBSERVED);
        Map<String, Map<String, Integer>> days = new LinkedHashMap<>();
        estimand.events().forEach((id, strategy) -> {
            IntercurrentEvent event = study.sap().intercurrentEvent(id);
            days.put(id, firstDays(event, study));
            if (strategy == Strategy.COMPOSITE) {
                outcome.reasons.add(event.label());
            }
        });
        outcome.reasons.add(MISSING);
        int lastDay = (int) Math.round(visit.week() * 7) + 1;
        for (Subject subject : study.cohort(estimand.population()).members()) {
            EndpointValues.@Nullable Entry entry = values.at(subject.id(), estimand.visit());
            @Nullable BigDecimal value = entry == null ? null : entry.value();
            @Nullable String composite = null;
            int first = Integer.MAX_VALUE;
            for (Map.Entry<String, Strategy> rule : estimand.events().entrySet()) {
                @Nullable
                Integer day = days.getOrDefault(rule.getKey(), Map.of()).get(subject.id());
                if (day == null || day > lastDay || rule.getValue() == Strategy.TREATMENT_POLICY) {
                    continue;
                }
                if (rule.getValue() == Strategy.COMPOSITE) {
                    if (day < first) {
                        first = day;
                        composite = study.sap().intercurrentEvent(rule.getKey()).label();
                    }
                } else {
                    value = null; // what follows the event is set aside; the missing-value rule decides
                }
            }
            outcome.bySubject.put(subject.id(), status(value, composite, estimand.missing()));
        }
        return outcome;
    }

    private static Status status(@Nullable BigDecimal value, @Nullable String composite, Estimand.MissingRule missing) {
        if (composite != null) {
            return new Status(true, false, composite);
        }
        if (value == null) {
            return new Status(missing == Estimand.MissingRule.NON_RESPONSE, false, MISSING);
        }
        return value.signum() > 0 ? new Status(true, true, "") : new Status(true, false, OBSERVED);
    }

    private static Map<String, Integer> firstDays(IntercurrentEvent event, Study study) {
        Dataset dataset = study.data().dataset(event.dataset());
        Variable subject = dataset.require(study.data().subjectVariable());
        Variable day = dataset.require(event.day());
        Map<String, Integer> first = new TreeMap<>();
        Selection selection = dataset.select(event.where());
        for (int i = 0; i < selection.size(); i++) {
            int row = selection.row(i);
            if (day.isMissing(row)) {
                throw new DataRejected(DataComplaint.at(
                        dataset.file(),
                        dataset.whereIs(row),
                        event.day(),
                        "intercurrent event \"" + event.id() + "\" of " + subject.text(row) + " has no " + event.day(),
                        "Record the study day, or the earliest day the event can have had: without it nobody can tell"
                                + " whether the event came before the visit."));
            }
            first.merge(subject.text(row), (int) Math.round(day.number(row)), Math::min);
        }
        return first;
    }

    /** {@return the subject's outcome; the subject is a member of the estimand's population} */
    Status of(Subject subject) {
        Status status = bySubject.get(subject.id());
        if (status == null) {
            throw new IllegalArgumentException(subject.id() + " is not in the estimand's population");
        }
        return status;
    }

    /** {@return every reason for non-response that the estimand knows, in reporting order} */
    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
