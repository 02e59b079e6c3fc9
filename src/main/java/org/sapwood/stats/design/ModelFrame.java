package org.sapwood.stats.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a model, one row per observation. {@link #complete} drops the rows with a missing model variable
 * and remembers which rows of the original data stayed, so that identifiers kept elsewhere can follow.
 */
public final class ModelFrame {
    private final Map<String, Column> columns;
    private final int[] sourceRows;
    private final Map<String, List<String>> unusedLevels;

    private ModelFrame(Map<String, Column> columns, int[] sourceRows, Map<String, List<String>> unusedLevels) {
        this.columns = columns;
        this.sourceRows = sourceRows;
        this.unusedLevels = unusedLevels;
    }

    /** {@return a builder without columns} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the number of rows} */
    public int rows() {
        return sourceRows.length;
    }

    /** {@return for every row its number in the frame that was built first} */
    public int[] sourceRows() {
        return sourceRows.clone();
    }

    /** {@return by factor, the levels that {@link #complete} dropped because no row has them; nothing for other factors} */
    public Map<String, List<String>> unusedLevels() {
        return Collections.unmodifiableMap(unusedLevels);
    }

    /** {@return the names of the variables, in the order they were added} */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /**
     * A variable.
     *
     * @param name its name
     * @return its column
     * @throws IllegalArgumentException when the frame has no such variable
     */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no variable named \"" + name + "\". Known: " + columns.keySet());
        }
        return column;
    }

    /** {@return whether the variable is a classification variable} */
    public boolean isFactor(String name) {
        return column(name) instanceof Column.Factor;
    }

    /**
     * A classification variable.
     *
     * @param name its name
     * @return its column
     * @throws IllegalArgumentException when there is none or it is numeric
     */
    public Column.Factor factor(String name) {
        if (column(name) instanceof Column.Factor factor) {
            return factor;
        }
        throw new IllegalArgumentException("variable \"" + name + "\" is numeric, expected a factor");
    }

    /**
     * The values of a covariate.
     *
     * @param name its name
     * @return one value per row
     * @throws IllegalArgumentException when there is none or it is a factor
     */
    public double[] numbers(String name) {
        if (column(name) instanceof Column.Numeric numeric) {
            return numeric.values();
        }
        throw new IllegalArgumentException("variable \"" + name + "\" is a factor, expected numbers");
    }

    /**
     * The rows in which none of the named variables is missing; factor levels that no row has any more are dropped and
     * remembered in {@link #unusedLevels}. Without any row the levels stay, so that a model keeps its columns.
     *
     * @param variables the variables that must be known
     * @return a frame of those rows
     */
    public ModelFrame complete(Collection<String> variables) {
        List<Column> needed = variables.stream().map(this::column).toList();
        int[] kept = IntStream.range(0, rows())
                .filter(row -> needed.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        return kept.length == 0 ? select(kept) : select(kept).withoutUnusedLevels();
    }

    /** {@return a frame of all rows that miss nothing} */
    public ModelFrame complete() {
        return complete(columns.keySet());
    }

    /**
     * Some rows, with every factor level kept.
     *
     * @param kept row numbers in the order wanted
     * @return a frame of that many rows
     */
    public ModelFrame select(int[] kept) {
        Map<String, Column> some = new LinkedHashMap<>();
        columns.forEach((name, column) -> some.put(name, column.select(kept)));
        int[] sources = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            sources[i] = sourceRows[kept[i]];
        }
        return new ModelFrame(some, sources, unusedLevels);
    }

    /**
     * The same frame with one variable replaced or added.
     *
     * @param column as many rows as the frame
     * @return the new frame
     */
    public ModelFrame with(Column column) {
        if (column.rows() != rows()) {
            throw new IllegalArgumentException(
                    "expected " + rows() + " rows for " + column.name() + ", found " + column.rows());
        }
        Map<String, Column> more = new LinkedHashMap<>(columns);
        more.put(column.name(), column);
        return new ModelFrame(more, sourceRows, unusedLevels);
    }

    /**
     * The same subjects, all put on one level of a factor (counterfactual rows for standardisation).
     *
     * @param factor the variable
     * @param level the level everybody gets
     * @return the new frame
     */
    public ModelFrame withEveryoneAt(String factor, String level) {
        Column.Factor old = factor(factor);
        int code = old.levels().indexOf(level);
        if (code < 0) {
            throw new IllegalArgumentException(
                    "factor " + factor + " has no level \"" + level + "\". Known: " + old.levels());
        }
        int[] codes = new int[rows()];
        java.util.Arrays.fill(codes, code);
        return with(new Column.Factor(factor, old.levels(), codes));
    }

    private ModelFrame withoutUnusedLevels() {
        Map<String, Column> used = new LinkedHashMap<>();
        Map<String, List<String>> unused = new LinkedHashMap<>(unusedLevels);
        columns.forEach((name, column) -> {
            if (!(column instanceof Column.Factor factor)) {
                used.put(name, column);
                return;
            }
            Column.Factor kept = factor.withoutUnusedLevels();
            used.put(name, kept);
            List<String> dropped = new ArrayList<>(factor.levels());
            dropped.removeAll(kept.levels());
            if (!dropped.isEmpty()) {
                unused.merge(
                        name,
                        List.copyOf(dropped),
                        (before, now) ->
                                Stream.concat(before.stream(), now.stream()).toList());
            }
        });
        return new ModelFrame(used, sourceRows, unused);
    }

    /** Collects the columns of a frame. */
    public static final class Builder {
        private final List<Column> columns = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a covariate.
         *
         * @param name its name
         * @param values NaN where missing
         * @return this builder
         */
        public Builder numeric(String name, double[] values) {
            columns.add(new Column.Numeric(name, values.clone()));
            return this;
        }

        /**
         * Adds a classification variable.
         *
         * @param name its name
         * @param levels in order, the first is the reference
         * @param labels one per row; null or a label that is no level is missing
         * @return this builder
         */
        public Builder factor(String name, List<String> levels, List<? extends @Nullable String> labels) {
            columns.add(Column.Factor.of(name, levels, labels));
            return this;
        }

        /** {@return the frame} */
        public ModelFrame build() {
            Map<String, Column> byName = new LinkedHashMap<>();
            int rows = columns.isEmpty() ? 0 : columns.get(0).rows();
            for (Column column : columns) {
                if (column.rows() != rows) {
                    throw new IllegalArgumentException(
                            "expected " + rows + " rows for " + column.name() + ", found " + column.rows());
                }
                if (byName.put(column.name(), column) != null) {
                    throw new IllegalArgumentException("variable " + column.name() + " is given twice");
                }
            }
            return new ModelFrame(byName, IntStream.range(0, rows).toArray(), Map.of());
        }
    }
}
