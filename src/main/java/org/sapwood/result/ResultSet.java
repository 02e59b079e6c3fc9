package org.sapwood.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every number of a run, in the order it was computed, each address once. */
public final class ResultSet {
    private record Address(ResultKey key, Statistic statistic) {}

    private final Map<Address, ResultRow> rows = new LinkedHashMap<>();
    private final Map<String, List<ResultRow>> byAnalysis = new LinkedHashMap<>();

    /**
     * Adds a row.
     *
     * @param row the row
     * @throws IllegalStateException when its address is taken: two analyses would print different numbers as one
     */
    public void add(ResultRow row) {
        if (rows.putIfAbsent(new Address(row.key(), row.statistic()), row) != null) {
            throw new IllegalStateException("two results have the address " + row.key() + "/" + row.statistic());
        }
        byAnalysis
                .computeIfAbsent(row.key().analysis(), analysis -> new ArrayList<>())
                .add(row);
    }

    /** Adds rows in order. */
    public void addAll(Collection<ResultRow> more) {
        more.forEach(this::add);
    }

    /** {@return all rows in order} */
    public Collection<ResultRow> rows() {
        return rows.values();
    }

    /** {@return the rows of an analysis in order} */
    public List<ResultRow> of(String analysis) {
        return byAnalysis.getOrDefault(analysis, List.of());
    }

    /** {@return the row at an address, or null} */
    public @Nullable ResultRow find(ResultKey key, Statistic statistic) {
        return rows.get(new Address(key, statistic));
    }

    /** {@return the different values of an axis among the rows of an analysis, in order of first appearance} */
    public List<String> values(String analysis, Predicate<ResultKey> where, Function<ResultKey, String> axis) {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        for (ResultRow row : of(analysis)) {
            if (where.test(row.key())) {
                values.add(axis.apply(row.key()));
            }
        }
        return List.copyOf(values);
    }
}
