package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is measured or derived: a value per subject and visit, or a time per subject. */
public sealed interface EndpointSpec {
    String id();

    /** {@return the label printed, for example {@code Total Improvement Score}} */
    String label();

    String place();

    /**
     * A value recorded in a dataset with one record per subject, parameter and visit.
     *
     * @param dataset where
     * @param where which records, usually one PARAMCD
     * @param value the variable with the value
     * @param unit printed with the label; may be empty
     */
    record Recorded(String id, String label, String dataset, Condition where, String value, String unit, String place)
            implements EndpointSpec {}

    /**
     * A value derived from several recorded ones by a named rule.
     *
     * @param rule the rule's name in the endpoint catalogue
     * @param inputs the endpoint id for each input the rule needs
     * @param settings the rule's settings as written
     */
    record Derived(
            String id,
            String label,
            String rule,
            Map<String, String> inputs,
            Map<String, String> settings,
            String place)
            implements EndpointSpec {}

    /**
     * The change of another endpoint from its baseline.
     *
     * @param of the endpoint's id
     * @param percent whether the change is relative to baseline, in percent
     */
    record Change(String id, String label, String of, boolean percent, String place) implements EndpointSpec {}

    /**
     * Whether another endpoint reaches a threshold.
     *
     * @param of the endpoint's id
     * @param atLeast the value must be at least this, or null
     * @param atMost the value must be at most this, or null
     * @param baseline a condition on the endpoint's baseline for being counted at all: at least this, or null
     */
    record Responder(
            String id,
            String label,
            String of,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            @Nullable BigDecimal baseline,
            String place)
            implements EndpointSpec {}

    /**
     * A time to an event, recorded as one record per subject.
     *
     * @param dataset where
     * @param where which records
     * @param time the variable with the time
     * @param censor the variable that is 0 for an event and positive when censored
     * @param unit of time
     */
    record TimeTo(
            String id,
            String label,
            String dataset,
            Condition where,
            String time,
            String censor,
            String unit,
            String place)
            implements EndpointSpec {}

    /**
     * Classes of another endpoint by its value.
     *
     * @param of the endpoint's id
     * @param classes from the lowest to the highest
     */
    record Classes(String id, String label, String of, List<Band> classes, String place) implements EndpointSpec {}

    /** A class of values from {@code atLeast} (inclusive; null for the lowest) to the next class. */
    record Band(String label, @Nullable BigDecimal atLeast) {}
}
