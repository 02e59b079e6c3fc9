package org.sapwood.stats.imputation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
        return DeltaAdjustment.firstAfterLastObserved(response[subject]);
    }

    /**
     * A delta for some subjects.
     *
     * @param applies which subjects, by row
     * @return the adjustment of these profiles
     */
    public DeltaAdjustment adjustment(IntPredicate applies) {
        return new DeltaAdjustment(response, applies);
    }

    boolean isMissing(int subject, int visit) {
        return Double.isNaN(response[subject][visit]);
    }

    /** {@return the places of the visits a subject has, or of those it misses} */
    int[] visits(int subject, boolean missing) {
        return IntStream.range(0, visits.size())
                .filter(v -> isMissing(subject, v) == missing)
                .toArray();
    }

    /** {@return the fixed-effect row of a subject's own group} */
    double[] row(int subject, int visit) {
        return own[subject][visit];
    }

    /** {@return the names of the visits} */
    List<String> visitNames() {
        return visits;
    }

    int columns() {
        return columns.size();
    }

    /** {@return what the mean profile of a subject is under a strategy, equation E8} */
    double[] profile(int subject, double[] beta, ReferenceStrategy strategy) {
        double[] mean = mean(subject, beta, false);
        int event = event(subject);
        boolean applies = event < visits.size() && (!inReference[subject] || strategy.appliesToReferenceGroup());
        return applies ? strategy.profile(mean, mean(subject, beta, true), event) : mean;
    }

    /** {@return the same profiles, subjects in another order} */
    IncompleteProfiles inOrder(int[] order) {
        int n = order.length;
        double[][] y = new double[n][];
        double[][][] x = new double[n][][];
        double[][][] r = new double[n][][];
        boolean[] in = new boolean[n];
        for (int i = 0; i < n; i++) {
            y[i] = response[order[i]];
            x[i] = own[order[i]];
            r[i] = reference[order[i]];
            in[i] = inReference[order[i]];
        }
        return new IncompleteProfiles(y, x, r, in, columns, visits);
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
        return inOrder(IntStream.range(0, subjects()).filter(i -> i != subject).toArray());
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
