package org.sapwood.stats.proportion;

/**
 * The maximum likelihood estimates of two proportions restricted to a given ratio or odds ratio, with the score
 * statistic of that restriction (Miettinen and Nurminen 1985).
 *
 * @param p1 restricted estimate of the first proportion
 * @param p2 restricted estimate of the second proportion
 */
record RestrictedRatio(double p1, double p2) {

    /** Under p₁ = ratio · p₂. */
    static RestrictedRatio ofRisks(TwoProportions t, double ratio) {
        double a = t.size() * ratio;
        double minusB = t.n1() * ratio + t.x1() + t.n2() + t.x2() * ratio;
        double c = t.events();
        double root = Math.sqrt(Math.max(0, minusB * minusB - 4 * a * c));
        // the smaller root, written so that equal terms are not subtracted
        double p2 = Math.min(1, 2 * c / (minusB + root));
        return new RestrictedRatio(Math.min(1, p2 * ratio), p2);
    }

    /** Under odds₁ = ratio · odds₂. */
    static RestrictedRatio ofOdds(TwoProportions t, double ratio) {
        double c = t.events();
        double a = t.n2() * (ratio - 1);
        double b = t.n1() * ratio + t.n2() - c * (ratio - 1);
        double root = Math.sqrt(Math.max(0, b * b + 4 * a * c));
        double p2 = Math.min(1, b > 0 ? 2 * c / (b + root) : (root - b) / (2 * a));
        return new RestrictedRatio(Math.min(1, p2 * ratio / (1 + p2 * (ratio - 1))), p2);
    }

    /** (p̂₁ − ratio p̂₂) over its standard error; decreasing in the ratio. */
    static double riskScore(TwoProportions t, double ratio, VarianceFactor factor) {
        RestrictedRatio r = ofRisks(t, ratio);
        double deviation = t.p1() - ratio * t.p2();
        return Math.abs(deviation) < 1e-15 ? 0 : deviation / Math.sqrt(r.riskVariance(t, ratio, factor));
    }

    double riskVariance(TwoProportions t, double ratio, VarianceFactor factor) {
        return (p1 * (1 - p1) / t.n1() + ratio * ratio * p2 * (1 - p2) / t.n2()) * factor.of(t.size());
    }

    /** n₁(p̂₁ − p̃₁) times the root of the summed inverse variances; decreasing in the ratio. */
    static double oddsScore(TwoProportions t, double ratio, VarianceFactor factor) {
        if (ratio < 1) {
            // Below 1 the second proportion nears 1 and its complement would be lost; from the other side it is not.
            return -oddsScore(t.swapped(), 1 / ratio, factor);
        }
        RestrictedRatio r = ofOdds(t, ratio);
        double inverse = 1 / (t.n1() * r.p1 * (1 - r.p1)) + 1 / (t.n2() * r.p2 * (1 - r.p2));
        double deviation = t.x1() - t.n1() * r.p1;
        return deviation == 0 ? 0 : deviation * Math.sqrt(inverse / factor.of(t.size()));
    }

    double logLikelihood(TwoProportions t) {
        return ProportionExact.logLikelihood(t.x1(), t.n1(), inside(p1))
                + ProportionExact.logLikelihood(t.x2(), t.n2(), inside(p2));
    }

    private static double inside(double p) {
        return Math.min(1 - 0x1p-53, Math.max(1e-300, p));
    }
}
