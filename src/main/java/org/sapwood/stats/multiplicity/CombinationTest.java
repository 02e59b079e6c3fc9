package org.sapwood.stats.multiplicity;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.TailProbability;

/** Tests of the global hypothesis that all of m hypotheses hold, from their p-values alone. */
public final class CombinationTest {
    private CombinationTest() {}

    /**
     * Fisher's or the inverse normal statistic with its p-value.
     *
     * @param statistic chi-square or z
     * @param degreesOfFreedom 2m for Fisher's, 0 for z
     * @param pValue upper tail
     */
    public record Combined(double statistic, int degreesOfFreedom, PValue pValue) {}

    /**
     * Simes' test, {@code min m p(i) / i}; exact under independence.
     *
     * @param p at least one p-value
     * @return the p-value
     */
    public static PValue simes(double... p) {
        int[] order = checked(p);
        double smallest = 1;
        for (int i = 0; i < order.length; i++) {
            smallest = Math.min(smallest, p[order[i]] * p.length / (i + 1));
        }
        return PValue.of(smallest);
    }

    /**
     * Fisher's combination {@code −2 Σ log p}, chi-square on 2m degrees of freedom for independent p-values.
     *
     * @param p at least one p-value
     * @return the test
     */
    public static Combined fisher(double... p) {
        checked(p);
        double statistic = 0;
        for (double x : p) {
            statistic -= 2 * StrictMath.log(x);
        }
        int df = 2 * p.length;
        return new Combined(statistic, df, TailProbability.chiSquare(statistic, df));
    }

    /**
     * The inverse normal combination {@code Σ w z(p) / √Σ w²}, with z(p) exceeded with probability p (Stouffer when the
     * weights are equal).
     *
     * @param p one-sided p-values
     * @param weights positive, as many as p-values, fixed beforehand
     * @return the test; none when one p-value is 0 and another 1
     */
    public static Estimable<Combined> inverseNormal(double[] p, double[] weights) {
        checked(p);
        if (weights.length != p.length || Arrays.stream(weights).anyMatch(w -> !(w > 0))) {
            throw new IllegalArgumentException(
                    "expected " + p.length + " positive weights, found " + Arrays.toString(weights));
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < p.length; i++) {
            sum += weights[i] * normal.inverseSurvivalProbability(p[i]);
            squares += weights[i] * weights[i];
        }
        if (Double.isNaN(sum)) {
            return Estimable.not(Reason.OUTSIDE_DOMAIN, "one p-value is 0 and another is 1");
        }
        double z = sum / Math.sqrt(squares);
        return Estimable.of(new Combined(z, 0, TailProbability.normal(z, Alternative.GREATER)));
    }

    private static int[] checked(double... p) {
        if (p.length == 0) {
            throw new IllegalArgumentException("expected at least one p-value");
        }
        return MultipleTestingProcedure.order(p);
    }
}
