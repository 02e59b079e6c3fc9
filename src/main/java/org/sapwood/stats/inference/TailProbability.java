package org.sapwood.stats.inference;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.PValue;

/** p-values of the classical null distributions, each from the tail itself. */
public final class TailProbability {
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** Beyond this the logarithm of the normal tail is taken from the scaled complementary error function. */
    private static final double FAR = 5;

    private TailProbability() {}

    /**
     * The p-value of a statistic that is standard normal under the null hypothesis.
     *
     * @param z the statistic; may be infinite
     * @param alternative the direction
     * @return the p-value; its logarithm stays finite where the value itself underflows
     */
    public static PValue normal(double z, Alternative alternative) {
        return switch (alternative) {
            case GREATER -> upperNormal(z, 1);
            case LESS -> upperNormal(-z, 1);
            case TWO_SIDED -> upperNormal(Math.abs(z), 2);
        };
    }

    /**
     * The p-value of a statistic that follows Student's t under the null hypothesis.
     *
     * @param t the statistic
     * @param degreesOfFreedom positive
     * @param alternative the direction
     * @return the p-value
     */
    public static PValue studentT(double t, double degreesOfFreedom, Alternative alternative) {
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        return PValue.of(
                switch (alternative) {
                    case GREATER -> distribution.survivalProbability(t);
                    case LESS -> distribution.cumulativeProbability(t);
                    case TWO_SIDED -> 2 * distribution.survivalProbability(Math.abs(t));
                });
    }

    /**
     * The upper tail of chi-square.
     *
     * @param statistic at least 0
     * @param degreesOfFreedom positive
     * @return the p-value
     */
    public static PValue chiSquare(double statistic, double degreesOfFreedom) {
        return PValue.of(
                statistic <= 0 ? 1 : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic));
    }

    /**
     * The upper tail of F.
     *
     * @param f at least 0
     * @param numerator degrees of freedom, positive
     * @param denominator degrees of freedom, positive
     * @return the p-value
     */
    public static PValue f(double f, double numerator, double denominator) {
        return PValue.of(f <= 0 ? 1 : FDistribution.of(numerator, denominator).survivalProbability(f));
    }

    /**
     * The two-sided normal quantile of a level: the upper {@code alpha/2} point.
     *
     * @param alpha in (0, 1)
     * @return z with {@code P(Z > z) = alpha/2}
     */
    public static double normalQuantile(double alpha) {
        return STANDARD_NORMAL.inverseSurvivalProbability(alpha / 2);
    }

    private static PValue upperNormal(double z, int sides) {
        if (z < FAR || Double.isInfinite(z)) {
            return PValue.of(sides * STANDARD_NORMAL.survivalProbability(z));
        }
        double scaled = Erfcx.value(z / Math.sqrt(2));
        double log = StrictMath.log(sides * 0.5 * scaled) - z * z / 2;
        return new PValue(sides * STANDARD_NORMAL.survivalProbability(z), log);
    }
}
