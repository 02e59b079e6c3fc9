package org.sapwood.stats.imputation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.mixed.CovarianceLadder;
import org.sapwood.stats.mixed.CovarianceStructure;
import org.sapwood.stats.mixed.Mmrm;
import org.sapwood.stats.mixed.MmrmFit;
import org.sapwood.stats.mixed.MmrmSpecification;

/**
 * Every missing value becomes its conditional mean given the subject's observed values, under the mean profile of a
 * {@link ReferenceStrategy} and the unstructured covariance of the observed data (Wolbers et al. 2022): nothing is drawn,
 * so the answer is the same whoever asks.
 */
public final class ConditionalMeanImputation {
    private ConditionalMeanImputation() {}

    /**
     * Completes profiles.
     *
     * @param data the profiles
     * @param strategy what the mean becomes from the intercurrent event on
     * @param delta added to imputed values from the event on, outside the reference group; 0 for none
     * @return the completed values by subject and visit, or why the model of the observed data does not exist
     */
    public static Estimable<double[][]> complete(IncompleteProfiles data, ReferenceStrategy strategy, double delta) {
        Estimable<MmrmFit> fit = Mmrm.fit(
                        data.observed(),
                        MmrmSpecification.satterthwaite(CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED)))
                .fit();
        return fit.map(model -> completed(data, strategy, delta, model.coefficients(), model.covariance(0)));
    }

    private static double[][] completed(
            IncompleteProfiles data, ReferenceStrategy strategy, double delta, double[] beta, double[][] covariance) {
        RealMatrix sigma = new Array2DRowRealMatrix(covariance, false);
        double[][] completed = new double[data.subjects()][];
        for (int i = 0; i < completed.length; i++) {
            int event = data.event(i);
            double[] mean = data.mean(i, beta, false);
            boolean applies = event < data.visits() && (!data.isInReference(i) || strategy.appliesToReferenceGroup());
            if (applies) {
                mean = strategy.profile(mean, data.mean(i, beta, true), event);
            }
            completed[i] = conditional(data, i, mean, sigma);
            for (int v = event; v < data.visits(); v++) {
                if (!data.isInReference(i)) {
                    completed[i][v] += delta;
                }
            }
        }
        return completed;
    }

    /** μ at missing visits, moved by the regression of missing on observed residuals. */
    private static double[] conditional(IncompleteProfiles data, int subject, double[] mean, RealMatrix sigma) {
        int[] observed = visits(data, subject, true);
        int[] missing = visits(data, subject, false);
        double[] values = mean.clone();
        for (int v : observed) {
            values[v] = data.response(subject, v);
        }
        if (observed.length == 0 || missing.length == 0) {
            return values;
        }
        RealVector residual = new ArrayRealVector(observed.length);
        for (int k = 0; k < observed.length; k++) {
            residual.setEntry(k, values[observed[k]] - mean[observed[k]]);
        }
        RealVector weights = new CholeskyDecomposition(sigma.getSubMatrix(observed, observed))
                .getSolver()
                .solve(residual);
        RealVector shift = sigma.getSubMatrix(missing, observed).operate(weights);
        for (int k = 0; k < missing.length; k++) {
            values[missing[k]] += shift.getEntry(k);
        }
        return values;
    }

    private static int[] visits(IncompleteProfiles data, int subject, boolean observed) {
        return java.util.stream.IntStream.range(0, data.visits())
                .filter(v -> Double.isNaN(data.response(subject, v)) != observed)
                .toArray();
    }
}
