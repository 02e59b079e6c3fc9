package org.sapwood.stats.multiplicity;

import java.util.Arrays;
import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * Independent groups with a common variance, reduced to what comparisons of means need.
 */
public final class OneWayLayout {
    private final int[] sizes;
    private final double[] means;
    private final double variance;
    private final int degreesOfFreedom;

    private OneWayLayout(int[] sizes, double[] means, double variance, int degreesOfFreedom) {
        this.sizes = sizes;
        this.means = means;
        this.variance = variance;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /**
     * From raw values.
     *
     * @param groups the values of each group, at least two groups, none empty
     * @return the layout
     */
    public static OneWayLayout of(List<double[]> groups) {
        int k = groups.size();
        if (k < 2 || groups.stream().anyMatch(group -> group.length == 0)) {
            throw new IllegalArgumentException("expected at least 2 groups and none empty, found sizes "
                    + groups.stream().map(group -> group.length).toList());
        }
        int[] sizes = new int[k];
        double[] means = new double[k];
        double squares = 0;
        int total = 0;
        for (int i = 0; i < k; i++) {
            double[] values = groups.get(i);
            double mean = Arrays.stream(values).sum() / values.length;
            sizes[i] = values.length;
            means[i] = mean;
            total += values.length;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
        }
        int df = total - k;
        return new OneWayLayout(sizes, means, df > 0 ? squares / df : 0, df);
    }

    /**
     * From what was observed, which may be too little.
     *
     * @param groups the values of each group
     * @return the layout; not estimable with fewer than two groups that have observations
     */
    public static Estimable<OneWayLayout> observed(List<double[]> groups) {
        return groups.size() < 2 || groups.stream().anyMatch(group -> group.length == 0)
                ? Estimable.not(
                        Reason.EMPTY_GROUP,
                        "needs two groups and observations in each, found groups of "
                                + groups.stream().map(group -> group.length).toList())
                : Estimable.of(of(groups));
    }

    /** {@return the number of groups} */
    public int groups() {
        return sizes.length;
    }

    /** {@return the size of a group} */
    public int size(int group) {
        return sizes[group];
    }

    /** {@return the mean of a group} */
    public double mean(int group) {
        return means[group];
    }

    /** {@return the pooled variance} */
    public double variance() {
        return variance;
    }

    /** {@return the degrees of freedom of the pooled variance} */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** {@return the standard error of the difference of two means} */
    double standardError(int a, int b) {
        return Math.sqrt(variance * (1.0 / sizes[a] + 1.0 / sizes[b]));
    }
}
