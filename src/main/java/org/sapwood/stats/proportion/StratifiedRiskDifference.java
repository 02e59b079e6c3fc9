package org.sapwood.stats.proportion;

import java.util.List;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/**
 * A common difference p₁ − p₂ over strata, weighted as Mantel and Haenszel: w = n₁n₂/(n₁ + n₂), scaled to sum 1. A
 * stratum where one group is empty has weight zero and no part in anything.
 */
public final class StratifiedRiskDifference {
    /** Which variance of the Mantel–Haenszel difference. */
    public enum Variance {
        /** Valid for few large and for many sparse strata (Sato 1989). */
        SATO,
        /** Binomial variances of the strata (Greenland and Robins 1985). */
        GREENLAND_ROBINS
    }

    private static final double EDGE = 1e-10;

    private StratifiedRiskDifference() {}

    /**
     * The weighted difference Σ w (p₁ − p₂).
     *
     * @param strata one pair of groups per stratum
     * @return the estimate, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Double> estimate(List<TwoProportions> strata) {
        Strata informative = Strata.of(strata);
        return informative.isEmpty() ? Strata.none() : Estimable.of(informative.difference());
    }

    /**
     * The stratified score estimate: where Σ w (p₁ − p₂ − d) is zero. With Mantel–Haenszel weights this is {@link
     * #estimate}; other weights depend on d themselves.
     *
     * @param strata one pair of groups per stratum
     * @param weights how strata are weighted
     * @param factor what the variance of a stratum is multiplied with
     * @return the estimate, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Double> scoreEstimate(
            List<TwoProportions> strata, StratumWeights weights, VarianceFactor factor) {
        Strata informative = Strata.of(strata);
        return informative.isEmpty()
                ? Strata.none()
                : Estimable.of(new StratifiedScore(informative, weights, factor).estimate());
    }

    /**
     * The stratified score interval: all d with |Σ w (p₁ − p₂ − d)| within z standard errors at the restricted
     * estimates of each stratum (Miettinen and Nurminen 1985).
     *
     * @param strata one pair of groups per stratum
     * @param weights how strata are weighted
     * @param factor what the variance of a stratum is multiplied with
     * @param level the coverage
     * @return the interval, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Interval> miettinenNurminen(
            List<TwoProportions> strata, StratumWeights weights, VarianceFactor factor, ConfidenceLevel level) {
        Strata informative = Strata.of(strata);
        return informative.isEmpty()
                ? Strata.none()
                : Estimable.of(new StratifiedScore(informative, weights, factor).interval(level));
    }

    /**
     * The hybrid interval of Yan and Su (2010): stratified Wilson limits of each group with a relaxed critical value,
     * combined by square-and-add.
     *
     * @param strata one pair of groups per stratum
     * @param level the coverage
     * @return the interval, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<Interval> newcombe(List<TwoProportions> strata, ConfidenceLevel level) {
        Strata informative = Strata.of(strata);
        return informative.isEmpty() ? Strata.none() : StratifiedNewcombe.interval(informative, level);
    }

    /**
     * The Mantel–Haenszel difference with a normal interval.
     *
     * @param strata one pair of groups per stratum
     * @param variance which variance
     * @param level the coverage
     * @return the estimate, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<DifferenceEstimate> mantelHaenszel(
            List<TwoProportions> strata, Variance variance, ConfidenceLevel level) {
        Strata informative = Strata.of(strata);
        if (informative.isEmpty()) {
            return Strata.none();
        }
        double v = variance == Variance.SATO ? sato(informative) : greenlandRobins(informative);
        // Sato's sum can be negative by rounding when no stratum has any variance
        return Estimable.of(DifferenceEstimate.normal(informative.difference(), Math.max(0, v), level));
    }

    private static double sato(Strata strata) {
        double sumP = 0;
        double sumQ = 0;
        for (int k = 0; k < strata.size(); k++) {
            TwoProportions t = strata.stratum(k);
            double a = t.x1();
            double c = t.x2();
            double n1 = t.n1();
            double n2 = t.n2();
            double n = n1 + n2;
            sumP += (n1 * n1 * c - n2 * n2 * a + n1 * n2 * (n2 - n1) / 2) / (n * n);
            sumQ += (a * (n2 - c) + c * (n1 - a)) / (2 * n);
        }
        return (strata.difference() * sumP + sumQ) / (strata.totalWeight() * strata.totalWeight());
    }

    private static double greenlandRobins(Strata strata) {
        double sum = 0;
        for (int k = 0; k < strata.size(); k++) {
            TwoProportions t = strata.stratum(k);
            double w = strata.weight(k);
            sum += w * w * (t.p1() * (1 - t.p1()) / t.n1() + t.p2() * (1 - t.p2()) / t.n2());
        }
        return sum;
    }

    /**
     * The summary score estimate of SAS {@code COMMONRISKDIFF(CL=SCORE)}: the midpoints of the strata's
     * Miettinen–Nurminen intervals, weighted by the inverse square of their lengths.
     *
     * @param strata one pair of groups per stratum
     * @param level the coverage; also that of the strata's intervals
     * @return the estimate, or {@code NO_INFORMATIVE_STRATUM}
     */
    public static Estimable<DifferenceEstimate> summaryScore(List<TwoProportions> strata, ConfidenceLevel level) {
        Strata informative = Strata.of(strata);
        if (informative.isEmpty()) {
            return Strata.none();
        }
        double z = NormalTail.critical(level);
        double precision = 0;
        double weighted = 0;
        for (int k = 0; k < informative.size(); k++) {
            Interval limits = RiskDifference.interval(
                            informative.stratum(k), RiskDifferenceInterval.MIETTINEN_NURMINEN, level)
                    .orElseThrow();
            double standardError = (limits.upper() - limits.lower()) / (2 * z);
            if (standardError < EDGE) {
                return Estimable.not(Reason.ZERO_VARIANCE, "a stratum whose score interval is a point");
            }
            double w = 1 / (standardError * standardError);
            precision += w;
            weighted += w * (limits.lower() + limits.upper()) / 2;
        }
        return Estimable.of(DifferenceEstimate.normal(weighted / precision, 1 / precision, level));
    }
}
