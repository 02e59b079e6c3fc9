package org.sapwood.stats.imputation;

import java.util.function.IntFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/**
 * Estimates with the jackknife's standard errors: with θᵢ the estimate without unit i, the variance is (n − 1)/n Σ (θᵢ −
 * θ̄)² (Efron and Stein 1981). Test and interval are normal.
 */
public final class Jackknife {
    private final double[] estimates;
    private final double[] standardErrors;

    private Jackknife(double[] estimates, double[] standardErrors) {
        this.estimates = estimates;
        this.standardErrors = standardErrors;
    }

    /**
     * Leaves out one unit at a time.
     *
     * @param units how many
     * @param full the estimates from all units
     * @param without the estimates without one unit
     * @return estimates with standard errors, or why one of the estimates does not exist
     */
    public static Estimable<Jackknife> of(int units, double[] full, IntFunction<Estimable<double[]>> without) {
        double[][] left = new double[units][];
        for (int i = 0; i < units; i++) {
            Estimable<double[]> one = without.apply(i);
            if (one instanceof Estimable.NotEstimable<double[]> none) {
                return Estimable.not(none.reason(), "without unit " + (i + 1) + ": " + none.detail());
            }
            left[i] = one.orElseThrow();
        }
        double[] errors = new double[full.length];
        for (int k = 0; k < full.length; k++) {
            double mean = 0;
            for (double[] one : left) {
                mean += one[k] / units;
            }
            double sum = 0;
            for (double[] one : left) {
                sum += (one[k] - mean) * (one[k] - mean);
            }
            errors[k] = Math.sqrt((units - 1.0) / units * sum);
        }
        return Estimable.of(new Jackknife(full.clone(), errors));
    }

    /** {@return the k-th estimate from all units} */
    public double estimate(int k) {
        return estimates[k];
    }

    /** {@return its standard error} */
    public double standardError(int k) {
        return standardErrors[k];
    }

    /** {@return its two-sided p-value against 0} */
    public PValue pValue(int k) {
        return PValue.of(
                2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(estimates[k] / standardErrors[k])));
    }

    /** {@return its interval} */
    public Interval interval(int k, ConfidenceLevel level) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(level.alpha() / 2) * standardErrors[k];
        return new Interval(estimates[k] - half, estimates[k] + half, level);
    }
}
