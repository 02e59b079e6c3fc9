package org.sapwood.stats.contingency;

import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/**
 * The Cochran–Mantel–Haenszel test of no association in 2×2 tables over strata: (|Σ(a − E)| − correction)²/ΣV on one
 * degree of freedom, E and V being the hypergeometric mean and variance of a. Strata with fewer than two observations
 * or an empty margin add nothing (Mantel and Haenszel 1959).
 */
public final class CochranMantelHaenszel {
    private CochranMantelHaenszel() {}

    /**
     * The test.
     *
     * @param strata one table per stratum
     * @param correction {@code YATES} takes ½ off when |Σ(a − E)| is at least ½
     * @return statistic and p-value; {@code NO_INFORMATIVE_STRATUM} when ΣV is zero
     */
    public static Estimable<ChiSquareResult> test(List<TwoByTwo> strata, ContinuityCorrection correction) {
        ScoreSum sum = ScoreSum.of(strata);
        if (sum.variance() == 0) {
            return noInformation();
        }
        double distance = Math.abs(sum.deviation());
        double taken = correction == ContinuityCorrection.YATES && distance >= 0.5 ? 0.5 : 0;
        return Estimable.of(ChiSquareResult.of((distance - taken) * (distance - taken) / sum.variance(), 1));
    }

    static <T> Estimable<T> noInformation() {
        return Estimable.not(
                Reason.NO_INFORMATIVE_STRATUM, "no stratum has observations in both rows and both columns");
    }

    /**
     * Sums over the strata.
     *
     * @param deviation Σ (a − E)
     * @param variance Σ V
     */
    record ScoreSum(double deviation, double variance) {
        static ScoreSum of(List<TwoByTwo> strata) {
            double deviation = 0;
            double variance = 0;
            for (TwoByTwo t : strata) {
                if (t.total() > 1) {
                    deviation += t.a() - t.expected();
                    variance += t.hypergeometricVariance();
                }
            }
            return new ScoreSum(deviation, variance);
        }
    }
}
