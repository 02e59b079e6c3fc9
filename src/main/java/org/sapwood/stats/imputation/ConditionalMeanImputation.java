package org.sapwood.stats.imputation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
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
     * @return the completed values by subject and visit, or why the model of the observed data does not exist
     */
    public static Estimable<double[][]> complete(IncompleteProfiles data, ReferenceStrategy strategy) {
        return observedModel(data).map(model -> {
            RealMatrix sigma = new Array2DRowRealMatrix(model.covariance(0), false);
            double[][] completed = new double[data.subjects()][];
            for (int i = 0; i < completed.length; i++) {
                completed[i] = conditional(data, i, data.profile(i, model.coefficients(), strategy), sigma);
            }
            return completed;
        });
    }

    /** The mixed model of the observed values; not estimable when a visit has no value or the design no full rank. */
    static Estimable<MmrmFit> observedModel(IncompleteProfiles data) {
        for (int v = 0; v < data.visits(); v++) {
            boolean seen = false;
            for (int i = 0; i < data.subjects(); i++) {
                seen |= !data.isMissing(i, v);
            }
            if (!seen) {
                return Estimable.not(Reason.EMPTY_GROUP, data.visitNames().get(v) + ": nobody has a value");
            }
        }
        Estimable<MmrmFit> fit = Mmrm.fit(
                        data.observed(),
                        MmrmSpecification.satterthwaite(CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED)))
                .fit();
        return fit instanceof Estimable.Of<MmrmFit> of
                        && !of.value().aliasedColumns().isEmpty()
                ? Estimable.not(
                        Reason.RANK_DEFICIENT,
                        "the data do not separate "
                                + String.join(", ", of.value().aliasedColumns()) + " from the other terms")
                : fit;
    }

    /** μ at missing visits, moved by the regression of missing on observed residuals. */
    private static double[] conditional(IncompleteProfiles data, int subject, double[] mean, RealMatrix sigma) {
        int[] observed = data.visits(subject, false);
        int[] missing = data.visits(subject, true);
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
}
