package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which records count: a closed language of comparisons on the variables of one dataset. {@code toString()} is the
 * canonical text that results carry as their selection.
 *
 * <p>Text variables compare by exact characters; numeric variables by numeric value, so {@code AVISITN: 24} holds for
 * 24 and 24.0. A missing cell satisfies nothing but {@link Missing} and {@link Not}.
 */
public sealed interface Condition {

    /** {@return the condition every record satisfies} */
    static Condition always() {
        return new All(List.of());
    }

    /**
     * The variable has this value.
     *
     * @param variable the dataset's variable
     * @param value the value as written in the plan
     */
    record Is(String variable, String value) implements Condition {
        @Override
        public String toString() {
            return variable + " = " + value;
        }
    }

    /**
     * The variable has one of these values.
     *
     * @param variable the dataset's variable
     * @param values the values as written, in the plan's order
     */
    record In(String variable, List<String> values) implements Condition {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return variable + " in (" + String.join(", ", values) + ")";
        }
    }

    /**
     * The numeric (or ISO date, as text) variable lies between two limits, both inclusive.
     *
     * @param variable the dataset's variable
     * @param low the lower limit, or null when open
     * @param high the upper limit, or null when open
     */
    record Between(
            String variable,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) implements Condition {
        @Override
        public String toString() {
            return (low == null ? "" : low.toPlainString() + " <= ")
                    + variable
                    + (high == null ? "" : " <= " + high.toPlainString());
        }
    }

    /**
     * The variable is missing.
     *
     * @param variable the dataset's variable
     */
    record Missing(String variable) implements Condition {
        @Override
        public String toString() {
            return variable + " is missing";
        }
    }

    /**
     * The opposite.
     *
     * @param condition what must not hold
     */
    record Not(Condition condition) implements Condition {
        @Override
        public String toString() {
            return "not (" + condition + ")";
        }
    }

    /**
     * All hold; true when empty.
     *
     * @param conditions what must hold
     */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String toString() {
            return conditions.isEmpty()
                    ? "all records"
                    : conditions.stream().map(Condition::toString).collect(Collectors.joining(" and "));
        }
    }

    /**
     * At least one holds; false when empty.
     *
     * @param conditions of which one must hold
     */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String toString() {
            return conditions.stream().map(Condition::toString).collect(Collectors.joining(" or ", "(", ")"));
        }
    }

    /** {@return the variables it compares, in order} */
    default Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>();
        if (this instanceof Is is) {
            variables.add(is.variable());
        } else if (this instanceof In in) {
            variables.add(in.variable());
        } else if (this instanceof Between between) {
            variables.add(between.variable());
        } else if (this instanceof Missing missing) {
            variables.add(missing.variable());
        } else if (this instanceof Not not) {
            variables.addAll(not.condition().variables());
        } else if (this instanceof All all) {
            all.conditions().forEach(inner -> variables.addAll(inner.variables()));
        } else if (this instanceof Any any) {
            any.conditions().forEach(inner -> variables.addAll(inner.variables()));
        }
        return variables;
    }

    /** {@return this and another} */
    default Condition and(Condition other) {
        if (this.equals(always())) {
            return other;
        }
        return other.equals(always()) ? this : new All(List.of(this, other));
    }
}
