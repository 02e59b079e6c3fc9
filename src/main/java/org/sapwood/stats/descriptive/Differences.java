package org.sapwood.stats.descriptive;

import java.util.Arrays;

/**
 * Differences of paired measurements, taken as recorded decimals: 10.3 − 10.1 and 5.2 − 5.0 are the same 0.2, so rank
 * methods see the tie that is there.
 */
public final class Differences {
    private Differences() {}

    /**
     * Differences of the complete pairs.
     *
     * @param first values, NaN where missing
     * @param second as many values, NaN where missing
     * @return first minus second of the pairs with both present, in order
     * @throws IllegalArgumentException when the lengths differ
     */
    public static double[] ofCompletePairs(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "expected pairs, found " + first.length + " and " + second.length + " values");
        }
        double[] differences = new double[first.length];
        int n = 0;
        for (int i = 0; i < first.length; i++) {
            if (!Double.isNaN(first[i]) && !Double.isNaN(second[i])) {
                differences[n++] = DecimalSum.difference(first[i], second[i]);
            }
        }
        return Arrays.copyOf(differences, n);
    }

    /**
     * Deviations from a value.
     *
     * @param x values
     * @param from subtracted from each
     * @return the deviations
     */
    public static double[] from(double[] x, double from) {
        double[] deviations = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            deviations[i] = DecimalSum.difference(x[i], from);
        }
        return deviations;
    }
}
