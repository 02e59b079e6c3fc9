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
        double low = Math.sqrt(chiSquared.inverseCumulativeProbability(1e-30) / df);
        double high = Math.sqrt(chiSquared.inverseSurvivalProbability(1e-18) / df);
        double constant = StrictMath.log(2) + df / 2 * StrictMath.log(df / 2) - LogGamma.value(df / 2);
        return RULE.integrate(
                s -> StrictMath.exp(constant + (df - 1) * StrictMath.log(s) - df * s * s / 2) * f.applyAsDouble(s),
                low,
                high,
                PANELS);
    }
}
