package org.sapwood.stats.imputation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/**
 * One estimate from m imputed datasets (Rubin 1987): Q̄ the mean of the estimates, W the mean of their squared standard
 * errors, B the variance of the estimates, T = W + (1 + 1/m) B.
 *
 * @param imputations m, at least 2
 * @param estimate Q̄
 * @param within W
 * @param between B
 */
public record RubinsRules(int imputations, double estimate, double within, double between) {

    /**
     * Pools estimates.
     *
     * @param estimates one per imputation, at least 2
     * @param standardErrors one per imputation, positive
     * @return the pooled estimate
     */
    public static RubinsRules pool(double[] estimates, double[] standardErrors) {
        int m = estimates.length;
        if (m < 2 || standardErrors.length != m) {
            throw new IllegalArgumentException("expected at least 2 estimates and as many standard errors, found " + m
                    + " and " + standardErrors.length);
        }
        if (!Arrays.stream(standardErrors).allMatch(se -> se > 0)) {
            throw new IllegalArgumentException(
                    "expected positive standard errors, found " + Arrays.toString(standardErrors));
        }
        double mean = Arrays.stream(estimates).sum() / m;
        double within = Arrays.stream(standardErrors).map(se -> se * se).sum() / m;
        double between =
                Arrays.stream(estimates).map(q -> (q - mean) * (q - mean)).sum() / (m - 1);
        // Equal estimates whose mean was rounded have no variance.
        boolean equal = Arrays.stream(estimates).allMatch(q -> q == estimates[0]);
        return new RubinsRules(m, equal ? estimates[0] : mean, within, equal ? 0 : between);
    }

    /** {@return T = W + (1 + 1/m) B} */
    public double total() {
        return within + (1 + 1.0 / imputations) * between;
    }

    /** {@return the standard error √T} */
    public double standardError() {
        return Math.sqrt(total());
    }

    /** {@return r = (1 + 1/m) B / W, the relative increase in variance due to missing values} */
    public double relativeIncrease() {
        return (1 + 1.0 / imputations) * between / within;
    }

    /** {@return λ = (1 + 1/m) B / T, the share of the variance due to missing values} */
    public double lambda() {
        return (1 + 1.0 / imputations) * between / total();
    }

    /** {@return Rubin's (1987) degrees of freedom (m − 1)(1 + 1/r)²; infinite without variance between imputations} */
    public double rubinDegreesOfFreedom() {
        double r = relativeIncrease();
        double inverse = 1 + 1 / r;
        return between > 0 ? (imputations - 1) * inverse * inverse : Double.POSITIVE_INFINITY;
    }

    /**
     * The degrees of freedom of Barnard and Rubin (1999), which never exceed those of the complete data.
     *
     * @param complete the degrees of freedom had nothing been missing; infinite for a normal reference
     * @return ν₁ν₂/(ν₁ + ν₂) with Rubin's ν₁ and ν₂ = (ν + 1)/(ν + 3) ν (1 − λ)
     */
    public double barnardRubinDegreesOfFreedom(double complete) {
        double old = rubinDegreesOfFreedom();
        if (Double.isInfinite(complete)) {
            return old;
        }
        double observed = (complete + 1) / (complete + 3) * complete * (1 - lambda());
        return Double.isInfinite(old) ? observed : old * observed / (old + observed);
    }

    /**
     * Test and interval.
     *
     * @param df degrees of freedom; infinite for a normal reference
     * @param nullValue the value tested
     * @param t (Q̄ − null)/√T
     * @param pValue two-sided
     * @param interval of the estimate
     * @param fractionMissingInformation (r + 2/(ν + 3))/(r + 1); λ for infinite ν
     */
    public record Inference(
            double df,
            double nullValue,
            double t,
            PValue pValue,
            Interval interval,
            double fractionMissingInformation) {}

    /**
     * Inference with given degrees of freedom.
     *
     * @param df degrees of freedom; infinite for a normal reference
     * @param nullValue the value tested
     * @param level of the interval
     * @return test and interval
     */
    public Inference inference(double df, double nullValue, ConfidenceLevel level) {
        double t = (estimate - nullValue) / standardError();
        boolean normal = Double.isInfinite(df);
        double tail = normal
                ? NormalDistribution.of(0, 1).survivalProbability(Math.abs(t))
                : TDistribution.of(df).survivalProbability(Math.abs(t));
        double quantile = normal
                ? NormalDistribution.of(0, 1).inverseSurvivalProbability(level.alpha() / 2)
                : TDistribution.of(df).inverseSurvivalProbability(level.alpha() / 2);
        double half = quantile * standardError();
        double r = relativeIncrease();
        return new Inference(
                df,
                nullValue,
                t,
                PValue.of(2 * tail),
                new Interval(estimate - half, estimate + half, level),
                normal ? lambda() : (r + 2 / (df + 3)) / (r + 1));
    }
}
