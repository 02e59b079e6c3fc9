package org.sapwood.stats.mixed;

import java.util.List;

/**
 * The columns whose coefficients vary between subjects, for example a column of ones and a column of times.
 *
 * @param names of the columns
 * @param rows one row of values per row of the data
 */
@SuppressWarnings("ArrayRecordComponent")
public record RandomCoefficients(List<String> names, double[][] rows) {
    public RandomCoefficients {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a mixed model needs at least one random coefficient");
        }
        for (double[] row : rows) {
            if (row.length != names.size()) {
                throw new IllegalArgumentException(
                        "expected " + names.size() + " random coefficients per row, found " + row.length);
            }
        }
    }

    /**
     * A random intercept.
     *
     * @param observations number of rows
     * @return a column of ones
     */
    public static RandomCoefficients intercept(int observations) {
        double[][] rows = new double[observations][1];
        for (double[] row : rows) {
            row[0] = 1;
        }
        return new RandomCoefficients(List.of("(Intercept)"), rows);
    }

    /**
     * A random intercept and a random slope.
     *
     * @param name of the variable
     * @param values one per row
     * @return a column of ones and the variable
     */
    public static RandomCoefficients interceptAndSlope(String name, double[] values) {
        double[][] rows = new double[values.length][2];
        for (int i = 0; i < values.length; i++) {
            rows[i][0] = 1;
            rows[i][1] = values[i];
        }
        return new RandomCoefficients(List.of("(Intercept)", name), rows);
    }
}
