package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Methods on who was let in, what was given and what went wrong. */
public sealed interface SafetySpec extends MethodSpec {

    /**
     * Rates of named kinds of adverse events by period.
     *
     * @param dataset the event dataset
     * @param where which events count
     * @param day the variable with the study day of the event
     * @param until the variable of the subject dataset with the subject's last day at risk
     * @param periods label to first and last study day, in order
     * @param kinds label to condition, in order
     */
    record EventRates(
            String dataset,
            Condition where,
            String day,
            String until,
            Map<String, Period> periods,
            Map<String, Condition> kinds)
            implements SafetySpec {
        /** Study days, both included. */
        public record Period(int from, int to) {}
    }

    /**
     * Laboratory values in categories, at baseline against the worst afterwards.
     *
     * @param dataset the dataset with one record per subject, parameter and time
     * @param where which records
     * @param parameter the variable with the parameter's name
     * @param value the variable with the value
     * @param baseline which records are baseline
     * @param after which records are after baseline
     * @param scale the categories
     */
    record Shift(
            String dataset,
            Condition where,
            String parameter,
            String value,
            Condition baseline,
            Condition after,
            Scale scale)
            implements SafetySpec {
        /** Categories of a value, from good to bad. */
        public sealed interface Scale {
            /** {@return one sentence for the footnote} */
            String describe();
        }

        /**
         * Below, within or above the range of normal.
         *
         * @param low the variable with the lower limit; empty when there is none
         * @param high the variable with the upper limit; empty when there is none
         * @param worst which side is worse
         */
        public record Range(String low, String high, Worst worst) implements Scale {
            @Override
            public String describe() {
                return "Below, within or above the limits of normal; the "
                        + (worst == Worst.HIGH ? "highest" : "lowest") + " category afterwards counts.";
            }
        }

        /**
         * Grades by multiples of a limit, such as CTCAE's for transaminases; a value at a multiple has the lower grade.
         *
         * @param limit the variable with the limit
         * @param multiples ascending; above the first is grade 1
         */
        public record Grades(String limit, List<BigDecimal> multiples) implements Scale {
            public Grades {
                multiples = List.copyOf(multiples);
            }

            @Override
            public String describe() {
                List<String> texts =
                        multiples.stream().map(BigDecimal::toPlainString).toList();
                return "Grades from 1 on begin above " + String.join(", ", texts) + " times the limit of normal.";
            }
        }

        /** Which side of a range is worse. */
        public enum Worst {
            HIGH,
            LOW
        }
    }

    /**
     * Subjects whom the plan's criteria do not admit.
     *
     * @param entered who entered the trial, a condition on the subject dataset
     */
    record Eligibility(Condition entered) implements SafetySpec {}

    /**
     * Doses planned and given.
     *
     * @param regimens the ids of the plan's regimens, in order
     * @param adherentFrom the percentage of planned doses from which a subject is adherent, inclusive
     */
    record Exposure(List<String> regimens, BigDecimal adherentFrom) implements SafetySpec {}
}
