package org.sapwood.stats.contingency;

import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.proportion.RatioEstimate;

/**
 * Peto's one-step common odds ratio exp(Σ(a − E)/ΣV), E and V being hypergeometric mean and variance; the standard error
 * of its logarithm is 1/√ΣV (Yusuf et al. 1985). Good near 1 and for rare events only.
 */
public final class PetoOddsRatio {
    private PetoOddsRatio() {}

    /**
     * The estimate.
     *
     * @param strata one table per stratum
     * @param level the coverage of the interval
     * @return the estimate, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static RatioEstimate of(List<TwoByTwo> strata, ConfidenceLevel level) {
        CochranMantelHaenszel.ScoreSum sum = CochranMantelHaenszel.ScoreSum.of(strata);
        if (sum.variance() == 0) {
            Estimable<Double> none = CochranMantelHaenszel.noInformation();
            return RatioEstimate.withoutInterval(
                    none, Reason.NO_INFORMATIVE_STRATUM, "no stratum tells anything about the odds ratio");
        }
        return RatioEstimate.logNormal(sum.deviation() / sum.variance(), 1 / Math.sqrt(sum.variance()), level);
    }
}
