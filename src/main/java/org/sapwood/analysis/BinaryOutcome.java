package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.endpoint.EstimandValues;
import org.sapwood.endpoint.UnderStrategies;
import org.sapwood.population.Subject;
import org.sapwood.sap.Estimand;
import org.sapwood.sap.IntercurrentEventStrategy;

/** What a binary estimand makes of each subject: response, non-response and why, or left out and why. */
final class BinaryOutcome {

    /** The label of non-responders whose value was seen. */
    static final String OBSERVED = "Observed, criterion not met";

    /** The label of those without a value and without an event that explains it. */
    static final String MISSING = "Missing, no intercurrent event";

    /** The label of those who do not belong to the principal stratum. */
    static final String OUTSIDE = "Outside the principal stratum";

    /** Before the label of the event that a hypothetical strategy undoes. */
    private static final String SET_ASIDE = "Set aside: ";

    /** Before the label of the event that ended treatment before there was any value. */
    private static final String NO_VALUE_BEFORE = "No value before: ";

    /**
     * One subject's outcome.
     *
     * @param counted whether the subject is analysed
     * @param response whether the criterion is met
     * @param reason why not, or why the subject is left out; empty for responders
     * @param use what was done with the value
     */
    record Status(boolean counted, boolean response, String reason, UnderStrategies.Use use) {}

    private final Map<String, Status> bySubject = new TreeMap<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> reasonsLeftOut = new ArrayList<>();

    private BinaryOutcome() {}

    static BinaryOutcome of(Estimand estimand, Study study) {
        BinaryOutcome outcome = new BinaryOutcome();
        outcome.declareReasons(estimand, study);
        EstimandValues values = study.estimandValues(estimand.id());
        boolean missingCounts = estimand.missing() == Estimand.MissingRule.NON_RESPONSE;
        for (Subject subject : study.cohort(estimand.population()).members()) {
            outcome.bySubject.put(subject.id(), status(values.at(subject, estimand.visit()), missingCounts));
        }
        return outcome;
    }

    private void declareReasons(Estimand estimand, Study study) {
        List<String> withoutValue = new ArrayList<>();
        reasons.add(OBSERVED);
        estimand.events().forEach((id, strategy) -> {
            String label = study.sap().intercurrentEvent(id).label();
            if (strategy == IntercurrentEventStrategy.COMPOSITE) {
                reasons.add(label);
            } else if (strategy == IntercurrentEventStrategy.HYPOTHETICAL) {
                withoutValue.add(SET_ASIDE + label);
            } else if (strategy == IntercurrentEventStrategy.WHILE_ON_TREATMENT) {
                withoutValue.add(NO_VALUE_BEFORE + label);
            }
        });
        withoutValue.add(MISSING);
        boolean missingCounts = estimand.missing() == Estimand.MissingRule.NON_RESPONSE;
        (missingCounts ? reasons : reasonsLeftOut).addAll(withoutValue);
        if (estimand.hasStratum()) {
            reasonsLeftOut.add(OUTSIDE);
        }
    }

    private static Status status(UnderStrategies<BigDecimal> made, boolean missingCounts) {
        String event = made.event().map(e -> e.name()).orElse("");
        return switch (made.use()) {
            case OUTSIDE_STRATUM -> new Status(false, false, OUTSIDE, made.use());
            case SET_TO_FAILURE -> known(made, event);
            case SET_MISSING -> {
                boolean hypothetical = made.event()
                        .map(e -> e.strategy() == IntercurrentEventStrategy.HYPOTHETICAL)
                        .orElse(false);
                yield new Status(
                        missingCounts, false, (hypothetical ? SET_ASIDE : NO_VALUE_BEFORE) + event, made.use());
            }
            case AS_OBSERVED, TAKEN_FROM_BEFORE_EVENT ->
                made.value().isKnown() ? known(made, OBSERVED) : new Status(missingCounts, false, MISSING, made.use());
        };
    }

    private static Status known(UnderStrategies<BigDecimal> made, String otherwise) {
        boolean response = made.value().orElseThrow().signum() > 0;
        return new Status(true, response, response ? "" : otherwise, made.use());
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

    /** {@return every reason for being left out that the estimand knows, in reporting order} */
    List<String> reasonsLeftOut() {
        return List.copyOf(reasonsLeftOut);
    }
}
