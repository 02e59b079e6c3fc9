package org.sapwood.stats.imputation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Units with complete predictors and variables some of whose values are missing. Inside, units stand in order of their
 * ids, so that no sum depends on the order in which the caller lists them.
 */
public final class IncompleteData {
    private final List<String> ids;
    private final List<String> variables;
    private final double[][] predictors;
    private final double[][] values;
    private final int[] places;

    private IncompleteData(
            List<String> ids, List<String> variables, double[][] predictors, double[][] values, int[] places) {
        this.ids = ids;
        this.variables = variables;
        this.predictors = predictors;
        this.values = values;
        this.places = places;
    }

    /**
     * Data.
     *
     * @param ids one distinct id per unit
     * @param variables the names of the variables, in order of time
     * @param predictors one row per unit, a column of ones included, finite
     * @param values one row per unit, one column per variable, NaN where missing
     * @return the data
     * @throws IllegalArgumentException when lengths disagree, an id is repeated or a number is infinite
     */
    public static IncompleteData of(
            List<String> ids, List<String> variables, double[][] predictors, double[][] values) {
        int n = ids.size();
        if (predictors.length != n || values.length != n) {
            throw new IllegalArgumentException("expected " + n + " rows of predictors and values, found "
                    + predictors.length + " and " + values.length);
        }
        int[] places = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(ids::get))
                .mapToInt(Integer::intValue)
                .toArray();
        String[] sorted = new String[n];
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            int from = places[i];
            sorted[i] = ids.get(from);
            if (i > 0 && sorted[i].equals(sorted[i - 1])) {
                throw new IllegalArgumentException("unit \"" + sorted[i] + "\" is given twice");
            }
            x[i] = predictors[from].clone();
            y[i] = values[from].clone();
            if (y[i].length != variables.size() || x[i].length != x[0].length) {
                throw new IllegalArgumentException("unit \"" + sorted[i] + "\" has " + x[i].length + " predictors and "
                        + y[i].length + " values, expected " + x[0].length + " and " + variables.size());
            }
            if (!Arrays.stream(x[i]).allMatch(Double::isFinite)
                    || Arrays.stream(y[i]).anyMatch(Double::isInfinite)) {
                throw new IllegalArgumentException("unit \"" + sorted[i] + "\" has a number that is not finite");
            }
        }
        return new IncompleteData(List.of(sorted), List.copyOf(variables), x, y, places);
    }

    /** {@return the number of units} */
    public int units() {
        return ids.size();
    }

    /** {@return the names of the variables} */
    public List<String> variables() {
        return variables;
    }

    /** {@return the id of the unit at a place, places in order of ids} */
    String id(int unit) {
        return ids.get(unit);
    }

    double[] predictors(int unit) {
        return predictors[unit];
    }

    boolean isMissing(int unit, int variable) {
        return Double.isNaN(values[unit][variable]);
    }

    /** {@return whether a unit misses any variable} */
    boolean isIncomplete(int unit) {
        return IntStream.range(0, variables.size()).anyMatch(v -> isMissing(unit, v));
    }

    /** {@return the places of the units that have a variable, or that miss it} */
    int[] unitsWith(int variable, boolean missing) {
        return IntStream.range(0, units())
                .filter(i -> isMissing(i, variable) == missing)
                .toArray();
    }

    /** {@return a copy of the values, places in order of ids} */
    double[][] copy() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /** {@return values by place, put into the order in which the caller listed the units} */
    double[][] inCallersOrder(double[][] byPlace) {
        double[][] rows = new double[byPlace.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[places[i]] = byPlace[i];
        }
        return rows;
    }
}
