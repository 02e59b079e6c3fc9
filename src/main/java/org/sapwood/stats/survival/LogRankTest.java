package org.sapwood.stats.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;
import org.sapwood.stats.inference.ChiSquareTest;
import org.sapwood.stats.inference.TailProbability;

/**
 * The weighted log-rank test of k ≥ 2 groups, stratified or not. In each stratum and at each event time, with n at risk
 * (n_j of group j) and d events (d_j of group j), the score is {@code U_j = Σ w (d_j − d n_j/n)} and its variance the
 * hypergeometric {@code V_jl = Σ w² d (n − d)/(n − 1) · (n_j/n)(δ_jl − n_l/n)}. The statistic is the quadratic form of U in the
 * inverse of V, without the last group, on k − 1 degrees of freedom.
 *
 * <p>Source: Mantel N (1966), Cancer Chemother Rep 50:163–170; Fleming TR, Harrington DP (1991), Counting Processes and
 * Survival Analysis, chapter 7.
 */
public final class LogRankTest {
    private final int groups;
    private final double[] observed;
    private final double[] expected;
    private final double[] score;
    private final double[][] variance;

    private LogRankTest(int groups) {
        this.groups = groups;
        this.observed = new double[groups];
        this.expected = new double[groups];
        this.score = new double[groups];
        this.variance = new double[groups][groups];
    }

    /**
     * Compares groups within strata.
     *
     * @param times observed times, finite and not negative
     * @param events whether each ended in an event
     * @param group index of each subject's group, 0 to {@code groups - 1}
     * @param groups k, at least 2
     * @param stratum any number per subject; equal numbers are one stratum
     * @param weight the weight of each event time, computed within the stratum
     * @return the sums of the test
     */
    public static LogRankTest stratified(
            double[] times, boolean[] events, int[] group, int groups, int[] stratum, LogRankWeight weight) {
        int n = times.length;
        if (events.length != n || group.length != n || stratum.length != n) {
            throw new IllegalArgumentException("expected arrays of one length, found " + n + ", " + events.length + ", "
                    + group.length + " and " + stratum.length);
        }
        if (groups < 2) {
            throw new IllegalArgumentException("expected at least 2 groups, found " + groups);
        }
        Map<Integer, List<Integer>> strata = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            if (group[i] < 0 || group[i] >= groups) {
                throw new IllegalArgumentException(
                        "expected a group from 0 to " + (groups - 1) + ", found " + group[i]);
            }
            strata.computeIfAbsent(stratum[i], key -> new ArrayList<>()).add(i);
        }
        LogRankTest test = new LogRankTest(groups);
        strata.values().forEach(members -> test.add(members, times, events, group, weight));
        return test;
    }

    /**
     * Compares groups without strata.
     *
     * @param times observed times, finite and not negative
     * @param events whether each ended in an event
     * @param group index of each subject's group, 0 to {@code groups - 1}
     * @param groups k, at least 2
     * @param weight the weight of each event time
     * @return the sums of the test
     */
    public static LogRankTest of(double[] times, boolean[] events, int[] group, int groups, LogRankWeight weight) {
        return stratified(times, events, group, groups, new int[times.length], weight);
    }

    private void add(List<Integer> members, double[] times, boolean[] events, int[] group, LogRankWeight weight) {
        SurvivalSample pooled = sample(members, times, events);
        List<SurvivalSample> byGroup = new ArrayList<>();
        for (int j = 0; j < groups; j++) {
            int wanted = j;
            byGroup.add(sample(members.stream().filter(i -> group[i] == wanted).toList(), times, events));
        }
        int[] next = new int[groups];
        double survival = 1;
        double peto = 1;
        for (SurvivalSample.EventTime e : pooled.eventTimes()) {
            double n = e.atRisk();
            double d = e.events();
            peto *= 1 - d / (n + 1);
            double w = weight.at(n, survival, peto);
            double[] share = new double[groups];
            for (int j = 0; j < groups; j++) {
                SurvivalSample own = byGroup.get(j);
                share[j] = own.atRisk(e.time()) / n;
                double dj = 0;
                if (next[j] < own.eventTimes().size()
                        && own.eventTimes().get(next[j]).time() == e.time()) {
                    dj = own.eventTimes().get(next[j]++).events();
                }
                observed[j] += dj;
                expected[j] += d * share[j];
                score[j] += w * (dj - d * share[j]);
            }
            if (n > 1) {
                double c = w * w * d * (n - d) / (n - 1);
                for (int j = 0; j < groups; j++) {
                    for (int l = 0; l < groups; l++) {
                        variance[j][l] += c * share[j] * ((j == l ? 1 : 0) - share[l]);
                    }
                }
            }
            survival *= (n - d) / n;
        }
    }

    private static SurvivalSample sample(List<Integer> members, double[] times, boolean[] events) {
        double[] t = new double[members.size()];
        boolean[] e = new boolean[t.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = times[members.get(i)];
            e[i] = events[members.get(i)];
        }
        return SurvivalSample.of(t, e);
    }

    /** {@return events by group, unweighted} */
    public double[] observed() {
        return observed.clone();
    }

    /** {@return expected events by group, unweighted} */
    public double[] expected() {
        return expected.clone();
    }

    /** {@return the weighted observed minus expected events by group; they sum to 0} */
    public double[] score() {
        return score.clone();
    }

    /** {@return the covariance of the scores; its rows sum to 0} */
    public double[][] variance() {
        double[][] copy = new double[groups][];
        for (int j = 0; j < groups; j++) {
            copy[j] = variance[j].clone();
        }
        return copy;
    }

    /** {@return the chi-square test that all groups have one survival curve} */
    public Estimable<ChiSquareTest> chiSquare() {
        int df = groups - 1;
        for (int j = 0; j < groups; j++) {
            if (!(variance[j][j] > 0)) {
                return Estimable.not(
                        Reason.ZERO_VARIANCE,
                        "group " + (j + 1) + " is never at risk together with another at an event");
            }
        }
        double[][] v = new double[df][df];
        double[] u = new double[df];
        for (int j = 0; j < df; j++) {
            u[j] = score[j];
            System.arraycopy(variance[j], 0, v[j], 0, df);
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(v, false), 1e-12 * variance[0][0]);
        if (!qr.getSolver().isNonSingular()) {
            return Estimable.not(Reason.ZERO_VARIANCE, "the covariance of the scores is singular");
        }
        ArrayRealVector scores = new ArrayRealVector(u);
        double statistic = Math.max(0, scores.dotProduct(qr.getSolver().solve(scores)));
        return Estimable.of(ChiSquareTest.of(statistic, df));
    }

    /**
     * The signed statistic for two groups, second group's score over its standard error: negative when the second group has
     * fewer events than expected.
     *
     * @return z, whose square is the chi-square statistic
     * @throws IllegalStateException when there are more than two groups
     */
    public Estimable<Double> z() {
        if (groups != 2) {
            throw new IllegalStateException("a signed statistic needs two groups, found " + groups);
        }
        return variance[1][1] > 0
                ? Estimable.of(score[1] / Math.sqrt(variance[1][1]))
                : Estimable.not(Reason.ZERO_VARIANCE, "the two groups are never at risk together at an event");
    }

    /**
     * The p-value of {@link #z()} for two groups.
     *
     * @param alternative {@code GREATER}: the second group has the higher hazard
     * @return the p-value
     * @throws IllegalStateException when there are more than two groups
     */
    public Estimable<PValue> pValue(Alternative alternative) {
        return z().map(z -> TailProbability.normal(z, alternative));
    }
}
