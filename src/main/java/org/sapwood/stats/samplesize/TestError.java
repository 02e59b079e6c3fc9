package org.sapwood.stats.samplesize;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.sequential.Sides;

/**
 * The errors a trial is planned with.
 *
 * @param alpha the level of the test, both sides together
 * @param sides one or two
 * @param power the chance to reject when the planned effect is true
 */
public record TestError(double alpha, Sides sides, double power) {
    public TestError {
        if (!(alpha > 0 && alpha < 1 && power > 0 && power < 1)) {
            throw new IllegalArgumentException(
                    "expected level and power strictly between 0 and 1, found " + alpha + ", " + power);
        }
    }

    /** {@return the level on the side of the effect} */
    public double perSide() {
        return sides.perSide(alpha);
    }

    /** {@return the normal critical value z(α)} */
    double criticalZ() {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(perSide());
    }

    /** {@return the normal quantile z(β) of the power} */
    double powerZ() {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(power);
    }

    /** {@return (z(α) + z(β))²} */
    double squaredSum() {
        double sum = criticalZ() + powerZ();
        return sum * sum;
    }
}
