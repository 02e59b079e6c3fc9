package org.sapwood.stats.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The distribution of S with {@code ν S² ~ χ²(ν)}: an estimated standard deviation over the true one. What is known given S
 * becomes what is known when the standard deviation is estimated by averaging over S.
 */
final class RootMeanSquare {
    private static final GaussLegendre RULE = GaussLegendre.of(32);
    private static final int PANELS = 6;

    private RootMeanSquare() {}

    /**
     * E f(S).
     *
     * @param degreesOfFreedom ν, may be infinite (S = 1)
     * @param f a bounded, smooth function, possibly much larger for small S
     */
    static double average(double degreesOfFreedom, DoubleUnaryOperator f) {
        double df = degreesOfFreedom;
        if (Double.isInfinite(df)) {
            return f.applyAsDouble(1);
        }
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(df);
        double constant = StrictMath.log(2) + df / 2 * StrictMath.log(df / 2) - LogGamma.value(df / 2);
        double high = Math.sqrt(chiSquared.inverseSurvivalProbability(1e-18) / df);
        if (df < 5) {
            // Near 0 the density is s^(ν−1), hard on polynomials for small ν; in v with s = v⁸ it is smooth.
            return RULE.integrate(
                    v -> {
                        double logV = StrictMath.log(v);
                        double s = StrictMath.exp(8 * logV);
                        double density = constant + StrictMath.log(8) + (8 * df - 1) * logV - df * s * s / 2;
                        return StrictMath.exp(density) * f.applyAsDouble(s);
                    },
                    0,
                    StrictMath.pow(high, 0.125),
                    PANELS);
        }
        double low = Math.sqrt(chiSquared.inverseCumulativeProbability(1e-30) / df);
        return RULE.integrate(
                s -> StrictMath.exp(constant + (df - 1) * StrictMath.log(s) - df * s * s / 2) * f.applyAsDouble(s),
                low,
                high,
                PANELS);
    }
}
