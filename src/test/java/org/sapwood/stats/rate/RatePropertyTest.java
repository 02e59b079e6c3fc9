package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.rate.PoissonRate.IntervalMethod;

class RatePropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static Reason reason(Estimable<?> estimable) {
        return ((Estimable.NotEstimable<?>) estimable).reason();
    }

    private static RateComparison random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return RateComparison.of(
                1 + random.nextInt(20), 5 + random.nextInt(30), 1 + random.nextInt(20), 5 + random.nextInt(30));
    }

    private static RateComparison swapped(RateComparison rates) {
        return new RateComparison(rates.second(), rates.first());
    }

    private static RateComparison inAnotherUnit(RateComparison rates, double factor) {
        return RateComparison.of(
                rates.first().events(),
                factor * rates.first().exposure(),
                rates.second().events(),
                factor * rates.second().exposure());
    }

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void swappedGroupsTurnTheDifferenceAndInvertTheRatio(long seed) {
        RateComparison rates = random(seed);
        RateComparison turned = swapped(rates);
        assertThat(turned.difference()).isEqualTo(-rates.difference());
        assertThat(turned.ratio().orElseThrow() * rates.ratio().orElseThrow()).isCloseTo(1, within(1e-14));
        WaldZ difference = rates.waldDifference(LEVEL).orElseThrow();
        assertThat(turned.waldDifference(LEVEL).orElseThrow().z()).isCloseTo(-difference.z(), within(1e-13));
        WaldZ log = rates.waldLogRatio(LEVEL).orElseThrow();
        assertThat(turned.waldLogRatio(LEVEL).orElseThrow().estimate()).isCloseTo(-log.estimate(), within(1e-14));
        assertThat(turned.waldLogRatio(LEVEL).orElseThrow().standardError())
                .isCloseTo(log.standardError(), within(1e-15));
        Interval score = rates.scoreRatioInterval(LEVEL).orElseThrow();
        Interval inverse = turned.scoreRatioInterval(LEVEL).orElseThrow();
        assertThat(score.lower() * inverse.upper()).isCloseTo(1, within(1e-12));
        assertThat(score.upper() * inverse.lower()).isCloseTo(1, within(1e-12));
        Interval scoreDifference = rates.scoreDifferenceInterval(LEVEL);
        assertThat(turned.scoreDifferenceInterval(LEVEL).lower()).isCloseTo(-scoreDifference.upper(), within(1e-12));
        assertThat(turned.scoreDifferenceInterval(LEVEL).upper()).isCloseTo(-scoreDifference.lower(), within(1e-12));
        for (ExactRateRatio.Method method : ExactRateRatio.Method.values()) {
            ExactRateRatio one = ExactRateRatio.of(rates).orElseThrow();
            ExactRateRatio two = ExactRateRatio.of(turned).orElseThrow();
            assertThat(one.estimate() * two.estimate()).isCloseTo(1, within(1e-14));
            assertThat(two.test(0.8, Alternative.TWO_SIDED, method).value())
                    .isCloseTo(one.test(1 / 0.8, Alternative.TWO_SIDED, method).value(), within(1e-12));
            assertThat(two.test(1, Alternative.LESS, method).value())
                    .isCloseTo(one.test(1, Alternative.GREATER, method).value(), within(1e-12));
            Interval i = one.interval(Alternative.TWO_SIDED, method, LEVEL);
            Interval j = two.interval(Alternative.TWO_SIDED, method, LEVEL);
            assertThat(i.lower() * j.upper()).isCloseTo(1, within(1e-9));
            assertThat(i.upper() * j.lower()).isCloseTo(1, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theUnitOfExposureMovesOnlyTheDifference(long seed) {
        RateComparison rates = random(seed);
        RateComparison other = inAnotherUnit(rates, 12);
        assertThat(12 * other.difference()).isCloseTo(rates.difference(), within(1e-14));
        assertThat(other.waldDifference(LEVEL).orElseThrow().z())
                .isCloseTo(rates.waldDifference(LEVEL).orElseThrow().z(), within(1e-12));
        assertThat(12 * other.scoreDifferenceInterval(LEVEL).upper())
                .isCloseTo(rates.scoreDifferenceInterval(LEVEL).upper(), within(1e-11));
        assertThat(other.scoreRatioInterval(LEVEL).orElseThrow().lower())
                .isCloseTo(rates.scoreRatioInterval(LEVEL).orElseThrow().lower(), within(1e-12));
        assertThat(ExactRateRatio.of(other)
                        .orElseThrow()
                        .interval(Alternative.TWO_SIDED, ExactRateRatio.Method.MIDP, LEVEL)
                        .upper())
                .isCloseTo(
                        ExactRateRatio.of(rates)
                                .orElseThrow()
                                .interval(Alternative.TWO_SIDED, ExactRateRatio.Method.MIDP, LEVEL)
                                .upper(),
                        within(1e-10));
    }

    /** The score limits of the ratio solve (r₁ − φ r₂)² = z² φ (x₁ + x₂)/(T₁T₂). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theScoreLimitsOfTheRatioSolveTheirEquation(long seed) {
        RateComparison rates = random(seed);
        double z = 1.6448536269514722;
        double t = rates.first().exposure() * rates.second().exposure();
        double n = rates.first().events() + rates.second().events();
        Interval interval = rates.scoreRatioInterval(LEVEL).orElseThrow();
        for (double phi : new double[] {interval.lower(), interval.upper()}) {
            double miss = rates.first().estimate() - phi * rates.second().estimate();
            assertThat(miss * miss).isCloseTo(z * z * phi * n / t, within(1e-11 * (1 + phi)));
        }
    }

    /**
     * The limits δ of the difference, checked on the restricted likelihood itself: the rates there beat their neighbours
     * with the same difference, and the standardised distance is z.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theScoreLimitsOfTheDifferenceComeFromTheRestrictedMaximum(long seed) {
        RateComparison rates = random(seed);
        Interval interval = rates.scoreDifferenceInterval(LEVEL);
        for (double delta : new double[] {interval.lower(), interval.upper()}) {
            double best = Double.NEGATIVE_INFINITY;
            double rho = 0;
            for (int i = 1; i <= 200_000; i++) {
                double second = Math.max(0, -delta) + i * 2e-5;
                double value = logLikelihood(rates, second + delta, second);
                if (value > best) {
                    best = value;
                    rho = second;
                }
            }
            double variance = (rho + delta) / rates.first().exposure()
                    + rho / rates.second().exposure();
            assertThat(Math.abs(rates.difference() - delta) / Math.sqrt(variance))
                    .isCloseTo(1.6448536269514722, within(1e-4));
        }
    }

    private static double logLikelihood(RateComparison rates, double first, double second) {
        return rates.first().events() * StrictMath.log(first)
                - first * rates.first().exposure()
                + rates.second().events() * StrictMath.log(second)
                - second * rates.second().exposure();
    }

    @Test
    void differencesWithoutEventsInAGroup() {
        RateComparison oneSided = RateComparison.of(0, 10, 4, 10);
        Interval interval = oneSided.scoreDifferenceInterval(LEVEL);
        assertThat(interval.contains(-0.4)).isTrue();
        assertThat(interval.contains(0)).isFalse();
        Interval nothing = RateComparison.of(0, 10, 0, 10).scoreDifferenceInterval(LEVEL);
        // without events ρ₁ = δ, ρ₂ = 0: δ = z √(δ/10), so δ = z²/10
        assertThat(nothing.upper()).isCloseTo(1.6448536269514722 * 1.6448536269514722 / 10, within(1e-12));
        assertThat(nothing.lower()).isCloseTo(-nothing.upper(), within(1e-12));
    }

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

    @Test
    void oneStratumIsUnstratified() {
        for (long seed = 1; seed <= 6; seed++) {
            RateComparison rates = random(seed);
            StratifiedRates one = new StratifiedRates(List.of(rates));
            assertThat(one.difference(LEVEL).orElseThrow().estimate()).isCloseTo(rates.difference(), within(1e-14));
            assertThat(one.difference(LEVEL).orElseThrow().standardError())
                    .isCloseTo(rates.waldDifference(LEVEL).orElseThrow().standardError(), within(1e-14));
            assertThat(one.logRatio(LEVEL).orElseThrow().ratio())
                    .isCloseTo(rates.ratio().orElseThrow(), within(1e-12));
            // Greenland and Robins in one stratum: (x₁ + x₂)/(x₁x₂) = 1/x₁ + 1/x₂
            assertThat(one.logRatio(LEVEL).orElseThrow().standardError())
                    .isCloseTo(rates.waldLogRatio(LEVEL).orElseThrow().standardError(), within(1e-13));
        }
    }

    @Test
    void strataIgnoreTheirOrderAndDoubleWithTheirData() {
        List<RateComparison> strata = List.of(random(1), random(2), random(3));
        StratifiedRates one = new StratifiedRates(strata);
        StratifiedRates moved = new StratifiedRates(List.of(random(3), random(1), random(2)));
        StratifiedRates turned = new StratifiedRates(
                strata.stream().map(RatePropertyTest::swapped).toList());
        StratifiedRates twice =
                new StratifiedRates(List.of(random(1), random(2), random(3), random(3), random(2), random(1)));
        WaldZ ratio = one.logRatio(LEVEL).orElseThrow();
        WaldZ difference = one.difference(LEVEL).orElseThrow();
        assertThat(moved.logRatio(LEVEL).orElseThrow().z()).isCloseTo(ratio.z(), within(1e-12));
        assertThat(moved.difference(LEVEL).orElseThrow().z()).isCloseTo(difference.z(), within(1e-12));
        assertThat(turned.logRatio(LEVEL).orElseThrow().estimate()).isCloseTo(-ratio.estimate(), within(1e-13));
        assertThat(turned.logRatio(LEVEL).orElseThrow().standardError())
                .isCloseTo(ratio.standardError(), within(1e-13));
        assertThat(turned.difference(LEVEL).orElseThrow().z()).isCloseTo(-difference.z(), within(1e-12));
        assertThat(twice.logRatio(LEVEL).orElseThrow().estimate()).isCloseTo(ratio.estimate(), within(1e-13));
        assertThat(twice.logRatio(LEVEL).orElseThrow().standardError() * Math.sqrt(2))
                .isCloseTo(ratio.standardError(), within(1e-13));
        assertThat(twice.difference(LEVEL).orElseThrow().standardError() * Math.sqrt(2))
                .isCloseTo(difference.standardError(), within(1e-13));
    }

    /** Times 2 and 2 in both strata: weights 1; rates 1, 2 | 3, 1; difference (−1 + 2)/2. */
    @Test
    void mantelHaenszelByHand() {
        StratifiedRates strata =
                new StratifiedRates(List.of(RateComparison.of(2, 2, 4, 2), RateComparison.of(6, 2, 2, 2)));
        WaldZ difference = strata.difference(LEVEL).orElseThrow();
        assertThat(difference.estimate()).isCloseTo(0.5, within(1e-15));
        // variances 6/4 and 8/4, over 4
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(3.5) / 2, within(1e-15));
        WaldZ ratio = strata.logRatio(LEVEL).orElseThrow();
        assertThat(ratio.ratio()).isCloseTo(8.0 / 6, within(1e-14));
        // spread 6/4 + 8/4 over (4 · 3)
        assertThat(ratio.standardError()).isCloseTo(Math.sqrt(3.5 / 12), within(1e-15));
    }

    @Test
    void degenerateCountsSayWhy() {
        RateComparison none = RateComparison.of(0, 3, 0, 5);
        RateComparison first = RateComparison.of(4, 3, 0, 5);
        assertThat(reason(none.ratio())).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(none.waldDifference(LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(none.scoreRatioInterval(LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(ExactRateRatio.of(none))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(new StratifiedRates(List.of(none, none)).difference(LEVEL)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(first.waldLogRatio(LEVEL))).isEqualTo(Reason.ZERO_CELL);
        assertThat(reason(swapped(first).waldLogRatio(LEVEL))).isEqualTo(Reason.ZERO_CELL);
        assertThat(reason(new StratifiedRates(List.of(first)).logRatio(LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(new StratifiedRates(List.of(swapped(first))).logRatio(LEVEL)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(first.ratio().orElseThrow()).isInfinite();
        assertThat(first.waldDifference(LEVEL).isEstimable()).isTrue();
        assertThat(first.scoreRatioInterval(LEVEL).orElseThrow().upper()).isInfinite();
        for (ExactRateRatio.Method method : ExactRateRatio.Method.values()) {
            ExactRateRatio exact = ExactRateRatio.of(first).orElseThrow();
            Interval interval = exact.interval(Alternative.TWO_SIDED, method, LEVEL);
            assertThat(interval.upper()).isInfinite();
            // all four events in group 1: p⁴ is the tail, halved for mid-P
            double p = StrictMath.pow(method == ExactRateRatio.Method.MIDP ? 0.1 : 0.05, 0.25);
            assertThat(interval.lower()).isCloseTo(p / (1 - p) * 5 / 3, within(1e-9));
            Interval zero =
                    ExactRateRatio.of(swapped(first)).orElseThrow().interval(Alternative.TWO_SIDED, method, LEVEL);
            assertThat(zero.lower()).isZero();
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PoissonRate(-1, 1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PoissonRate(1, 0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new PoissonRate(1, 1).exactTest(-0.1, Alternative.LESS))
                .hasMessageContaining("-0.1");
        assertThatThrownBy(() -> new StratifiedRates(List.of())).hasMessageContaining("stratum");
        ExactRateRatio exact = ExactRateRatio.of(RateComparison.of(1, 1, 1, 1)).orElseThrow();
        assertThatThrownBy(() -> exact.test(0, Alternative.LESS, ExactRateRatio.Method.CENTRAL))
                .hasMessageContaining("0.0");
    }
}
