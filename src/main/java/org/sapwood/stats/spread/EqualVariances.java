package org.sapwood.stats.spread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.inference.FTest;
import org.sapwood.stats.location.OneWayAnova;
import org.sapwood.stats.location.TwoSampleT.Variances;
import org.sapwood.stats.rank.Midranks;

/** Tests that two or more groups have one variance. */
public final class EqualVariances {
    /** What Levene's deviations are taken from. */
    public enum Centre {
        /** The group mean: Levene (1960). */
        MEAN,
        /** The group median: Brown and Forsythe (1974). */
        MEDIAN
    }

    private static final String CONSTANT = "the observations of every group are equal";

    private EqualVariances() {}

    /**
     * Levene's test: one-way analysis of variance of the absolute deviations from the group's centre.
     *
     * @param groups samples, finite values; none empty
     * @param centre mean or median
     * @return the test; none with fewer than two groups, or when the deviations do not vary within groups
     */
    public static Estimable<FTest> levene(List<double[]> groups, Centre centre) {
        List<Moments> deviations = new ArrayList<>();
        for (double[] group : groups) {
            double middle = centre == Centre.MEAN ? Moments.of(group).mean() : median(group);
            deviations.add(Moments.of(
                    Arrays.stream(group).map(x -> Math.abs(x - middle)).toArray()));
        }
        return OneWayAnova.of(deviations, Variances.EQUAL);
    }

    /**
     * Bartlett's test for normal samples: with {@code v_i = n_i − 1}, {@code v = Σ v_i} and the pooled variance s²,
     * {@code (v log s² − Σ v_i log s_i²) / (1 + (Σ 1/v_i − 1/v) / (3(k − 1)))}.
     *
     * @param groups moments of the samples
     * @return the test; none when a group has one observation or does not vary
     */
    public static Estimable<ChiSquareTest> bartlett(List<Moments> groups) {
        int k = groups.size();
        if (k < 2) {
            return Estimable.not(Reason.EMPTY_GROUP, "needs two groups with observations, found " + k);
        }
        double v = 0;
        double squares = 0;
        double logs = 0;
        double reciprocals = 0;
        for (Moments group : groups) {
            if (group.n() < 2) {
                return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "a group has one observation and no variance");
            }
            if (group.isConstant()) {
                return Estimable.not(Reason.ZERO_VARIANCE, "the observations of a group are equal");
            }
            double df = group.n() - 1;
            v += df;
            squares += group.sumOfSquares();
            logs += df * StrictMath.log(group.sumOfSquares() / df);
            reciprocals += 1 / df;
        }
        double statistic = (v * StrictMath.log(squares / v) - logs) / (1 + (reciprocals - 1 / v) / (3 * (k - 1)));
        return Estimable.of(ChiSquareTest.of(Math.max(0, statistic), k - 1));
    }

    /**
     * The Fligner-Killeen test: the absolute deviations from the group medians are ranked together, a rank r becomes the
     * normal score {@code Φ⁻¹((1 + r/(N + 1))/2)}, and the group means of the scores are compared. Deviations are
     * subtracted in binary, as R does; two that are equal on paper may differ in their last bit and then are no tie.
     *
     * @param groups samples, finite values; none empty
     * @return the test; none with fewer than two groups or when all deviations are equal
     */
    public static Estimable<ChiSquareTest> flignerKilleen(List<double[]> groups) {
        int k = groups.size();
        if (k < 2) {
            return Estimable.not(Reason.EMPTY_GROUP, "needs two groups with observations, found " + k);
        }
        double[] deviations = groups.stream()
                .flatMapToDouble(group -> {
                    double median = median(group);
                    return Arrays.stream(group).map(x -> Math.abs(x - median));
                })
                .toArray();
        int n = deviations.length;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] scores = Arrays.stream(Midranks.of(deviations).ranks())
                .map(rank -> normal.inverseCumulativeProbability((1 + rank / (n + 1.0)) / 2))
                .toArray();
        Moments all = Moments.of(scores);
        if (all.isConstant()) {
            return Estimable.not(Reason.ZERO_VARIANCE, CONSTANT);
        }
        double between = 0;
        int start = 0;
        for (double[] group : groups) {
            double sum = 0;
            for (int i = start; i < start + group.length; i++) {
                sum += scores[i] - all.mean();
            }
            between += sum * sum / group.length;
            start += group.length;
        }
        return Estimable.of(ChiSquareTest.of(between / (all.sumOfSquares() / (n - 1)), k - 1));
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
