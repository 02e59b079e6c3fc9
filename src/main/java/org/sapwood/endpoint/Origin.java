package org.sapwood.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The records a value was made from.
 *
 * @param rows by dataset, the row numbers from 1, ascending and each once
 */
public record Origin(Map<String, List<Integer>> rows) {

    /** No records. */
    public static final Origin NONE = new Origin(Map.of());

    public Origin {
        Map<String, List<Integer>> ordered = new TreeMap<>();
        rows.forEach((dataset, numbers) ->
                ordered.put(dataset, List.copyOf(numbers.size() == 1 ? numbers : new TreeSet<>(numbers))));
        rows = Collections.unmodifiableMap(ordered);
    }

    /** {@return one record}
     *
     * @param dataset its dataset
     * @param row its row number from 1
     */
    public static Origin of(String dataset, int row) {
        return new Origin(Map.of(dataset, List.of(row)));
    }

    /** {@return the records of several origins}
     *
     * @param origins in any order
     */
    public static Origin of(Collection<Origin> origins) {
        Map<String, List<Integer>> all = new TreeMap<>();
        origins.forEach(origin -> origin.rows.forEach((dataset, numbers) ->
                all.computeIfAbsent(dataset, d -> new ArrayList<>()).addAll(numbers)));
        return new Origin(all);
    }

    /** {@return these records and others}
     *
     * @param other the others
     */
    public Origin and(Origin other) {
        if (other.rows.isEmpty() || other.equals(this)) {
            return this;
        }
        return of(List.of(this, other));
    }

    /** {@return the row numbers in a dataset, ascending}
     *
     * @param dataset its name in the plan
     */
    public List<Integer> in(String dataset) {
        return rows.getOrDefault(dataset, List.of());
    }
}
