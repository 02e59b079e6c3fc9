package org.sapwood.stats.descriptive;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Summaries that resist outliers. All take at least one value and leave it unmodified. */
public final class RobustSummary {
    private static final double NORMAL_QUARTILE = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.75);

    private RobustSummary() {}

    /**
     * The interquartile range.
     *
     * @param x at least one value
     * @param definition how the quartiles are taken
     * @return third minus first quartile
     */
    public static double interquartileRange(double[] x, QuantileDefinition definition) {
        double[] sorted = sorted(x);
        return definition.quantile(sorted, 0.75) - definition.quantile(sorted, 0.25);
    }

    /**
     * The median absolute deviation from the median, unscaled.
     *
     * @param x at least one value
     * @return the deviation, 0 when more than half the values are equal
     */
    public static double medianAbsoluteDeviation(double... x) {
        double[] sorted = sorted(x);
        double median = QuantileDefinition.DEFAULT.quantile(sorted, 0.5);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(sorted);
        return QuantileDefinition.DEFAULT.quantile(sorted, 0.5);
    }

    /**
     * The median absolute deviation times 1.4826 (R's rounding of {@code 1 / Φ⁻¹(3/4)}), which estimates the standard
     * deviation of a normal sample.
     *
     * @param x at least one value
     * @return the scaled deviation
     */
    public static double scaledMedianAbsoluteDeviation(double... x) {
        return medianAbsoluteDeviation(x) * Math.round(1e4 / NORMAL_QUARTILE) / 1e4;
    }

    /**
     * Tukey's five numbers: minimum, lower hinge, median, upper hinge, maximum. The hinges are the medians of the halves,
     * both holding the middle value when n is odd.
     *
     * @param x at least one value
     * @return five numbers in ascending order
     */
    public static double[] tukeyFiveNumbers(double... x) {
        double[] sorted = sorted(x);
        int n = sorted.length;
        double hinge = Math.floor((n + 3) / 2.0) / 2;
        double[] depths = {1, hinge, (n + 1) / 2.0, n + 1 - hinge, n};
        double[] five = new double[5];
        for (int i = 0; i < 5; i++) {
            five[i] = 0.5 * (sorted[(int) Math.floor(depths[i]) - 1] + sorted[(int) Math.ceil(depths[i]) - 1]);
        }
        return five;
    }

    /**
     * The mean after {@code floor(n · fraction)} values are cut from each end.
     *
     * @param x at least one value
     * @param fraction cut from each end, in [0, 0.5]; at 0.5 the median
     * @return the trimmed mean
     * @throws IllegalArgumentException when the fraction lies outside [0, 0.5]
     */
    public static double trimmedMean(double[] x, double fraction) {
        if (!(fraction >= 0 && fraction <= 0.5)) {
            throw new IllegalArgumentException("trimmed fraction must lie in [0, 0.5], found " + fraction);
        }
        double[] sorted = sorted(x);
        if (fraction == 0.5) {
            return QuantileDefinition.DEFAULT.quantile(sorted, 0.5);
        }
        int cut = (int) Math.floor(sorted.length * fraction);
        return DecimalSum.mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
