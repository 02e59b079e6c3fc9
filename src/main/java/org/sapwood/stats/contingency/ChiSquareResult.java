package org.sapwood.stats.contingency;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.sapwood.stats.PValue;

/**
 * A statistic referred to the chi-square distribution.
 *
 * @param statistic at least 0
 * @param degreesOfFreedom at least 1
 * @param pValue the upper tail
 */
public record ChiSquareResult(double statistic, int degreesOfFreedom, PValue pValue) {

    static ChiSquareResult of(double statistic, int degreesOfFreedom) {
        return new ChiSquareResult(statistic, degreesOfFreedom, upperTail(statistic, degreesOfFreedom));
    }

    private static PValue upperTail(double x, int degreesOfFreedom) {
        double tail = ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
        if (tail > 1e-290) {
            return PValue.of(tail);
        }
        // asymptotic series of the incomplete gamma function; x exceeds 1000 here, so three terms are exact enough
        double a = degreesOfFreedom / 2.0;
        double h = x / 2;
        double series = 1 + (a - 1) / h * (1 + (a - 2) / h * (1 + (a - 3) / h));
        return PValue.ofLog((a - 1) * StrictMath.log(h) - h - LogGamma.value(a) + StrictMath.log(series));
    }
}
