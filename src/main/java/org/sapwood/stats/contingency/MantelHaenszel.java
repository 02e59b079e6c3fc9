package org.sapwood.stats.contingency;

import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.proportion.RatioEstimate;

/**
 * Mantel–Haenszel estimators of a common odds ratio or risk ratio, first row over second. In a stratum a, b, c, d are
 * the cells, n₁ and n₂ the row totals and N the total. The common risk difference is in
 * {@link org.sapwood.stats.proportion.StratifiedRiskDifference}.
 */
public final class MantelHaenszel {
    private MantelHaenszel() {}

    /**
     * The common odds ratio ΣR/ΣS, R = ad/N, S = bc/N, with the variance of its logarithm by Robins, Breslow and
     * Greenland (1986).
     *
     * @param strata one table per stratum
     * @param level the coverage of the interval
     * @return the estimate; 0 or infinite without interval when one of the sums is zero, {@code
     *     NO_INFORMATIVE_STRATUM} when both are
     */
    public static RatioEstimate oddsRatio(List<TwoByTwo> strata, ConfidenceLevel level) {
        double sumR = 0;
        double sumS = 0;
        double pr = 0;
        double psqr = 0;
        double qs = 0;
        for (TwoByTwo t : strata) {
            double n = t.total();
            if (n > 0) {
                double r = (double) t.a() * t.d() / n;
                double s = (double) t.b() * t.c() / n;
                double p = (t.a() + t.d()) / n;
                double q = (t.b() + t.c()) / n;
                sumR += r;
                sumS += s;
                pr += p * r;
                psqr += p * s + q * r;
                qs += q * s;
            }
        }
        if (sumR == 0 || sumS == 0) {
            return onBoundary(sumR, sumS);
        }
        double variance = pr / (2 * sumR * sumR) + psqr / (2 * sumR * sumS) + qs / (2 * sumS * sumS);
        return RatioEstimate.logNormal(StrictMath.log(sumR / sumS), Math.sqrt(variance), level);
    }

    /**
     * The common risk ratio Σ(a n₂/N)/Σ(c n₁/N), with the variance of its logarithm by Greenland and Robins (1985).
     *
     * @param strata one table per stratum
     * @param level the coverage of the interval
     * @return the estimate; 0 or infinite without interval when one of the sums is zero, {@code
     *     NO_INFORMATIVE_STRATUM} when both are
     */
    public static RatioEstimate riskRatio(List<TwoByTwo> strata, ConfidenceLevel level) {
        double first = 0;
        double second = 0;
        double numerator = 0;
        for (TwoByTwo t : strata) {
            double n = t.total();
            if (n > 0) {
                double n1 = t.row1();
                double n2 = t.row2();
                first += t.a() * n2 / n;
                second += t.c() * n1 / n;
                numerator += (n1 * n2 * t.column1() - (double) t.a() * t.c() * n) / (n * n);
            }
        }
        if (first == 0 || second == 0) {
            return onBoundary(first, second);
        }
        double variance = Math.max(0, numerator) / (first * second);
        return RatioEstimate.logNormal(StrictMath.log(first / second), Math.sqrt(variance), level);
    }

    private static RatioEstimate onBoundary(double numerator, double denominator) {
        if (numerator == 0 && denominator == 0) {
            Estimable<Double> none = CochranMantelHaenszel.noInformation();
            return RatioEstimate.withoutInterval(
                    none, Reason.NO_INFORMATIVE_STRATUM, "no stratum tells anything about the ratio");
        }
        double estimate = numerator == 0 ? 0 : Double.POSITIVE_INFINITY;
        return RatioEstimate.withoutInterval(
                Estimable.of(estimate), Reason.ZERO_DENOMINATOR, "one group has no event in any informative stratum");
    }
}
