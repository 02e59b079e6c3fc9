package org.sapwood.stats.rate;

import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.WaldZ;

/**
 * Mantel–Haenszel pooling of two rates over strata h, with weights T₁T₂/(T₁ + T₂).
 *
 * @param strata at least one
 */
public record StratifiedRates(List<RateComparison> strata) {
    public StratifiedRates {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("expected at least one stratum");
        }
    }

    /**
     * The logarithm of the pooled ratio φ = Σ x₁T₂/N ÷ Σ x₂T₁/N, N = T₁ + T₂, with the variance of Greenland and Robins
     * (1985): Σ (x₁ + x₂)T₁T₂/N² ÷ (Σ x₁T₂/N · Σ x₂T₁/N).
     *
     * @param level of the interval
     * @return the log ratio; not estimable when a group has no event in any stratum
     */
    public Estimable<WaldZ> logRatio(ConfidenceLevel level) {
        double numerator = 0;
        double denominator = 0;
        double spread = 0;
        for (RateComparison stratum : strata) {
            double t1 = stratum.first().exposure();
            double t2 = stratum.second().exposure();
            double x1 = stratum.first().events();
            double x2 = stratum.second().events();
            double total = t1 + t2;
            numerator += x1 * t2 / total;
            denominator += x2 * t1 / total;
            spread += (x1 + x2) * t1 * t2 / (total * total);
        }
        if (numerator == 0 || denominator == 0) {
            return Estimable.not(Reason.NO_EVENTS, "a group has no event in any stratum");
        }
        return Estimable.of(WaldZ.of(
                "log ratio",
                StrictMath.log(numerator / denominator),
                Math.sqrt(spread / (numerator * denominator)),
                level));
    }

    /**
     * The pooled difference Σ w(r₁ − r₂)/Σ w with variance Σ w²(x₁/T₁² + x₂/T₂²)/(Σ w)².
     *
     * @param level of the interval
     * @return the difference; not estimable without any event
     */
    public Estimable<WaldZ> difference(ConfidenceLevel level) {
        double sum = 0;
        double weights = 0;
        double variance = 0;
        for (RateComparison stratum : strata) {
            double t1 = stratum.first().exposure();
            double t2 = stratum.second().exposure();
            double w = t1 * t2 / (t1 + t2);
            weights += w;
            sum += w * stratum.difference();
            variance +=
                    w * w * (stratum.first().estimate() / t1 + stratum.second().estimate() / t2);
        }
        return variance == 0
                ? Estimable.not(Reason.NO_EVENTS, "no event in any stratum")
                : Estimable.of(WaldZ.of("difference", sum / weights, Math.sqrt(variance) / weights, level));
    }
}
