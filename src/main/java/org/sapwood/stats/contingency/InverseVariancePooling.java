package org.sapwood.stats.contingency;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.proportion.RatioEstimate;

/**
 * Pooling of log odds ratios or log risk ratios of strata by inverse variance (Woolf 1955), and Woolf's test that the
 * odds ratio is the same in all strata. Every cell of every stratum must be filled; nothing is added to empty cells.
 */
public final class InverseVariancePooling {
    private InverseVariancePooling() {}

    private record Pooled(double estimate, double weight, double heterogeneity) {}

    /**
     * The pooled ("logit") odds ratio.
     *
     * @param strata one table per stratum
     * @param level the coverage of the interval
     * @return the estimate, or {@code ZERO_CELL} or {@code NO_INFORMATIVE_STRATUM}
     */
    public static RatioEstimate oddsRatio(List<TwoByTwo> strata, ConfidenceLevel level) {
        return estimate(pooledOdds(strata), level);
    }

    /**
     * The pooled risk ratio.
     *
     * @param strata one table per stratum
     * @param level the coverage of the interval
     * @return the estimate, or {@code ZERO_CELL} or {@code NO_INFORMATIVE_STRATUM}
     */
    public static RatioEstimate riskRatio(List<TwoByTwo> strata, ConfidenceLevel level) {
        return estimate(
                pool(
                        strata,
                        t -> StrictMath.log((double) t.a() / t.row1() / ((double) t.c() / t.row2())),
                        t -> (double) t.b() / t.a() / t.row1() + (double) t.d() / t.c() / t.row2()),
                level);
    }

    /**
     * Woolf's test of homogeneity: Σ w (log ψ − pooled)², w the inverse variance of log ψ, on one degree of freedom
     * fewer than strata.
     *
     * @param strata one table per stratum
     * @return statistic and p-value, or {@code ZERO_CELL} or {@code NO_INFORMATIVE_STRATUM} with fewer than two strata
     */
    public static Estimable<ChiSquareResult> homogeneity(List<TwoByTwo> strata) {
        if (strata.size() < 2) {
            return Estimable.not(Reason.NO_INFORMATIVE_STRATUM, "fewer than two strata to compare");
        }
        return pooledOdds(strata).map(p -> ChiSquareResult.of(p.heterogeneity(), strata.size() - 1));
    }

    private static Estimable<Pooled> pooledOdds(List<TwoByTwo> strata) {
        return pool(
                strata,
                t -> StrictMath.log((double) t.a() * t.d() / ((double) t.b() * t.c())),
                t -> 1.0 / t.a() + 1.0 / t.b() + 1.0 / t.c() + 1.0 / t.d());
    }

    private static Estimable<Pooled> pool(
            List<TwoByTwo> strata, ToDoubleFunction<TwoByTwo> log, ToDoubleFunction<TwoByTwo> variance) {
        if (strata.isEmpty()) {
            return CochranMantelHaenszel.noInformation();
        }
        if (strata.stream().anyMatch(TwoByTwo::hasEmptyCell)) {
            return Estimable.not(Reason.ZERO_CELL, "a stratum with an empty cell");
        }
        double weights = 0;
        double weighted = 0;
        for (TwoByTwo t : strata) {
            double w = 1 / variance.applyAsDouble(t);
            weights += w;
            weighted += w * log.applyAsDouble(t);
        }
        double estimate = weighted / weights;
        double heterogeneity = 0;
        for (TwoByTwo t : strata) {
            double deviation = log.applyAsDouble(t) - estimate;
            heterogeneity += deviation * deviation / variance.applyAsDouble(t);
        }
        return Estimable.of(new Pooled(estimate, weights, heterogeneity));
    }

    private static RatioEstimate estimate(Estimable<Pooled> pooled, ConfidenceLevel level) {
        if (pooled instanceof Estimable.Of<Pooled> of) {
            return RatioEstimate.logNormal(
                    of.value().estimate(), 1 / Math.sqrt(of.value().weight()), level);
        }
        Estimable.NotEstimable<Pooled> none = (Estimable.NotEstimable<Pooled>) pooled;
        return RatioEstimate.withoutInterval(Estimable.not(none.reason(), none.detail()), none.reason(), none.detail());
    }
}
