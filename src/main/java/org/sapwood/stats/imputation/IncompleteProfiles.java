package org.sapwood.stats.imputation;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.stats.mixed.RepeatedMeasures;

/**
 * Measurements of subjects at planned visits, some missing, with the fixed-effect rows of their own group and of the
 * reference group. The design has full rank.
 */
public final class IncompleteProfiles {
    private final double[][] response;
    private final double[][][] own;
    private final double[][][] reference;
    private final boolean[] inReference;
    private final List<String> columns;
    private final List<String> visits;

    /**
     * Profiles.
     *
     * @param response by subject and visit, NaN where missing
     * @param own design row by subject and visit
     * @param reference the same row with the subject moved to the reference group
     * @param inReference whether a subject belongs to the reference group
     * @param columns names of the design's columns
     * @param visits names of the visits in order
     */
    public IncompleteProfiles(
            double[][] response,
            double[][][] own,
            double[][][] reference,
            boolean[] inReference,
            List<String> columns,
            List<String> visits) {
        this.response = response;
        this.own = own;
        this.reference = reference;
        this.inReference = inReference;
        this.columns = List.copyOf(columns);
        this.visits = List.copyOf(visits);
    }

    /** {@return the number of subjects} */
    public int subjects() {
        return response.length;
    }

    /** {@return the number of visits} */
    public int visits() {
        return visits.size();
    }

    double response(int subject, int visit) {
        return response[subject][visit];
    }

    boolean isInReference(int subject) {
        return inReference[subject];
    }

    /**
     * The visit at which a subject's intercurrent event is taken to be: the first after the last observed value.
     *
     * @param subject the subject
     * @return its index; the number of visits when the last visit was observed
     */
    public int event(int subject) {
        for (int v = visits.size() - 1; v >= 0; v--) {
            if (!Double.isNaN(response[subject][v])) {
                return v + 1;
            }
        }
        return 0;
    }

    double[] mean(int subject, double[] beta, boolean asReference) {
        double[][] x = asReference ? reference[subject] : own[subject];
        double[] mean = new double[x.length];
        for (int v = 0; v < x.length; v++) {
            for (int j = 0; j < beta.length; j++) {
                mean[v] += x[v][j] * beta[j];
            }
        }
        return mean;
    }

    /** {@return the profiles without one subject} */
    public IncompleteProfiles without(int subject) {
        int n = subjects() - 1;
        double[][] y = new double[n][];
        double[][][] x = new double[n][][];
        double[][][] r = new double[n][][];
        boolean[] in = new boolean[n];
        for (int i = 0; i < n; i++) {
            int from = i < subject ? i : i + 1;
            y[i] = response[from];
            x[i] = own[from];
            r[i] = reference[from];
            in[i] = inReference[from];
        }
        return new IncompleteProfiles(y, x, r, in, columns, visits);
    }

    /** The observed values as a model takes them. */
    RepeatedMeasures observed() {
        List<double[]> rows = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < response.length; i++) {
            for (int v = 0; v < visits.size(); v++) {
                if (!Double.isNaN(response[i][v])) {
                    rows.add(own[i][v]);
                    values.add(new double[] {response[i][v], i, v});
                }
            }
        }
        return RepeatedMeasures.of(
                values.stream().mapToDouble(value -> value[0]).toArray(),
                rows.toArray(double[][]::new),
                columns,
                values.stream().mapToInt(value -> (int) value[1]).toArray(),
                values.stream().mapToInt(value -> (int) value[2]).toArray(),
                visits);
    }
}
