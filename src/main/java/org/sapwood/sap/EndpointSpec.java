package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is measured or derived: a value per subject and visit, or a time per subject. */
public sealed interface EndpointSpec {
    String id();

    /** {@return the label printed, for example {@code Total Improvement Score}} */
    String label();

    String place();

    /** {@return the ids of the endpoints it is derived from, in the order written} */
    default List<String> uses() {
        return List.of();
    }

    /** A time per subject, with whether it ended in the event; it has no values by visit. */
    sealed interface Time extends EndpointSpec {
        /** {@return the unit of time, as printed} */
        String unit();
    }

    /**
     * A value recorded in a dataset with one record per subject, parameter and visit.
     *
     * @param dataset where
     * @param where which records, usually one PARAMCD
     * @param value the variable with the value; a text variable holds numbers, laboratory texts such as {@code <0.5}, or
     *     the texts of {@code codes}
     * @param codes the number of each text, for example of {@code Y} and {@code N}; empty when the values are numbers
     * @param belowLimit what stands for a value below the limit of quantification
     * @param scale the instrument; may be undeclared
     * @param unit printed with the label; may be empty
     */
    record Recorded(
            String id,
            String label,
            String dataset,
            Condition where,
            String value,
            Map<String, BigDecimal> codes,
            BelowLimit belowLimit,
            Scale scale,
            String unit,
            String place)
            implements EndpointSpec {

        /** {@return the same endpoint with another rule for values below the limit of quantification} */
        public Recorded with(BelowLimit rule) {
            return new Recorded(id, label, dataset, where, value, codes, rule, scale, unit, place);
        }
    }

    /**
     * A value derived from several recorded ones by a named rule.
     *
     * @param rule the rule's name in the endpoint catalogue
     * @param inputs the endpoint id for each input the rule needs
     * @param items inputs read straight from records, null for none
     * @param settings the rule's settings as written
     * @param scale the instrument; may be undeclared
     */
    record Derived(
            String id,
            String label,
            String rule,
            Map<String, String> inputs,
            @Nullable Items items,
            Map<String, String> settings,
            Scale scale,
            String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.copyOf(inputs.values());
        }
    }

    /**
     * Many inputs of a rule, one record each, as the items of a questionnaire.
     *
     * @param dataset where
     * @param where which records
     * @param name the variable that holds the input's name; compared in lower case
     * @param value the variable with the value
     * @param names the input for each recorded name that is not the input's name; may be empty
     */
    record Items(String dataset, Condition where, String name, String value, Map<String, String> names) {}

    /**
     * The change of another endpoint from its baseline.
     *
     * @param of the endpoint's id
     * @param percent whether the change is relative to baseline, in percent
     */
    record Change(String id, String label, String of, boolean percent, String place) implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /**
     * Whether another endpoint reaches a threshold.
     *
     * @param of the endpoint's id
     * @param threshold what it must reach
     * @param baseline the baseline needed for being counted at all
     */
    record Responder(String id, String label, String of, Threshold threshold, Threshold.Baseline baseline, String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

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
            implements Time {}

    /**
     * Classes of another endpoint by its value.
     *
     * @param of the endpoint's id
     * @param classes from the lowest to the highest
     */
    record Classes(String id, String label, String of, List<Band> classes, String place) implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /** A class of values from {@code atLeast} (inclusive; null for the lowest) to the next class. */
    record Band(String label, @Nullable BigDecimal atLeast) {}

    /**
     * A yes or no composed of others at the same visit.
     *
     * @param connective whether all parts or any of them must hold
     * @param parts the ids of endpoints that are yes or no, at least one
     * @param without the ids of endpoints that must be no
     * @param missing how missing parts count
     */
    record Composite(
            String id,
            String label,
            Connective connective,
            List<String> parts,
            List<String> without,
            MissingParts missing,
            String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            List<String> uses = new ArrayList<>(parts);
            uses.addAll(without);
            return uses;
        }
    }

    /** How the parts of a composite are joined. */
    enum Connective {
        ALL_OF,
        ANY_OF
    }

    /**
     * A yes or no over several visits. Its value stands at the last listed visit; without a list, at every follow-up
     * visit, over the follow-up visits up to it.
     *
     * @param of the id of an endpoint that is yes or no
     * @param pattern what must be seen
     * @param visits the visits looked at, in the plan's order; empty for all
     * @param missing how missing visits count; not used when confirmed
     */
    record OverVisits(
            String id,
            String label,
            String of,
            Pattern pattern,
            List<String> visits,
            MissingParts missing,
            String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /** What must be seen over several visits. */
    sealed interface Pattern {
        /** At every visit. */
        record Sustained() implements Pattern {}

        /** At any visit. */
        record Ever() implements Pattern {}

        /**
         * At consecutive visits.
         *
         * @param consecutive how many
         * @param missed what a missed visit does to the run
         */
        record Confirmed(int consecutive, MissedVisit missed) implements Pattern {}
    }

    /**
     * One of a subject's values over several visits. It stands where {@link OverVisits} stand.
     *
     * @param of the endpoint's id
     * @param choice which value
     * @param visits the visits looked at, in the plan's order; empty for all
     * @param better which way is better, null when the endpoint's instrument or rule says it
     */
    record Chosen(
            String id,
            String label,
            String of,
            Choice choice,
            List<String> visits,
            Scale.@Nullable Better better,
            String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /** Which value of several. */
    enum Choice {
        BEST,
        WORST,
        LAST
    }

    /**
     * The area under a subject's values by the trapezoidal rule; it stands at the last listed visit.
     *
     * @param of the endpoint's id
     * @param visits at least two, in the plan's order
     * @param perDay whether it is divided by its days
     */
    record AreaUnder(String id, String label, String of, List<String> visits, boolean perDay, String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /**
     * When an endpoint that is yes or no first holds.
     *
     * @param of the endpoint's id
     * @param visits the visits looked at, in the plan's order; empty for all follow-up visits
     * @param consecutive at how many consecutive visits it must hold
     * @param missed what a missed visit does to the run
     * @param datedBy which visit of the run dates the event
     * @param unit days, weeks or months
     */
    record FirstTime(
            String id,
            String label,
            String of,
            List<String> visits,
            int consecutive,
            MissedVisit missed,
            DatedBy datedBy,
            String unit,
            String place)
            implements Time {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /** Which visit of a confirmed run dates the event. */
    enum DatedBy {
        FIRST_VISIT,
        CONFIRMING_VISIT
    }

    /**
     * The ratio of two endpoints at the same visit.
     *
     * @param numerator an endpoint's id
     * @param denominator an endpoint's id
     */
    record Ratio(String id, String label, String numerator, String denominator, String place) implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(numerator, denominator);
        }
    }

    /**
     * The logarithm of another endpoint.
     *
     * @param of the endpoint's id
     * @param base 2, e or 10
     * @param belowLimit what stands for a recorded value below the limit of quantification here; null when the endpoint
     *     says it
     */
    record Logarithm(
            String id,
            String label,
            String of,
            LogarithmBase base,
            @Nullable BelowLimit belowLimit,
            String place) implements EndpointSpec {
        @Override
        public List<String> uses() {
            return List.of(of);
        }
    }

    /**
     * A dose of glucocorticoid before each visit, from a diary.
     *
     * @param diary the diary
     * @param quantity what of the dose
     * @param days length of the window before the visit; 0 for all days of treatment
     * @param weight the id of an endpoint with the body weight in kg; empty unless the quantity is per kilogram
     */
    record DiaryDose(String id, String label, DiarySpec diary, Quantity quantity, int days, String weight, String place)
            implements EndpointSpec {
        @Override
        public List<String> uses() {
            return weight.isEmpty() ? List.of() : List.of(weight);
        }
    }

    /** What of a dose. */
    enum Quantity {
        MEAN_DAILY_DOSE,
        CUMULATIVE_DOSE,
        DOSE_PER_KILOGRAM
    }

    /**
     * When the daily dose of a diary first stays at or below a target.
     *
     * @param diary the diary
     * @param target mg prednisone per day, inclusive
     * @param heldDays for how many days in a row
     * @param until the visit that ends observation; empty for the last planned one
     * @param unit days, weeks or months
     */
    record Taper(
            String id,
            String label,
            DiarySpec diary,
            BigDecimal target,
            int heldDays,
            String until,
            String unit,
            String place)
            implements Time {}
}
