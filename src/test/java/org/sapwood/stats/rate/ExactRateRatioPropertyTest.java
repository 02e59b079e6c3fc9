package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.rate.RandomRates.random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;

/** Exact tests of the ratio hold their size and agree with their limits. */
class ExactRateRatioPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    /** Over all ways to split the total, the exact p-values hold their size. */
    @ParameterizedTest
    @EnumSource(
            value = ExactRateRatio.Method.class,
            names = {"MINIMUM_LIKELIHOOD", "CENTRAL"})
    void exactTestsHoldTheirSize(ExactRateRatio.Method method) {
        int n = 13;
        double share = 1.5 * 4 / (1.5 * 4 + 7);
        double[] probability = new double[n + 1];
        double[] p = new double[n + 1];
        double choose = 1;
        for (int x = 0; x <= n; x++) {
            probability[x] = choose * StrictMath.pow(share, x) * StrictMath.pow(1 - share, n - x);
            choose *= (n - x) / (x + 1.0);
            p[x] = ExactRateRatio.of(RateComparison.of(x, 4, n - x, 7))
                    .orElseThrow()
                    .test(1.5, Alternative.TWO_SIDED, method)
                    .value();
        }
        for (int x = 0; x <= n; x++) {
            double size = 0;
            double unlikely = 0;
            for (int k = 0; k <= n; k++) {
                size += p[k] <= p[x] + 1e-12 ? probability[k] : 0;
                unlikely += probability[k] <= probability[x] * (1 + 1e-7) ? probability[k] : 0;
            }
            assertThat(size).isLessThanOrEqualTo(p[x] + 1e-12);
            if (method == ExactRateRatio.Method.MINIMUM_LIKELIHOOD) {
                assertThat(p[x]).isCloseTo(unlikely, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExactRateRatio.Method.class)
    void exactLimitsAreWhereTheTestsStartToReject(ExactRateRatio.Method method) {
        for (long seed = 1; seed <= 10; seed++) {
            ExactRateRatio exact = ExactRateRatio.of(random(seed)).orElseThrow();
            Interval two = exact.interval(Alternative.TWO_SIDED, method, LEVEL);
            assertThat(exact.test(two.lower(), Alternative.GREATER, method).value())
                    .isCloseTo(0.05, within(1e-9));
            assertThat(exact.test(two.upper(), Alternative.LESS, method).value())
                    .isCloseTo(0.05, within(1e-9));
            Interval less = exact.interval(Alternative.LESS, method, ConfidenceLevel.of(0.95));
            Interval greater = exact.interval(Alternative.GREATER, method, ConfidenceLevel.of(0.95));
            assertThat(less.lower()).isZero();
            assertThat(less.upper()).isCloseTo(two.upper(), within(1e-9 * two.upper()));
            assertThat(greater.upper()).isInfinite();
            assertThat(greater.lower()).isCloseTo(two.lower(), within(1e-9));
        }
    }
}
