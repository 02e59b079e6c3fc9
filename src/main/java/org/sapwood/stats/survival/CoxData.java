package org.sapwood.stats.survival;

import java.util.Arrays;

/**
 * What a proportional hazards model is fitted to: times, events, a covariate row per subject and a stratum. Rows are kept in
 * the caller's order; a second order, by stratum and decreasing time, is what the likelihood walks along.
 */
public final class CoxData {
    private final double[] times;
    private final boolean[] events;
    private final double[][] covariates;
    private final int[] strata;
    private final int[] order;

    private CoxData(double[] times, boolean[] events, double[][] covariates, int[] strata) {
        this.times = times;
        this.events = events;
        this.covariates = covariates;
        this.strata = strata;
        Integer[] rows = new Integer[times.length];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, (a, b) -> {
            int byStratum = Integer.compare(strata[a], strata[b]);
            return byStratum != 0 ? byStratum : Double.compare(times[b], times[a]);
        });
        this.order = Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    /**
     * Unstratified data.
     *
     * @param times finite, not negative
     * @param events true for an event, false for a censored time
     * @param covariates one row per subject, no column of ones; all finite
     * @return the data
     */
    public static CoxData of(double[] times, boolean[] events, double[][] covariates) {
        return stratified(times, events, covariates, new int[times.length]);
    }

    /**
     * Stratified data: every stratum has its own baseline hazard, the coefficients are common.
     *
     * @param times finite, not negative
     * @param events true for an event, false for a censored time
     * @param covariates one row per subject, no column of ones; all finite
     * @param strata any number per subject; equal numbers are one stratum
     * @return the data
     * @throws IllegalArgumentException when lengths differ or a number is not usable
     */
    public static CoxData stratified(double[] times, boolean[] events, double[][] covariates, int[] strata) {
        int n = times.length;
        if (events.length != n || covariates.length != n || strata.length != n) {
            throw new IllegalArgumentException("expected arrays of one length, found " + n + ", " + events.length + ", "
                    + covariates.length + " and " + strata.length);
        }
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("expected finite times of at least 0, found " + times[i]);
            }
            if (covariates[i].length != covariates[0].length) {
                throw new IllegalArgumentException("expected " + covariates[0].length + " covariates in row " + (i + 1)
                        + ", found " + covariates[i].length);
            }
            for (double x : covariates[i]) {
                if (!Double.isFinite(x)) {
                    throw new IllegalArgumentException("expected finite covariates, found " + x + " in row " + (i + 1));
                }
            }
            rows[i] = covariates[i].clone();
        }
        return new CoxData(times.clone(), events.clone(), centred(rows), strata.clone());
    }

    /** The partial likelihood does not see a shift of a covariate; centred ones lose fewer digits. */
    private static double[][] centred(double[][] rows) {
        int p = rows.length == 0 ? 0 : rows[0].length;
        for (int j = 0; j < p; j++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[j];
            }
            double mean = sum / rows.length;
            for (double[] row : rows) {
                row[j] -= mean;
            }
        }
        return rows;
    }

    /** {@return the number of subjects} */
    public int size() {
        return times.length;
    }

    /** {@return the number of events} */
    public int events() {
        int count = 0;
        for (boolean event : events) {
            count += event ? 1 : 0;
        }
        return count;
    }

    /** {@return the number of covariates} */
    public int covariates() {
        return covariates.length == 0 ? 0 : covariates[0].length;
    }

    double time(int row) {
        return times[row];
    }

    boolean isEvent(int row) {
        return events[row];
    }

    /** The row's centred covariates; not to be written. */
    double[] covariates(int row) {
        return covariates[row];
    }

    int stratum(int row) {
        return strata[row];
    }

    /** Rows by stratum and, within it, decreasing time; not to be written. */
    int[] order() {
        return order;
    }

    /** Standard deviation of each covariate (divisor n). */
    double[] spread() {
        double[] spread = new double[covariates()];
        for (int j = 0; j < spread.length; j++) {
            double sum = 0;
            for (double[] row : covariates) {
                sum += row[j] * row[j];
            }
            spread[j] = Math.sqrt(sum / covariates.length);
        }
        return spread;
    }
}
