package org.sapwood.stats.mixed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.stats.design.DesignMatrix;

/**
 * Measurements in long form: one row per subject and occasion, without missing values. Rows may come in any order.
 *
 * <p>Immutable; the {@code with…} methods return a copy.
 */
public final class RepeatedMeasures {
    private final double[] response;
    private final double[][] design;
    private final List<String> columns;
    private final List<String> unusedLevels;
    private final int[] subject;
    private final int[] occasion;
    private final List<String> occasions;
    private final int @Nullable [] group;
    private final List<String> groups;
    private final double @Nullable [] weights;
    private final double @Nullable [] times;

    private RepeatedMeasures(
            double[] response,
            double[][] design,
            List<String> columns,
            List<String> unusedLevels,
            int[] subject,
            int[] occasion,
            List<String> occasions,
            int @Nullable [] group,
            List<String> groups,
            double @Nullable [] weights,
            double @Nullable [] times) {
        this.response = response;
        this.design = design;
        this.columns = List.copyOf(columns);
        this.unusedLevels = List.copyOf(unusedLevels);
        this.subject = subject;
        this.occasion = occasion;
        this.occasions = List.copyOf(occasions);
        this.group = group;
        this.groups = List.copyOf(groups);
        this.weights = weights;
        this.times = times;
    }

    /**
     * Measurements with one covariance matrix for all subjects and equal weights.
     *
     * @param response y, one per row
     * @param design X, one row of fixed-effect columns per row of data; rank deficiency is allowed
     * @param columns the names of the columns of X
     * @param subject which subject a row belongs to; any integers
     * @param occasion index of the planned occasion (visit), 0-based into {@code occasions}
     * @param occasions names of the occasions in order of time
     * @return the measurements
     * @throws IllegalArgumentException when lengths disagree, a number is not finite, an occasion is out of range or a
     *     subject has two rows at one occasion
     */
    public static RepeatedMeasures of(
            double[] response,
            double[][] design,
            List<String> columns,
            int[] subject,
            int[] occasion,
            List<String> occasions) {
        int n = response.length;
        requireLength("design", n, design.length);
        requireLength("subject", n, subject.length);
        requireLength("occasion", n, occasion.length);
        for (int i = 0; i < n; i++) {
            requireLength("row " + i + " of the design", columns.size(), design[i].length);
            requireFinite("response", i, response[i]);
            for (double x : design[i]) {
                requireFinite("design", i, x);
            }
            if (occasion[i] < 0 || occasion[i] >= occasions.size()) {
                throw new IllegalArgumentException("occasion must lie in 0.." + (occasions.size() - 1) + ", found "
                        + occasion[i] + " in row " + i);
            }
        }
        return new RepeatedMeasures(
                response.clone(),
                design.clone(),
                columns,
                List.of(),
                subject.clone(),
                occasion.clone(),
                occasions,
                null,
                List.of("all"),
                null,
                null);
    }

    /**
     * Measurements with the design made from a model frame.
     *
     * @param response y, one per row of the design
     * @param design X with its column names
     * @param subject which subject a row belongs to
     * @param occasion index of the planned occasion, 0-based into {@code occasions}
     * @param occasions names of the occasions in order of time
     * @return the measurements
     */
    public static RepeatedMeasures of(
            double[] response, DesignMatrix design, int[] subject, int[] occasion, List<String> occasions) {
        RepeatedMeasures data = of(response, design.rows(), design.names(), subject, occasion, occasions);
        return new RepeatedMeasures(
                data.response,
                data.design,
                data.columns,
                design.unusedLevels(),
                data.subject,
                data.occasion,
                data.occasions,
                null,
                data.groups,
                null,
                null);
    }

    /**
     * The same measurements with a covariance matrix for each group of subjects.
     *
     * @param index the group of each row, constant within a subject, 0-based into {@code names}
     * @param names the groups
     * @return a copy
     */
    public RepeatedMeasures withGroups(int[] index, List<String> names) {
        requireLength("group", response.length, index.length);
        for (int i = 0; i < index.length; i++) {
            if (index[i] < 0 || index[i] >= names.size()) {
                throw new IllegalArgumentException(
                        "group must lie in 0.." + (names.size() - 1) + ", found " + index[i] + " in row " + i);
            }
        }
        return new RepeatedMeasures(
                response,
                design,
                columns,
                unusedLevels,
                subject,
                occasion,
                occasions,
                index.clone(),
                names,
                weights,
                times);
    }

    /**
     * The same measurements with weights: the variance of a row is divided by its weight.
     *
     * @param positive one weight per row, greater than zero
     * @return a copy
     */
    public RepeatedMeasures withWeights(double[] positive) {
        requireLength("weights", response.length, positive.length);
        for (int i = 0; i < positive.length; i++) {
            if (!(positive[i] > 0 && positive[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be positive, found " + positive[i] + " in row " + i);
            }
        }
        return new RepeatedMeasures(
                response,
                design,
                columns,
                unusedLevels,
                subject,
                occasion,
                occasions,
                group,
                groups,
                positive.clone(),
                times);
    }

    /**
     * The same measurements with actual times, for spatial covariance structures.
     *
     * @param actual one time per row
     * @return a copy
     */
    public RepeatedMeasures withTimes(double[] actual) {
        requireLength("times", response.length, actual.length);
        for (int i = 0; i < actual.length; i++) {
            requireFinite("times", i, actual[i]);
        }
        return new RepeatedMeasures(
                response,
                design,
                columns,
                unusedLevels,
                subject,
                occasion,
                occasions,
                group,
                groups,
                weights,
                actual.clone());
    }

    private static void requireLength(String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(what + ": expected length " + expected + ", found " + found);
        }
    }

    private static void requireFinite(String what, int row, double found) {
        if (Double.isNaN(found) || Double.isInfinite(found)) {
            throw new IllegalArgumentException(what + " must be finite, found " + found + " in row " + row);
        }
    }

    /** {@return the number of rows} */
    public int rows() {
        return response.length;
    }

    /** {@return the names of the design's columns} */
    public List<String> columns() {
        return columns;
    }

    /** {@return the factor levels that no row has, as {@code ARM=HIGH}; they have no column} */
    public List<String> unusedLevels() {
        return unusedLevels;
    }

    /** {@return the names of the occasions} */
    public List<String> occasions() {
        return occasions;
    }

    /** {@return the names of the covariance groups; a single one when there is one covariance for all} */
    public List<String> groups() {
        return groups;
    }

    /** {@return whether actual times are known} */
    public boolean hasTimes() {
        return times != null;
    }

    double response(int row) {
        return response[row];
    }

    double[] design(int row) {
        return design[row];
    }

    int subject(int row) {
        return subject[row];
    }

    int occasion(int row) {
        return occasion[row];
    }

    int group(int row) {
        return group == null ? 0 : group[row];
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    double[] times() {
        if (times == null) {
            throw new IllegalArgumentException("a spatial covariance structure needs times");
        }
        return times;
    }
}
