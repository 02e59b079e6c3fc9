package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.rate.PoissonRate.IntervalMethod;

/** One rate: intervals against the tests they invert, their equations and the change of unit. */
class PoissonRatePropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @ParameterizedTest
    @EnumSource(IntervalMethod.class)
    void aRateIsPerUnitOfExposure(IntervalMethod method) {
        for (long x = 0; x <= 30; x++) {
            Estimable<Interval> years = new PoissonRate(x, 8).interval(method, LEVEL);
            Estimable<Interval> quarters = new PoissonRate(x, 32).interval(method, LEVEL);
            assertThat(quarters.map(i -> 4 * i.lower())).isEqualTo(years.map(Interval::lower));
            assertThat(quarters.map(i -> 4 * i.upper())).isEqualTo(years.map(Interval::upper));
            if (years.isEstimable()) {
                assertThat(years.orElseThrow().contains(x / 8.0)).isTrue();
            }
        }
    }

    /** Exact limits are where the one-sided tests at α/2 begin to reject. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 25})
    void theExactLimitsAreWhereTheOneSidedTestsStartToReject(long x) {
        PoissonRate rate = new PoissonRate(x, 10);
        Interval exact = rate.interval(IntervalMethod.EXACT, LEVEL).orElseThrow();
        assertThat(rate.exactTest(exact.lower(), Alternative.GREATER).value()).isCloseTo(0.05, within(1e-12));
        assertThat(rate.exactTest(exact.upper(), Alternative.LESS).value()).isCloseTo(0.05, within(1e-12));
        Interval mid = rate.interval(IntervalMethod.MIDP, LEVEL).orElseThrow();
        assertThat(exact.contains(mid.lower()) && exact.contains(mid.upper())).isTrue();
        // Half the point belongs to the tail.
        double point = point(x, 10 * mid.lower());
        assertThat(rate.exactTest(mid.lower(), Alternative.GREATER).value() - point / 2)
                .isCloseTo(0.05, within(1e-10));
        point = point(x, 10 * mid.upper());
        assertThat(rate.exactTest(mid.upper(), Alternative.LESS).value() - point / 2)
                .isCloseTo(0.05, within(1e-10));
        assertThat(rate.interval(IntervalMethod.BYAR, LEVEL).orElseThrow().lower())
                .isCloseTo(exact.lower(), within(0.05 * exact.upper()));
        assertThat(rate.interval(IntervalMethod.BYAR, LEVEL).orElseThrow().upper())
                .isCloseTo(exact.upper(), within(0.02 * exact.upper()));
    }

    private static double point(long k, double mean) {
        double p = StrictMath.exp(-mean);
        for (int i = 1; i <= k; i++) {
            p *= mean / i;
        }
        return p;
    }

    /** No event: P(X = 0) = exp(−mean) is the whole story. */
    @Test
    void withoutEventsTheLimitIsALogarithm() {
        PoissonRate none = new PoissonRate(0, 1);
        assertThat(none.interval(IntervalMethod.EXACT, LEVEL).orElseThrow().upper())
                .isCloseTo(-StrictMath.log(0.05), within(1e-12));
        assertThat(none.interval(IntervalMethod.EXACT, LEVEL).orElseThrow().lower())
                .isZero();
        assertThat(none.interval(IntervalMethod.MIDP, LEVEL).orElseThrow().upper())
                .isCloseTo(-StrictMath.log(0.1), within(1e-12));
        assertThat(none.interval(IntervalMethod.MIDP, LEVEL).orElseThrow().lower())
                .isZero();
        assertThat(none.interval(IntervalMethod.BYAR, LEVEL).orElseThrow().lower())
                .isZero();
        assertThat(reason(none.interval(IntervalMethod.LOG_WALD, LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(none.exactTest(2, Alternative.LESS).value()).isCloseTo(StrictMath.exp(-2), within(1e-15));
        assertThat(none.exactTest(2, Alternative.GREATER).value()).isEqualTo(1);
        assertThat(none.exactTest(0, Alternative.TWO_SIDED).value()).isEqualTo(1);
        assertThat(new PoissonRate(3, 1).exactTest(0, Alternative.GREATER).value())
                .isZero();
        assertThat(new PoissonRate(3, 1).exactTest(0, Alternative.LESS).value()).isEqualTo(1);
    }

    @Test
    void scoreAndWaldLimitsSolveTheirEquations() {
        double z = 1.6448536269514722;
        for (long x = 1; x <= 12; x++) {
            Interval score =
                    new PoissonRate(x, 1).interval(IntervalMethod.SCORE, LEVEL).orElseThrow();
            for (double limit : new double[] {score.lower(), score.upper()}) {
                assertThat((x - limit) * (x - limit)).isCloseTo(z * z * limit, within(1e-10));
            }
            Interval wald =
                    new PoissonRate(x, 1).interval(IntervalMethod.WALD, LEVEL).orElseThrow();
            assertThat((wald.upper() - wald.lower()) / 2).isCloseTo(z * Math.sqrt(x), within(1e-12));
            Interval log = new PoissonRate(x, 1)
                    .interval(IntervalMethod.LOG_WALD, LEVEL)
                    .orElseThrow();
            assertThat(log.lower() * log.upper()).isCloseTo(x * x, within(1e-10));
            assertThat(StrictMath.log(log.upper() / x)).isCloseTo(z / Math.sqrt(x), within(1e-13));
        }
    }

    /** All counts no more likely than the observed one, added up one by one. */
    @Test
    void theTwoSidedTestAddsUpTheUnlikelyCounts() {
        for (double mean : new double[] {0.3, 1.7, 4, 9.25}) {
            for (long x = 0; x <= 20; x++) {
                double bound = point(x, mean);
                double sum = 0;
                for (int k = 0; k <= 120; k++) {
                    sum += point(k, mean) <= bound * (1 + 1e-7) ? point(k, mean) : 0;
                }
                assertThat(new PoissonRate(x, 1)
                                .exactTest(mean, Alternative.TWO_SIDED)
                                .value())
                        .as("x %d, mean %s", x, mean)
                        .isCloseTo(sum, within(1e-12));
            }
        }
    }
}
