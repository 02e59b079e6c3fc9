package org.sapwood.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;

class DistributionPropertyTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 3, 4.9, 5, 12, 200})
    void centredNoncentralTIsStudentsT(double df) {
        for (double t : new double[] {-3, 0, 0.5, 4}) {
            assertThat(new NoncentralT(df, 0).survivalProbability(t))
                    .isCloseTo(TDistribution.of(df).survivalProbability(t), within(1e-11));
            NoncentralT off = new NoncentralT(df, 1.3);
            assertThat(off.survivalProbability(t) + off.cumulativeProbability(t))
                    .isCloseTo(1, within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 7, 30})
    void rangeOfTwoIsTheRootOfTwoTimesT(double df) {
        for (double q : new double[] {0.5, 2, 6}) {
            assertThat(new StudentizedRange(2, df).survivalProbability(q))
                    .isCloseTo(2 * TDistribution.of(df).survivalProbability(q / Math.sqrt(2)), within(1e-11));
        }
    }

    @Test
    void quantilesInvertTails() {
        StudentizedRange range = new StudentizedRange(4, 11);
        assertThat(range.survivalProbability(range.inverseSurvivalProbability(0.03)))
                .isCloseTo(0.03, within(1e-12));
        assertThat(range.secantInverseSurvivalProbability(0.03))
                .isCloseTo(range.inverseSurvivalProbability(0.03), within(1e-4));
        ManyToOneMaximum maximum = ManyToOneMaximum.of(new double[] {0.5, 0.8}, 9);
        for (Alternative alternative : Alternative.values()) {
            for (double p : new double[] {0.01, 0.6, 0.97}) {
                double c = maximum.inverseSurvivalProbability(p, alternative);
                assertThat(maximum.survivalProbability(c, alternative)).isCloseTo(p, within(1e-11));
            }
        }
    }

    @Test
    void rangeAgreesWithThePrintedTable() {
        // Pearson and Hartley, Biometrika Tables for Statisticians, table 29, upper 5 % points.
        assertThat(new StudentizedRange(3, 10).inverseSurvivalProbability(0.05)).isCloseTo(3.88, within(0.005));
        assertThat(new StudentizedRange(3, Double.POSITIVE_INFINITY).inverseSurvivalProbability(0.05))
                .isCloseTo(3.31, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 16, 33})
    void quadratureIsExactForPolynomials(int n) {
        GaussLegendre rule = GaussLegendre.of(n);
        assertThat(rule.integrate(x -> x * x * x + x * x, 0, 2)).isCloseTo(4 + 8 / 3.0, within(1e-13));
        assertThat(rule.integrate(x -> x * x, -1, 5, 7)).isCloseTo(42, within(1e-12));
    }
}
