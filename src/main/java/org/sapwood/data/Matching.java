package org.sapwood.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.sapwood.sap.Condition;

/**
 * Evaluates a condition column by column: one pass over the rows for every comparison, and bit operations between them.
 */
final class Matching {

    private final Dataset dataset;
    private final DataComplaints complaints;

    Matching(Dataset dataset, DataComplaints complaints) {
        this.dataset = dataset;
        this.complaints = complaints;
    }

    BitSet rows(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return oneOf(is.variable(), List.of(is.value()));
        }
        if (condition instanceof Condition.In in) {
            return oneOf(in.variable(), in.values());
        }
        if (condition instanceof Condition.Between between) {
            return between(between);
        }
        if (condition instanceof Condition.Missing missing) {
            return variable(missing.variable())
                    .map(variable -> where(variable::isMissing))
                    .orElseGet(BitSet::new);
        }
        if (condition instanceof Condition.Not not) {
            BitSet rows = rows(not.condition());
            rows.flip(0, dataset.rows());
            return rows;
        }
        BitSet rows = new BitSet(dataset.rows());
        if (condition instanceof Condition.All all) {
            rows.set(0, dataset.rows());
            all.conditions().forEach(part -> rows.and(rows(part)));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> rows.or(rows(part)));
        }
        return rows;
    }

    private BitSet oneOf(String name, List<String> values) {
        Variable variable = variable(name).orElse(null);
        if (variable == null) {
            return new BitSet();
        }
        return switch (variable.kind()) {
            case TEXT -> {
                Set<String> wanted = new LinkedHashSet<>(values);
                yield where(row -> !variable.isMissing(row) && wanted.contains(variable.text(row)));
            }
            case NUMBER -> {
                double[] wanted = values.stream()
                        .flatMap(value -> number(name, value).stream())
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray();
                yield where(row -> !variable.isMissing(row) && contains(wanted, variable.number(row)));
            }
            case DATE -> {
                Set<LocalDate> wanted = new LinkedHashSet<>();
                values.forEach(value -> date(name, value).ifPresent(wanted::add));
                yield where(row -> !variable.isMissing(row) && wanted.contains(variable.date(row)));
            }
        };
    }

    private BitSet between(Condition.Between between) {
        Variable variable = variable(between.variable()).orElse(null);
        if (variable == null) {
            return new BitSet();
        }
        if (variable.kind() != Variable.Kind.NUMBER) {
            if (!variable.isEntirelyMissing()) {
                complaints.add(DataComplaint.at(
                        dataset.file(),
                        "",
                        variable.name(),
                        "the condition \"" + between + "\" needs numbers; found "
                                + (variable.kind() == Variable.Kind.TEXT ? "text" : "dates"),
                        ""));
            }
            return new BitSet();
        }
        BigDecimal low = between.low();
        BigDecimal high = between.high();
        double least = low == null ? Double.NEGATIVE_INFINITY : low.doubleValue();
        double greatest = high == null ? Double.POSITIVE_INFINITY : high.doubleValue();
        return where(
                row -> !variable.isMissing(row) && variable.number(row) >= least && variable.number(row) <= greatest);
    }

    private Optional<Variable> variable(String name) {
        Optional<Variable> variable = dataset.variable(name);
        if (variable.isEmpty()) {
            complaints.add(dataset.unknown(name, ""));
        }
        return variable;
    }

    private Optional<BigDecimal> number(String name, String value) {
        try {
            if (value.length() <= 40) {
                return Optional.of(new BigDecimal(value));
            }
        } catch (NumberFormatException notNumber) {
            // complained about below
        }
        complain(name, "is numeric; a condition compares it with \"" + value + "\"");
        return Optional.empty();
    }

    private Optional<LocalDate> date(String name, String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException notDate) {
            complain(name, "holds dates; a condition compares it with \"" + value + "\", expected such as 2024-01-31");
            return Optional.empty();
        }
    }

    private void complain(String name, String problem) {
        complaints.add(DataComplaint.of(dataset.file(), "variable " + name + " " + problem, ""));
    }

    private BitSet where(IntPredicate holds) {
        BitSet rows = new BitSet(dataset.rows());
        for (int row = 0; row < dataset.rows(); row++) {
            if (holds.test(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private static boolean contains(double[] values, double value) {
        for (double candidate : values) {
            if (candidate == value) {
                return true;
            }
        }
        return false;
    }
}
