package org.sapwood.stats.descriptive;

import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** Geometric summaries of positive values, all from the moments of their natural logarithms. */
public final class GeometricSummary {
    private final Moments logs;
    private final double harmonicMean;

    private GeometricSummary(Moments logs, double harmonicMean) {
        this.logs = logs;
        this.harmonicMean = harmonicMean;
    }

    /**
     * Summarises positive values.
     *
     * @param x finite values; not modified
     * @return the summary; none for an empty group or when a value is not positive
     */
    public static Estimable<GeometricSummary> of(double... x) {
        if (x.length == 0) {
            return Estimable.not(Reason.EMPTY_GROUP, "no observation in the group");
        }
        double[] logs = new double[x.length];
        double reciprocals = 0;
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] > 0)) {
                return Estimable.not(Reason.OUTSIDE_DOMAIN, "a geometric mean needs positive values, found " + x[i]);
            }
            logs[i] = StrictMath.log(x[i]);
            reciprocals += 1 / x[i];
        }
        return Estimable.of(new GeometricSummary(Moments.of(logs), x.length / reciprocals));
    }

    /** {@return the exponential of the mean logarithm} */
    public double mean() {
        return StrictMath.exp(logs.mean());
    }

    /** {@return the exponential of the standard deviation of the logarithms, a factor of at least 1} */
    public Estimable<Double> standardDeviation() {
        return logs.standardDeviation().map(StrictMath::exp);
    }

    /** {@return {@code 100 √(exp(s²) − 1)}, s the standard deviation of the logarithms} */
    public Estimable<Double> coefficientOfVariationPercent() {
        return logs.variance().map(variance -> 100 * Math.sqrt(StrictMath.expm1(variance)));
    }

    /** {@return the reciprocal of the mean reciprocal} */
    public double harmonicMean() {
        return harmonicMean;
    }

    /**
     * The t interval of the mean logarithm, transformed back.
     *
     * @param level the coverage
     * @return the interval; none below two observations
     */
    public Estimable<Interval> meanInterval(ConfidenceLevel level) {
        return logs.standardError().map(error -> {
            double half = TDistribution.of(logs.n() - 1).inverseSurvivalProbability(level.alpha() / 2) * error;
            return new Interval(StrictMath.exp(logs.mean() - half), StrictMath.exp(logs.mean() + half), level);
        });
    }
}
