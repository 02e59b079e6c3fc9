package org.sapwood.endpoint.imputation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.endpoint.Derived;

/**
 * A recorded value in place of a missing one. Nothing is drawn and nothing is modelled; a value that nothing recorded can
 * stand for stays missing.
 */
public sealed interface SingleImputation {

    /**
     * A value at a visit.
     *
     * @param visit the visit's name
     * @param value what was recorded, or null
     */
    record AtVisit(String visit, @Nullable BigDecimal value) {}

    /**
     * A value that may be imputed.
     *
     * @param value the exact value
     * @param flag how it was imputed, as the variable DTYPE of ADaM: {@code LOCF}, {@code BOCF}, {@code WOCF}, {@code NRI};
     *     empty when it was recorded
     * @param reason why it was imputed and by what, one clause; empty when it was recorded
     * @param from the visit whose value it is; empty for a value of no visit
     */
    record Imputed(BigDecimal value, String flag, String reason, String from) {

        /** {@return whether the value was imputed} */
        public boolean isImputed() {
            return !flag.isEmpty();
        }
    }

    /** {@return the flag of the values it imputes} */
    String flag();

    /**
     * The value that stands at the last of several visits.
     *
     * @param baseline the visit before treatment; for a change from baseline its value is 0
     * @param visits those after baseline up to the wanted one, in order of time; at least one
     * @return the recorded value where there is one, otherwise the imputed one, or why there is none
     */
    default Derived<Imputed> at(AtVisit baseline, List<AtVisit> visits) {
        AtVisit wanted = visits.get(visits.size() - 1);
        @Nullable BigDecimal recorded = wanted.value();
        return recorded != null
                ? Derived.of(new Imputed(recorded, "", "", wanted.visit()))
                : missing(baseline, visits.subList(0, visits.size() - 1));
    }

    /**
     * What stands for the missing value.
     *
     * @param baseline the visit before treatment
     * @param earlier the visits after baseline and before the wanted one
     * @return the imputed value, or why there is none
     */
    Derived<Imputed> missing(AtVisit baseline, List<AtVisit> earlier);

    /** Last observation carried forward; baseline is not carried. */
    record LastObservation() implements SingleImputation {
        @Override
        public String flag() {
            return "LOCF";
        }

        @Override
        public Derived<Imputed> missing(AtVisit baseline, List<AtVisit> earlier) {
            for (int i = earlier.size() - 1; i >= 0; i--) {
                @Nullable BigDecimal value = earlier.get(i).value();
                if (value != null) {
                    return carried(
                            flag(),
                            value,
                            "last value, " + earlier.get(i).visit(),
                            earlier.get(i).visit());
                }
            }
            return Derived.missing("no value after baseline to carry forward");
        }
    }

    /** Baseline observation carried forward. */
    record BaselineObservation() implements SingleImputation {
        @Override
        public String flag() {
            return "BOCF";
        }

        @Override
        public Derived<Imputed> missing(AtVisit baseline, List<AtVisit> earlier) {
            @Nullable BigDecimal value = baseline.value();
            return value == null
                    ? Derived.missing("no value at baseline to carry forward")
                    : carried(flag(), value, "value at " + baseline.visit(), baseline.visit());
        }
    }

    /**
     * Worst observation after baseline carried forward; of equal ones the first.
     *
     * @param worst which value is the worst
     */
    record WorstObservation(WorstValue worst) implements SingleImputation {
        @Override
        public String flag() {
            return "WOCF";
        }

        @Override
        public Derived<Imputed> missing(AtVisit baseline, List<AtVisit> earlier) {
            @Nullable BigDecimal found = null;
            String visit = "";
            for (AtVisit one : earlier) {
                @Nullable BigDecimal value = one.value();
                if (value != null && (found == null || isWorse(value, found))) {
                    found = value;
                    visit = one.visit();
                }
            }
            return found == null
                    ? Derived.missing("no value after baseline to carry forward")
                    : carried(flag(), found, "worst value, " + visit, visit);
        }

        private boolean isWorse(BigDecimal value, BigDecimal than) {
            int order = value.compareTo(than);
            return worst == WorstValue.HIGHEST ? order > 0 : order < 0;
        }
    }

    /** A missing binary outcome is no response: 0. */
    record NonResponse() implements SingleImputation {
        @Override
        public String flag() {
            return "NRI";
        }

        @Override
        public Derived<Imputed> missing(AtVisit baseline, List<AtVisit> earlier) {
            return carried(flag(), BigDecimal.ZERO, "missing counts as no response", "");
        }
    }

    private static Derived<Imputed> carried(String flag, BigDecimal value, String reason, String from) {
        return Derived.of(new Imputed(value, flag, reason, from));
    }
}
