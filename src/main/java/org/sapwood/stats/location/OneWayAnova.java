package org.sapwood.stats.location;

import java.util.List;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.descriptive.Moments;
import org.sapwood.stats.inference.FTest;

/**
 * The test that several means are equal. {@code EQUAL} variances: the classical ratio of mean squares. {@code UNEQUAL}:
 * Welch (1951), each mean weighted by {@code w = n / s²}.
 */
public final class OneWayAnova {
    private OneWayAnova() {}

    /**
     * Tests equality of means.
     *
     * @param groups moments of two or more groups; empty groups are left out by the caller
     * @param variances what is assumed
     * @return the test; none with fewer than two groups, no residual degrees of freedom or no residual variance
     */
    public static Estimable<FTest> of(List<Moments> groups, TwoSampleT.Variances variances) {
        if (groups.size() < 2) {
            return Estimable.not(Reason.EMPTY_GROUP, "needs two groups with observations, found " + groups.size());
        }
        return variances == TwoSampleT.Variances.EQUAL ? classical(groups) : welch(groups);
    }

    private static Estimable<FTest> classical(List<Moments> groups) {
        int k = groups.size();
        double n = groups.stream().mapToInt(Moments::n).sum();
        if (n <= k) {
            return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "no group has two observations");
        }
        if (groups.stream().allMatch(Moments::isConstant)) {
            return Estimable.not(Reason.ZERO_VARIANCE, "all observations within each group are equal");
        }
        double grandMean = groups.stream().mapToDouble(g -> g.n() * g.mean()).sum() / n;
        double between = groups.stream()
                .mapToDouble(g -> g.n() * (g.mean() - grandMean) * (g.mean() - grandMean))
                .sum();
        double within = groups.stream().mapToDouble(Moments::sumOfSquares).sum();
        return Estimable.of(FTest.of(between / (k - 1) / (within / (n - k)), k - 1, n - k));
    }

    private static Estimable<FTest> welch(List<Moments> groups) {
        int k = groups.size();
        for (Moments group : groups) {
            if (group.n() < 2) {
                return Estimable.not(Reason.TOO_FEW_OBSERVATIONS, "a group has one observation and no variance");
            }
            if (group.isConstant()) {
                return Estimable.not(Reason.ZERO_VARIANCE, "all observations of a group are equal");
            }
        }
        double[] w = groups.stream()
                .mapToDouble(g -> g.n() * (g.n() - 1) / g.sumOfSquares())
                .toArray();
        double total = 0;
        double weightedMean = 0;
        for (int i = 0; i < k; i++) {
            total += w[i];
            weightedMean += w[i] * groups.get(i).mean();
        }
        weightedMean /= total;
        double between = 0;
        double lambda = 0;
        for (int i = 0; i < k; i++) {
            double deviation = groups.get(i).mean() - weightedMean;
            between += w[i] * deviation * deviation;
            double share = 1 - w[i] / total;
            lambda += share * share / (groups.get(i).n() - 1);
        }
        lambda /= (double) k * k - 1;
        double f = between / ((k - 1) * (1 + 2 * (k - 2) * lambda));
        return Estimable.of(FTest.of(f, k - 1, 1 / (3 * lambda)));
    }
}
