package org.sapwood.stats.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class ExactLogisticPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static boolean[] flags(double[] y) {
        boolean[] flags = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            flags[i] = y[i] == 1;
        }
        return flags;
    }

    private static double[][] strata(BinaryTrial trial) {
        return trial.stratum.stream()
                .map(s -> new double[] {s.equals("SEVERE") ? 1 : 0})
                .toArray(double[][]::new);
    }

    private static ExactLogistic exact(boolean[] y, double[] x, double[][] z) {
        return ExactLogistic.of(y, x, z).orElseThrow();
    }

    /** All 2^n responses with the same number of events in each stratum, by their sum of x. */
    private static TreeMap<Double, Double> enumerated(boolean[] y, double[] x, double[][] z) {
        int n = y.length;
        double[] target = sums(y, x, z);
        TreeMap<Double, Double> counts = new TreeMap<>();
        for (int mask = 0; mask < 1 << n; mask++) {
            boolean[] other = new boolean[n];
            for (int i = 0; i < n; i++) {
                other[i] = (mask >> i & 1) == 1;
            }
            double[] s = sums(other, x, z);
            if (s[0] == target[0] && s[1] == target[1]) {
                counts.merge(s[2], 1.0, Double::sum);
            }
        }
        return counts;
    }

    private static double[] sums(boolean[] y, double[] x, double[][] z) {
        double[] s = new double[3];
        for (int i = 0; i < y.length; i++) {
            if (y[i]) {
                s[0]++;
                s[1] += z[i][0];
                s[2] += x[i];
            }
        }
        return s;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theConditionalDistributionIsTheEnumerationOfAllResponses(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 14);
        boolean[] y = flags(trial.event);
        double[][] z = strata(trial);
        TreeMap<Double, Double> counts = enumerated(y, trial.score, z);
        double observed = sums(y, trial.score, z)[2];
        double all = counts.values().stream().mapToDouble(v -> v).sum();
        double greater =
                counts.tailMap(observed).values().stream().mapToDouble(v -> v).sum() / all;
        double less = counts.headMap(observed, true).values().stream()
                        .mapToDouble(v -> v)
                        .sum()
                / all;
        double mean = 0;
        for (Map.Entry<Double, Double> e : counts.entrySet()) {
            mean += e.getKey() * e.getValue() / all;
        }
        double variance = 0;
        double far = 0;
        double unlikely = 0;
        for (Map.Entry<Double, Double> e : counts.entrySet()) {
            double p = e.getValue() / all;
            variance += (e.getKey() - mean) * (e.getKey() - mean) * p;
            far += Math.abs(e.getKey() - mean) >= Math.abs(observed - mean) - 1e-9 ? p : 0;
            unlikely += e.getValue() <= counts.get(observed) ? p : 0;
        }
        ExactLogistic exact = exact(y, trial.score, z);
        assertThat(exact.sufficientStatistic()).isEqualTo(observed);
        assertThat(exact.greater().value()).isCloseTo(greater, within(1e-12));
        assertThat(exact.less().value()).isCloseTo(less, within(1e-12));
        assertThat(exact.doubled().value()).isCloseTo(Math.min(1, 2 * Math.min(greater, less)), within(1e-12));
        assertThat(exact.scoreStatistic()).isCloseTo((observed - mean) * (observed - mean) / variance, within(1e-10));
        assertThat(exact.scoreTest().value()).isCloseTo(far, within(1e-12));
        double point = counts.get(observed) / all;
        assertThat(exact.midPScoreTest().value()).isCloseTo(far - point / 2, within(1e-12));
        assertThat(exact.probabilityTest().value()).isCloseTo(unlikely, within(1e-12));
        // both tails share the observed value
        assertThat(exact.greater().value() + exact.less().value() - point).isCloseTo(1, within(1e-12));
        // the estimate solves E(T) = t, the limits give each tail α/2
        assertThat(tilted(counts, exact.estimate(), observed)[0]).isCloseTo(observed, within(1e-8));
        Interval interval = exact.interval(LEVEL);
        assertThat(tilted(counts, interval.lower(), observed)[1]).isCloseTo(0.05, within(1e-9));
        assertThat(tilted(counts, interval.upper(), observed)[2]).isCloseTo(0.05, within(1e-9));
    }

    /** Mean, upper and lower tail of the distribution at a log odds ratio. */
    private static double[] tilted(TreeMap<Double, Double> counts, double beta, double observed) {
        double sum = 0;
        double[] result = new double[3];
        for (Map.Entry<Double, Double> e : counts.entrySet()) {
            double w = e.getValue() * StrictMath.exp(beta * (e.getKey() - observed));
            sum += w;
            result[0] += w * e.getKey();
            result[1] += e.getKey() >= observed ? w : 0;
            result[2] += e.getKey() <= observed ? w : 0;
        }
        return new double[] {result[0] / sum, result[1] / sum, result[2] / sum};
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theUnitAndSignOfTheCovariateAndTheEventMove(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 18);
        boolean[] y = flags(trial.event);
        boolean[] not = new boolean[18];
        for (int i = 0; i < 18; i++) {
            not[i] = !y[i];
        }
        double[][] z = strata(trial);
        ExactLogistic one = exact(y, trial.score, z);
        ExactLogistic finer =
                exact(y, Arrays.stream(trial.score).map(s -> s / 4 + 3).toArray(), z);
        ExactLogistic turned = exact(not, trial.score, z);
        assertThat(finer.estimate()).isCloseTo(4 * one.estimate(), within(1e-7));
        assertThat(finer.interval(LEVEL).upper())
                .isCloseTo(4 * one.interval(LEVEL).upper(), within(1e-6));
        assertThat(finer.probabilityTest().value())
                .isCloseTo(one.probabilityTest().value(), within(1e-12));
        assertThat(turned.estimate()).isCloseTo(-one.estimate(), within(1e-8));
        assertThat(turned.interval(LEVEL).lower())
                .isCloseTo(-one.interval(LEVEL).upper(), within(1e-7));
        assertThat(turned.greater().value()).isCloseTo(one.less().value(), within(1e-12));
        assertThat(turned.scoreTest().value()).isCloseTo(one.scoreTest().value(), within(1e-12));
        // One stratum is no stratum.
        assertThat(exact(y, trial.score, new double[18][1]).greater().value())
                .isCloseTo(exact(y, trial.score, new double[18][0]).greater().value(), within(1e-14));
    }

    /** Between the tails at α/2 lie the log odds ratios a doubled test would not reject; here zero. */
    @Test
    void theIntervalHoldsZeroWhenTheDoubledTestDoesNotReject() {
        for (long seed = 1; seed <= 25; seed++) {
            BinaryTrial trial = new BinaryTrial(seed, 16);
            ExactLogistic exact = exact(flags(trial.event), trial.score, strata(trial));
            assertThat(exact.interval(LEVEL).contains(0))
                    .isEqualTo(exact.doubled().value() > LEVEL.alpha());
        }
    }

    @Test
    void degenerateDataSayWhy() {
        double[] x = {1, 2, 3, 4};
        boolean[] y = {true, false, true, false};
        assertThat(reason(ExactLogistic.of(new boolean[0], new double[0], new double[0][])))
                .isEqualTo(Reason.EMPTY_GROUP);
        // nobody has the event, or all covariates are equal, or each subject is a stratum of its own
        assertThat(reason(ExactLogistic.of(new boolean[4], x, new double[4][0])))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(ExactLogistic.of(y, new double[4], new double[4][0])))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        double[][] own = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}};
        assertThat(reason(ExactLogistic.of(y, x, own))).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(ExactLogistic.of(new boolean[] {true}, new double[] {2}, new double[1][0])))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThatThrownBy(() -> ExactLogistic.of(y, new double[3], new double[4][0]))
                .hasMessageContaining("4, 3 and 4");
        assertThatThrownBy(() -> ExactLogistic.of(y, x, new double[5][0])).hasMessageContaining("4, 4 and 5");
        assertThatThrownBy(() -> ExactLogistic.of(y, new double[] {1, 2, 3, Math.PI}, new double[4][0]))
                .hasMessageContaining("six decimals");
        assertThat(ExactLogistic.of(y, new double[] {1, 2, 3, 0.123456}, new double[4][0])
                        .isEstimable())
                .isTrue();
    }
}
