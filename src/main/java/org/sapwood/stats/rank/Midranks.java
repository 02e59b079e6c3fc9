package org.sapwood.stats.rank;

import java.util.Arrays;

/**
 * Ranks 1 to N with the mean rank for tied values. Kept doubled, as whole numbers, for the exact distributions.
 */
public final class Midranks {
    private final int[] doubled;
    private final double tieTerm;
    private final boolean tied;

    private Midranks(int[] doubled, double tieTerm) {
        this.doubled = doubled;
        this.tieTerm = tieTerm;
        this.tied = tieTerm > 0;
    }

    /**
     * Ranks values; 0.0 and −0.0 are tied.
     *
     * @param values no NaN; not modified
     * @return their ranks in the order given
     * @throws IllegalArgumentException when a value is NaN
     */
    public static Midranks of(double... values) {
        int n = values.length;
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException("a missing value has no rank");
            }
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        int[] doubledOfSorted = new int[n];
        double tieTerm = 0;
        for (int start = 0; start < n; ) {
            int end = start + 1;
            while (end < n && sorted[end] == sorted[start]) {
                end++;
            }
            Arrays.fill(doubledOfSorted, start, end, start + end + 1);
            double t = end - start;
            tieTerm += t * t * t - t;
            start = end;
        }
        int[] doubled = new int[n];
        for (int i = 0; i < n; i++) {
            doubled[i] = doubledOfSorted[Arrays.binarySearch(sorted, values[i] + 0.0)];
        }
        return new Midranks(doubled, tieTerm);
    }

    /** {@return the number of values} */
    public int size() {
        return doubled.length;
    }

    /**
     * One rank.
     *
     * @param i the position of the value as given
     * @return its rank, from 1
     */
    public double rank(int i) {
        return doubled[i] / 2.0;
    }

    /** {@return all ranks in the order of the values} */
    public double[] ranks() {
        return Arrays.stream(doubled).mapToDouble(twice -> twice / 2.0).toArray();
    }

    /** {@return twice the ranks, whole numbers, in the order of the values} */
    public int[] doubled() {
        return doubled.clone();
    }

    /** {@return the sum of {@code t³ − t} over the groups of tied values, 0 without ties} */
    public double tieTerm() {
        return tieTerm;
    }

    /** {@return whether any two values are equal} */
    public boolean tied() {
        return tied;
    }

    /** {@return the sum of the first so many ranks} */
    double sumOfFirst(int count) {
        long twice = 0;
        for (int i = 0; i < count; i++) {
            twice += doubled[i];
        }
        return twice / 2.0;
    }
}
