package org.sapwood.stats.descriptive;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.TailProbability;

/**
 * What a table says about one continuous variable in one group. Missing values (NaN) are counted and left out. An empty
 * group has counts and nothing else; a single observation has a mean and no standard deviation.
 */
public final class Summary {
    private final double[] sorted;
    private final int missing;
    private final Estimable<Moments> moments;

    private Summary(double[] sorted, int missing) {
        this.sorted = sorted;
        this.missing = missing;
        this.moments = Moments.observed(sorted);
    }

    /**
     * Summarises a sample.
     *
     * @param x values, NaN where missing; not modified
     * @return the summary
     * @throws IllegalArgumentException when a value is infinite
     */
    public static Summary of(double... x) {
        double[] sorted =
                Arrays.stream(x).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return new Summary(sorted, x.length - sorted.length);
    }

    /** {@return the number of values present} */
    public int n() {
        return sorted.length;
    }

    /** {@return the number of values missing} */
    public int missing() {
        return missing;
    }

    /** {@return number, mean and sum of squares} */
    public Estimable<Moments> moments() {
        return moments;
    }

    /** {@return the arithmetic mean, from the exact sum of the recorded decimals} */
    public Estimable<Double> mean() {
        return moments.map(Moments::mean);
    }

    /** {@return the sample variance, divisor n − 1} */
    public Estimable<Double> variance() {
        return moments.flatMap(Moments::variance);
    }

    /** {@return the sample standard deviation} */
    public Estimable<Double> standardDeviation() {
        return variance().map(Math::sqrt);
    }

    /** {@return the standard error of the mean} */
    public Estimable<Double> standardError() {
        return variance().map(variance -> Math.sqrt(variance / n()));
    }

    /** {@return 100 times standard deviation over mean; none when the mean is zero} */
    public Estimable<Double> coefficientOfVariationPercent() {
        if (n() > 1 && moments.orElseThrow().mean() == 0) {
            return Estimable.not(Reason.ZERO_DENOMINATOR, "the mean is zero");
        }
        return standardDeviation()
                .map(deviation -> 100 * deviation / moments.orElseThrow().mean());
    }

    /** {@return the smallest value} */
    public Estimable<Double> minimum() {
        return mean().map(any -> sorted[0]);
    }

    /** {@return the largest value} */
    public Estimable<Double> maximum() {
        return mean().map(any -> sorted[n() - 1]);
    }

    /** {@return largest minus smallest value} */
    public Estimable<Double> range() {
        return mean().map(any -> sorted[n() - 1] - sorted[0]);
    }

    /** {@return the sum; 0 for an empty group} */
    public double sum() {
        return DecimalSum.sum(sorted);
    }

    /** {@return the sum of squares about zero; 0 for an empty group} */
    public double uncorrectedSumOfSquares() {
        double total = 0;
        for (double value : sorted) {
            total += value * value;
        }
        return total;
    }

    /** {@return the median; every quantile definition but the first, third and fourth agrees on it} */
    public Estimable<Double> median() {
        return quantile(0.5, QuantileDefinition.DEFAULT);
    }

    /**
     * A quantile.
     *
     * @param p in [0, 1]
     * @param definition which of the nine
     * @return the quantile; none for an empty group
     */
    public Estimable<Double> quantile(double p, QuantileDefinition definition) {
        return mean().map(any -> definition.quantile(sorted, p));
    }

    /**
     * The t interval of the mean: {@code mean ± t(1 − α/2; n − 1) s/√n}.
     *
     * @param level the coverage
     * @return the interval; none below two observations
     */
    public Estimable<Interval> meanInterval(ConfidenceLevel level) {
        return standardError().map(error -> {
            double half = TDistribution.of(n() - 1).inverseSurvivalProbability(level.alpha() / 2) * error;
            double mean = moments.orElseThrow().mean();
            return new Interval(mean - half, mean + half, level);
        });
    }

    /** {@return the t statistic of the hypothesis that the mean is zero; none when all values are equal} */
    public Estimable<Double> tOfZeroMean() {
        if (n() > 1 && moments.orElseThrow().isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations are equal");
        }
        return standardError().map(error -> moments.orElseThrow().mean() / error);
    }

    /** {@return the two-sided p-value of the hypothesis that the mean is zero} */
    public Estimable<PValue> pOfZeroMean() {
        return tOfZeroMean().map(t -> TailProbability.studentT(t, n() - 1, Alternative.TWO_SIDED));
    }

    /** {@return the values present in ascending order, a copy} */
    public double[] sorted() {
        return sorted.clone();
    }
}
