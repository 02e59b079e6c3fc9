package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variates have the distributions they claim: Kolmogorov's distance at fixed keys. */
class DrawsTest {
    private static final int N = 20_000;

    private static double distance(double[] sample, ContinuousDistribution distribution) {
        double[] x = sample.clone();
        java.util.Arrays.sort(x);
        double distance = 0;
        for (int i = 0; i < x.length; i++) {
            double f = distribution.cumulativeProbability(x[i]);
            distance = Math.max(distance, Math.max(f - (double) i / x.length, (i + 1.0) / x.length - f));
        }
        return distance;
    }

    @Test
    void normal() {
        double[] z = new RandomStreams(1, "normal").ofParameters(1, "").normals(N);
        // 1.95/sqrt(n) is exceeded once in a thousand
        assertThat(distance(z, NormalDistribution.of(0, 1))).isLessThan(1.95 / Math.sqrt(N));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40})
    void chiSquare(int df) {
        Draws draws = new RandomStreams(2, "chi-square").ofParameters(df, "");
        double[] x = new double[N];
        java.util.Arrays.setAll(x, i -> draws.chiSquare(df));
        assertThat(distance(x, ChiSquaredDistribution.of(df))).isLessThan(1.95 / Math.sqrt(N));
    }

    @Test
    void unitsOfOneImputationAreIndependent() {
        RandomStreams streams = new RandomStreams(3, "units");
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += streams.ofUnit(1, "S" + i).normal()
                    * streams.ofUnit(1, "S" + (i + 1)).normal();
        }
        assertThat(sum / N).isCloseTo(0, within(3.3 / Math.sqrt(N)));
    }
}
