package org.sapwood.stats.proportion;

import java.util.function.DoubleUnaryOperator;

/**
 * The score statistic for the difference d = p₁ − p₂ of two independent proportions: the observed difference minus d
 * over its standard error at the maximum likelihood estimates restricted to that difference.
 *
 * <p>Sources: Miettinen and Nurminen (1985), Statistics in Medicine 4:213–226; Farrington and Manning (1990),
 * Statistics in Medicine 9:1447–1454; Laud (2017), Pharmaceutical Statistics 16:334–348 for the skewness correction.
 *
 * @param p1 restricted estimate of the first proportion
 * @param p2 restricted estimate of the second proportion
 * @param deviation observed difference minus d
 * @param variance p̃₁(1 − p̃₁)/n₁ + p̃₂(1 − p̃₂)/n₂, times the factor of {@link VarianceFactor}
 * @param thirdMoment third central moment of the difference at the restricted estimates
 */
record RiskDifferenceScore(double p1, double p2, double deviation, double variance, double thirdMoment) {
    /** Below this a deviation is rounding: the difference equals d. */
    private static final double ROUNDING = 1e-14;

    static RiskDifferenceScore at(TwoProportions data, double d, VarianceFactor factor) {
        return at(data, d, factor, DoubleUnaryOperator.identity());
    }

    /** The same with a rounding of the restricted estimate. */
    static RiskDifferenceScore at(TwoProportions data, double d, VarianceFactor factor, DoubleUnaryOperator rounding) {
        return at(data.x1(), data.n1(), data.x2(), data.n2(), d, factor, rounding);
    }

    /** The same for counts that carry a fractional adjustment. */
    static RiskDifferenceScore at(
            double x1, double n1, double x2, double n2, double d, VarianceFactor factor, DoubleUnaryOperator rounding) {
        double p2 = rounding.applyAsDouble(restrictedSecond(x1, n1, x2, n2, d));
        double p1 = Math.min(1, Math.max(0, p2 + d));
        double v1 = p1 * (1 - p1);
        double v2 = p2 * (1 - p2);
        double deviation = x1 / n1 - x2 / n2 - d;
        return new RiskDifferenceScore(
                p1,
                p2,
                Math.abs(deviation) < ROUNDING ? 0 : deviation,
                (v1 / n1 + v2 / n2) * factor.of(n1 + n2),
                v1 * (1 - 2 * p1) / (n1 * n1) - v2 * (1 - 2 * p2) / (n2 * n2));
    }

    /** The root of the likelihood equation, a cubic in p₂ that has exactly one admissible root. */
    private static double restrictedSecond(double x1, double n1, double x2, double n2, double d) {
        double n = n1 + n2;
        double c = x1 + x2;
        double l3 = n;
        double l2 = (n1 + 2 * n2) * d - n - c;
        double l1 = (n2 * d - n - 2 * x2) * d + c;
        double l0 = x2 * d * (1 - d);
        double third = l2 / (3 * l3);
        double q = third * third * third - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3);
        double size = Math.sqrt(Math.max(0, third * third - l1 / (3 * l3)));
        double p = q < 0 ? -size : size;
        double cosine = p == 0 ? 0 : Math.min(1, Math.max(-1, q / (p * p * p)));
        double angle = (Math.PI + StrictMath.acos(cosine)) / 3;
        double root = 2 * p * StrictMath.cos(angle) - third;
        return Math.min(Math.min(1, 1 - d), Math.max(Math.max(0, -d), root));
    }

    /** Deviation over standard error; signed infinity when the standard error is zero. */
    double z() {
        return deviation == 0 ? 0 : deviation / Math.sqrt(variance);
    }

    double standardError() {
        return Math.sqrt(variance);
    }
}
