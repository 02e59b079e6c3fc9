package org.sapwood.stats.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.Alternative;

/**
 * The largest of k Studentised comparisons with one control: t variables with a common denominator on ν degrees of freedom
 * and correlations {@code λ_i λ_j}. Given the control's part z and the denominator s they are independent,
 * {@code P(T_i ≤ c) = Φ((c s + λ_i z) / √(1 − λ_i²))}; the product over i is averaged over both.
 *
 * <p>Source: Dunnett CW (1955), J Am Stat Assoc 50:1096–1121.
 */
public final class ManyToOneMaximum {
    private static final GaussLegendre RULE = GaussLegendre.of(16);
    private static final int PANELS = 16;

    private final double[] lambda;
    private final double degreesOfFreedom;

    private ManyToOneMaximum(double[] lambda, double degreesOfFreedom) {
        this.lambda = lambda;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /**
     * The distribution.
     *
     * @param lambda λ, each in [0, 1); for group sizes n_i and n_0 of the control {@code √(n_i / (n_i + n_0))}
     * @param degreesOfFreedom ν, positive, may be infinite
     * @return the distribution
     */
    public static ManyToOneMaximum of(double[] lambda, double degreesOfFreedom) {
        if (lambda.length == 0) {
            throw new IllegalArgumentException("expected at least one comparison");
        }
        for (double l : lambda) {
            if (!(l >= 0 && l < 1)) {
                throw new IllegalArgumentException("expected factors in [0, 1), found " + l);
            }
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("expected positive degrees of freedom, found " + degreesOfFreedom);
        }
        return new ManyToOneMaximum(lambda.clone(), degreesOfFreedom);
    }

    /**
     * The probability that at least one comparison goes beyond a value.
     *
     * @param c the value
     * @param alternative {@code TWO_SIDED}: max |T| &gt; c; {@code GREATER}: max T &gt; c; {@code LESS}: min T &lt; −c
     * @return the probability
     */
    public double survivalProbability(double c, Alternative alternative) {
        boolean twoSided = alternative == Alternative.TWO_SIDED;
        if (twoSided && c <= 0) {
            return 1;
        }
        return Math.min(1, RootMeanSquare.average(degreesOfFreedom, s -> tail(c * s, twoSided)));
    }

    private double tail(double x, boolean twoSided) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return RULE.integrate(
                z -> {
                    double logInside = 0;
                    for (double l : lambda) {
                        double scale = Math.sqrt(1 - l * l);
                        double outside = normal.survivalProbability((x + l * z) / scale);
                        if (twoSided) {
                            outside += normal.cumulativeProbability((-x + l * z) / scale);
                        }
                        logInside += StrictMath.log1p(-Math.min(1, outside));
                    }
                    return normal.density(z) * -StrictMath.expm1(logInside);
                },
                -9,
                9,
                PANELS);
    }

    /**
     * The critical value.
     *
     * @param p the probability of going beyond it, strictly between 0 and 1
     * @param alternative as in {@link #survivalProbability}
     * @return c
     */
    public double inverseSurvivalProbability(double p, Alternative alternative) {
        double floor = alternative == Alternative.TWO_SIDED ? 0 : -2;
        return TailInverse.of(c -> survivalProbability(c, alternative), p, floor);
    }
}
