package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.rate.RandomRates.random;
import static org.sapwood.stats.rate.RandomRates.swapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.WaldZ;

/** Difference and ratio of two rates: exchanged groups, change of unit, the equations of the score limits. */
class RateComparisonPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static RateComparison inAnotherUnit(RateComparison rates, double factor) {
        return RateComparison.of(
                rates.first().events(),
                factor * rates.first().exposure(),
                rates.second().events(),
                factor * rates.second().exposure());
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
}
