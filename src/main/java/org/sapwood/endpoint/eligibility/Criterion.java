package org.sapwood.endpoint.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.ExactRatio;
import org.sapwood.endpoint.Judgement;

/** A condition on a patient's facts. Unknown facts give an unknown judgement unless the rest decides. */
public sealed interface Criterion {

    /** How a number is compared. */
    enum Comparison {
        AT_LEAST("at least"),
        AT_MOST("at most"),
        ABOVE("above"),
        BELOW("below");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }

        boolean holds(int order) {
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
            };
        }
    }

    /**
     * A flag is set.
     *
     * @param name of the flag
     */
    record Flag(String name) implements Criterion {}

    /**
     * A number compares with a limit.
     *
     * @param name of the number
     * @param comparison how
     * @param limit with what
     */
    record Measured(String name, Comparison comparison, BigDecimal limit) implements Criterion {}

    /**
     * A number compares with a multiple of another number, as of the upper limit of normal.
     *
     * @param name of the number
     * @param comparison how
     * @param multiple of the other number
     * @param of name of the other number
     */
    record Multiple(String name, Comparison comparison, BigDecimal multiple, String of) implements Criterion {}

    /**
     * An event happened within a window before the reference date.
     *
     * @param event name of the event
     * @param window the window
     */
    record Within(String event, LookBack window) implements Criterion {}

    /**
     * All hold.
     *
     * @param parts at least one
     */
    record AllOf(List<Criterion> parts) implements Criterion {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least one holds.
     *
     * @param parts at least one
     */
    record AnyOf(List<Criterion> parts) implements Criterion {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least k hold.
     *
     * @param k at least 1
     * @param parts at least k
     */
    record AtLeast(int k, List<Criterion> parts) implements Criterion {
        public AtLeast {
            parts = List.copyOf(parts);
            if (k < 1 || k > parts.size()) {
                throw new IllegalArgumentException("expected k in 1 to " + parts.size() + ", found " + k);
            }
        }
    }

    /**
     * The opposite.
     *
     * @param part what must not hold
     */
    record Not(Criterion part) implements Criterion {}

    /** {@return a flag} */
    static Criterion flag(String name) {
        return new Flag(name);
    }

    /** {@return number &ge; limit} */
    static Criterion atLeast(String name, String limit) {
        return new Measured(name, Comparison.AT_LEAST, new BigDecimal(limit));
    }

    /** {@return number &le; limit} */
    static Criterion atMost(String name, String limit) {
        return new Measured(name, Comparison.AT_MOST, new BigDecimal(limit));
    }

    /** {@return number &gt; limit} */
    static Criterion above(String name, String limit) {
        return new Measured(name, Comparison.ABOVE, new BigDecimal(limit));
    }

    /** {@return number &lt; limit} */
    static Criterion below(String name, String limit) {
        return new Measured(name, Comparison.BELOW, new BigDecimal(limit));
    }

    /** {@return an event within a window} */
    static Criterion within(String event, int amount, LookBack.Unit unit) {
        return new Within(event, new LookBack(amount, unit));
    }

    /** {@return all of} */
    static Criterion all(Criterion... parts) {
        return new AllOf(Arrays.asList(parts));
    }

    /** {@return any of} */
    static Criterion any(Criterion... parts) {
        return new AnyOf(Arrays.asList(parts));
    }

    /** {@return not} */
    static Criterion not(Criterion part) {
        return new Not(part);
    }

    /**
     * Judges a patient.
     *
     * @param facts what is known
     * @return the explained decision
     */
    default Judgement judge(PatientFacts facts) {
        if (this instanceof Flag flag) {
            Boolean set = facts.flags().get(flag.name());
            return set == null
                    ? Judgement.unknown(flag.name() + " unknown")
                    : Judgement.of(set, flag.name() + ": " + (set ? "yes" : "no"));
        }
        if (this instanceof Measured number) {
            BigDecimal value = facts.numbers().get(number.name());
            return value == null
                    ? Judgement.unknown(number.name() + " unknown")
                    : Judgement.of(
                            number.comparison().holds(value.compareTo(number.limit())),
                            number.name() + " " + value.toPlainString() + " (" + number.comparison().words + " "
                                    + number.limit().toPlainString() + ")");
        }
        if (this instanceof Multiple multiple) {
            return judge(multiple, facts);
        }
        if (this instanceof Within within) {
            return judge(within, facts);
        }
        if (this instanceof Not not) {
            return not.part().judge(facts).not();
        }
        if (this instanceof AtLeast atLeast) {
            return Judgement.atLeast(
                    atLeast.k(),
                    atLeast.parts().stream().map(p -> p.judge(facts)).toList());
        }
        if (this instanceof AllOf all) {
            return Judgement.allOf(
                    all.parts().stream().map(p -> p.judge(facts)).toList(), Judgement.Parts.DECIDE_WHEN_POSSIBLE);
        }
        return Judgement.anyOf(
                ((AnyOf) this).parts().stream().map(p -> p.judge(facts)).toList(),
                Judgement.Parts.DECIDE_WHEN_POSSIBLE);
    }

    private static Judgement judge(Multiple multiple, PatientFacts facts) {
        BigDecimal value = facts.numbers().get(multiple.name());
        BigDecimal whole = facts.numbers().get(multiple.of());
        if (value == null || whole == null || whole.signum() <= 0) {
            return Judgement.unknown((value == null ? multiple.name() : multiple.of()) + " unknown");
        }
        ExactRatio fold = ExactRatio.of(value, whole);
        return Judgement.of(
                multiple.comparison().holds(fold.compareTo(ExactRatio.of(multiple.multiple()))),
                multiple.name() + " " + fold.toText(2) + " x " + multiple.of() + " (" + multiple.comparison().words
                        + " " + multiple.multiple().toPlainString() + ")");
    }

    private static Judgement judge(Within within, PatientFacts facts) {
        List<LocalDate> dates = facts.events().get(within.event());
        if (dates == null) {
            return Judgement.unknown(within.event() + " unknown");
        }
        return dates.stream()
                .filter(date -> within.window().contains(date, facts.reference()))
                .max(LocalDate::compareTo)
                .map(date -> new Judgement(
                        Derived.of(true),
                        List.of(within.event() + " on " + date + ", within " + within.window() + " before "
                                + facts.reference())))
                .orElseGet(() -> Judgement.of(false, "no " + within.event() + " within " + within.window()));
    }
}
