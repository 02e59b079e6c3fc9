package org.sapwood.stats.imputation;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A stated departure from the imputation model, equation E17: a constant added to the values of some units that were imputed
 * after their last observed one.
 */
public final class DeltaAdjustment {
    private final double[][] observed;
    private final IntPredicate applies;

    /**
     * An adjustment.
     *
     * @param observed the values before imputation by unit and variable, NaN where missing
     * @param applies which units are adjusted, by row
     */
    public DeltaAdjustment(double[][] observed, IntPredicate applies) {
        this.observed = observed.clone();
        this.applies = applies;
    }

    /**
     * The first variable after the last observed one.
     *
     * @param values of one unit in order of time, NaN where missing
     * @return its index; the number of variables when the last was observed
     */
    public static int firstAfterLastObserved(double[] values) {
        for (int v = values.length - 1; v >= 0; v--) {
            if (!Double.isNaN(values[v])) {
                return v + 1;
            }
        }
        return 0;
    }

    /**
     * Adds a delta.
     *
     * @param completed the values after imputation; not changed
     * @param delta what is added
     * @return the adjusted values
     */
    public double[][] adjusted(double[][] completed, double delta) {
        double[][] adjusted = new double[completed.length][];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = completed[i].clone();
            if (applies.test(i)) {
                for (int v = firstAfterLastObserved(observed[i]); v < adjusted[i].length; v++) {
                    adjusted[i][v] += delta;
                }
            }
        }
        return adjusted;
    }

    /** {@return several completed datasets, each adjusted} */
    public List<double[][]> adjusted(List<double[][]> completed, double delta) {
        return completed.stream().map(one -> adjusted(one, delta)).toList();
    }
}
