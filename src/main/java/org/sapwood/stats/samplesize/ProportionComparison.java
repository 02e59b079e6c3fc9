package org.sapwood.stats.samplesize;

/**
 * Closed-form sizes of group 2 for comparing two proportions, {@code n₁ = r n₂}.
 *
 * <p>Source: Fleiss JL, Levin B, Paik MC (2003), Statistical Methods for Rates and Proportions, chapter 4; Farrington CP,
 * Manning G (1990), Stat Med 9:1447–1454.
 *
 * @param p1 true proportion of group 1
 * @param p2 true proportion of group 2
 * @param ratio r
 */
public record ProportionComparison(double p1, double p2, double ratio) {
    public ProportionComparison {
        if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1 && ratio > 0)) {
            throw new IllegalArgumentException(
                    "expected proportions in [0, 1] and a ratio above 0, found " + p1 + ", " + p2 + ", " + ratio);
        }
    }

    private double variance() {
        return p1 * (1 - p1) / ratio + p2 * (1 - p2);
    }

    private double pooledProportion() {
        return (ratio * p1 + p2) / (1 + ratio);
    }

    private double size(double nullVariance, double shift, TestError error) {
        double root = error.criticalZ() * Math.sqrt(nullVariance) + error.powerZ() * Math.sqrt(variance());
        return root * root / (shift * shift);
    }

    /**
     * For the chi-square test: pooled variance under the null hypothesis.
     *
     * @param error level, sides and power
     * @return n₂, infinite when the proportions are equal
     */
    public double pooled(TestError error) {
        double p = pooledProportion();
        return size(p * (1 - p) * (1 + 1 / ratio), p1 - p2, error);
    }

    /**
     * The pooled size corrected for the continuity of the approximation, near what Fisher's exact test needs.
     *
     * @param error level, sides and power
     * @return n₂
     */
    public double pooledWithContinuity(TestError error) {
        double n = pooled(error);
        double root = 1 + Math.sqrt(1 + 2 * (1 + ratio) / (ratio * n * Math.abs(p1 - p2)));
        return n / 4 * root * root;
    }

    /**
     * With the unpooled variance under both hypotheses.
     *
     * @param error level, sides and power
     * @return n₂
     */
    public double unpooled(TestError error) {
        return error.squaredSum() * variance() / ((p1 - p2) * (p1 - p2));
    }

    /**
     * On the scale of arcsin √p.
     *
     * @param error level, sides and power
     * @return n₂
     */
    public double arcsine(TestError error) {
        double h = 2 * StrictMath.asin(Math.sqrt(p1)) - 2 * StrictMath.asin(Math.sqrt(p2));
        return error.squaredSum() * (1 + 1 / ratio) / (h * h);
    }

    /**
     * For the Farrington–Manning test of {@code p₁ − p₂} against a margin: null variance at the restricted estimates.
     *
     * @param margin the difference under the null hypothesis, in (−1, 1)
     * @param error level, sides and power
     * @return n₂, infinite when the difference equals the margin
     */
    public double farringtonManning(double margin, TestError error) {
        double q1 = restricted(margin);
        double q2 = q1 - margin;
        return size(q1 * (1 - q1) / ratio + q2 * (1 - q2), p1 - p2 - margin, error);
    }

    /** The p₁ that maximises the expected likelihood under p₁ − p₂ = margin: a root of a cubic, by trigonometry. */
    private double restricted(double margin) {
        if (Math.abs(margin) < 1e-15) {
            return pooledProportion();
        }
        double theta = 1 / ratio;
        double a = 1 + theta;
        double b = -(1 + theta + p1 + theta * p2 + margin * (theta + 2));
        double c = margin * margin + margin * (2 * p1 + theta + 1) + p1 + theta * p2;
        double d = -p1 * margin * (1 + margin);
        double v = b * b * b / (27 * a * a * a) - b * c / (6 * a * a) + d / (2 * a);
        double u = Math.signum(v) * Math.sqrt(Math.max(0, b * b / (9 * a * a) - c / (3 * a)));
        double cosine = u == 0 ? 0 : Math.min(1, Math.max(-1, v / (u * u * u)));
        double w = (StrictMath.PI + StrictMath.acos(cosine)) / 3;
        return 2 * u * StrictMath.cos(w) - b / (3 * a);
    }
}
