package org.sapwood.stats.imputation;

import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.design.WaldT;

/**
 * One estimate from the same analysis of several completed datasets: Rubin's rules with the degrees of freedom of Barnard and
 * Rubin (equations E1, E2 and E4).
 *
 * @param estimate pooled
 * @param standardError the root of the total variance
 * @param degreesOfFreedom positive, not necessarily whole
 * @param within mean variance of the analyses
 * @param between variance of their estimates
 * @param fractionMissingInformation in [0, 1]
 * @param pValue two-sided, against 0
 * @param interval of the estimate
 */
public record PooledEstimate(
        double estimate,
        double standardError,
        double degreesOfFreedom,
        double within,
        double between,
        double fractionMissingInformation,
        PValue pValue,
        Interval interval) {

    /**
     * Pools analyses.
     *
     * @param analyses one per completed dataset, at least 2, all of them with the same degrees of freedom
     * @param imputed whether any value used was imputed; if not, the analyses are one and the same and nothing is pooled
     * @param level of the interval
     * @return the pooled estimate, or the reason of the first analysis that does not exist
     */
    public static Estimable<PooledEstimate> of(
            List<Estimable<WaldT>> analyses, boolean imputed, ConfidenceLevel level) {
        double[] estimates = new double[analyses.size()];
        double[] errors = new double[estimates.length];
        for (int i = 0; i < estimates.length; i++) {
            if (analyses.get(i) instanceof Estimable.NotEstimable<WaldT> none) {
                return Estimable.not(none.reason(), "imputation " + (i + 1) + ": " + none.detail());
            }
            estimates[i] = analyses.get(i).orElseThrow().estimate();
            errors[i] = analyses.get(i).orElseThrow().standardError();
        }
        WaldT first = analyses.get(0).orElseThrow();
        if (!imputed) {
            double variance = first.standardError() * first.standardError();
            return Estimable.of(new PooledEstimate(
                    first.estimate(),
                    first.standardError(),
                    first.degreesOfFreedom(),
                    variance,
                    0,
                    0,
                    first.pValue(),
                    first.interval()));
        }
        RubinsRules rules = RubinsRules.pool(estimates, errors);
        RubinsRules.Inference inference =
                rules.inference(rules.barnardRubinDegreesOfFreedom(first.degreesOfFreedom()), 0, level);
        return Estimable.of(new PooledEstimate(
                rules.estimate(),
                rules.standardError(),
                inference.df(),
                rules.within(),
                rules.between(),
                inference.fractionMissingInformation(),
                inference.pValue(),
                inference.interval()));
    }
}
