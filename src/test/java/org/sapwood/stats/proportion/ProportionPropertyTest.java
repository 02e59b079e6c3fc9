package org.sapwood.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;

class ProportionPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    static Stream<TwoProportions> pairs() {
        SplittableRandom random = new SplittableRandom(20260101);
        Stream<TwoProportions> some = Stream.generate(() -> {
                    int n1 = random.nextInt(2, 60);
                    int n2 = random.nextInt(2, 60);
                    return new TwoProportions(random.nextInt(n1 + 1), n1, random.nextInt(n2 + 1), n2);
                })
                .limit(60);
        Stream<TwoProportions> ends = Stream.of(
                new TwoProportions(0, 7, 0, 9),
                new TwoProportions(7, 7, 9, 9),
                new TwoProportions(0, 7, 9, 9),
                new TwoProportions(7, 7, 0, 9),
                new TwoProportions(0, 12, 4, 9),
                new TwoProportions(3, 12, 9, 9));
        return Stream.concat(some, ends);
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void countingNonEventsMirrorsTheInterval(ProportionInterval type) {
        for (int n : new int[] {1, 5, 12, 40}) {
            for (int x = 1; x < n; x++) {
                Interval events = Proportion.interval(x, n, type, LEVEL).orElseThrow();
                Interval others = Proportion.interval(n - x, n, type, LEVEL).orElseThrow();
                assertThat(others.lower()).isCloseTo(1 - events.upper(), within(1e-12));
                assertThat(others.upper()).isCloseTo(1 - events.lower(), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void moreCoverageMakesAWiderIntervalAroundTheEstimate(ProportionInterval type) {
        for (int x = 1; x < 40; x++) {
            Interval narrow =
                    Proportion.interval(x, 40, type, ConfidenceLevel.of(0.8)).orElseThrow();
            Interval wide =
                    Proportion.interval(x, 40, type, ConfidenceLevel.of(0.95)).orElseThrow();
            assertThat(narrow.contains(x / 40.0)).isTrue();
            if (type != ProportionInterval.ARCSINE) {
                assertThat(wide.lower()).isLessThan(narrow.lower());
                assertThat(wide.upper()).isGreaterThan(narrow.upper());
            }
        }
    }

    @Test
    void clopperPearsonLimitsAreWhereTheOneSidedTestsTurn() {
        for (int x = 1; x < 25; x++) {
            Interval interval = Proportion.interval(x, 25, ProportionInterval.CLOPPER_PEARSON, LEVEL)
                    .orElseThrow();
            assertThat(BinomialTest.exact(x, 25, interval.lower(), Alternative.GREATER)
                            .value())
                    .isCloseTo(0.025, within(1e-12));
            assertThat(BinomialTest.exact(x, 25, interval.upper(), Alternative.LESS)
                            .value())
                    .isCloseTo(0.025, within(1e-12));
            Interval midP =
                    Proportion.interval(x, 25, ProportionInterval.MID_P, LEVEL).orElseThrow();
            assertThat(BinomialTest.midP(x, 25, midP.lower(), Alternative.GREATER)
                            .value())
                    .isCloseTo(0.025, within(1e-12));
        }
    }

    @Test
    void blakerLiesWithinClopperPearson() {
        for (int n = 1; n <= 40; n++) {
            for (int x = 0; x <= n; x++) {
                Interval blaker = Proportion.interval(x, n, ProportionInterval.BLAKER, LEVEL)
                        .orElseThrow();
                Interval exact = Proportion.interval(x, n, ProportionInterval.CLOPPER_PEARSON, LEVEL)
                        .orElseThrow();
                assertThat(blaker.lower()).isGreaterThanOrEqualTo(exact.lower() - 1e-12);
                assertThat(blaker.upper()).isLessThanOrEqualTo(exact.upper() + 1e-12);
            }
        }
    }

    @Test
    void wilsonLimitsAreWhereTheScoreTestTurns() {
        double z = NormalTail.critical(LEVEL);
        for (int x = 1; x < 30; x++) {
            Interval wilson =
                    Proportion.interval(x, 30, ProportionInterval.WILSON, LEVEL).orElseThrow();
            assertThat(BinomialTest.scoreStatistic(x, 30, wilson.lower()).orElseThrow())
                    .isCloseTo(z, within(1e-10));
            assertThat(BinomialTest.scoreStatistic(x, 30, wilson.upper()).orElseThrow())
                    .isCloseTo(-z, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void swappingArmsNegatesTheDifference(TwoProportions data) {
        for (RiskDifferenceInterval type : RiskDifferenceInterval.values()) {
            Interval one = RiskDifference.interval(data, type, LEVEL).orElseThrow();
            Interval other =
                    RiskDifference.interval(data.swapped(), type, LEVEL).orElseThrow();
            // The skewness corrected score follows a published program that rounds to ten decimals on the way.
            double near = type == RiskDifferenceInterval.SKEWNESS_CORRECTED_SCORE ? 1e-8 : 1e-12;
            assertThat(other.lower()).as(type.name()).isCloseTo(-one.upper(), within(near));
            assertThat(other.upper()).as(type.name()).isCloseTo(-one.lower(), within(near));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyDifferenceIntervalHoldsTheEstimateWithinTheScoreBounds(TwoProportions data) {
        double estimate = RiskDifference.estimate(data).orElseThrow();
        for (RiskDifferenceInterval type : List.of(
                RiskDifferenceInterval.NEWCOMBE,
                RiskDifferenceInterval.MIETTINEN_NURMINEN,
                RiskDifferenceInterval.MEE,
                RiskDifferenceInterval.WALD)) {
            assertThat(RiskDifference.interval(data, type, LEVEL).orElseThrow().contains(estimate))
                    .as(type.name())
                    .isTrue();
        }
        Interval mn = RiskDifference.interval(data, RiskDifferenceInterval.MIETTINEN_NURMINEN, LEVEL)
                .orElseThrow();
        Interval mee =
                RiskDifference.interval(data, RiskDifferenceInterval.MEE, LEVEL).orElseThrow();
        assertThat(mn.lower()).isBetween(-1.0, mee.lower());
        assertThat(mn.upper()).isBetween(mee.upper(), 1.0);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void scoreLimitsAreWhereTheMarginTestTurns(TwoProportions data) {
        Interval interval = RiskDifference.interval(data, RiskDifferenceInterval.MIETTINEN_NURMINEN, LEVEL)
                .orElseThrow();
        if (interval.lower() > -0.999) {
            double z = RiskDifferenceScoreTest.of(data, interval.lower(), VarianceFactor.N_OVER_N_MINUS_1)
                    .orElseThrow()
                    .z();
            assertThat(z).isCloseTo(NormalTail.critical(LEVEL), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneStratumIsTheUnstratifiedScoreInterval(TwoProportions data) {
        Interval plain = RiskDifference.interval(data, RiskDifferenceInterval.MIETTINEN_NURMINEN, LEVEL)
                .orElseThrow();
        for (StratumWeights weights :
                List.of(StratumWeights.MANTEL_HAENSZEL, StratumWeights.MIETTINEN_NURMINEN_ITERATIVE)) {
            Interval stratified = StratifiedRiskDifference.miettinenNurminen(
                            List.of(data), weights, VarianceFactor.N_OVER_N_MINUS_1, LEVEL)
                    .orElseThrow();
            assertThat(stratified.lower()).isCloseTo(plain.lower(), within(1e-9));
            assertThat(stratified.upper()).isCloseTo(plain.upper(), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void swappingArmsInvertsTheRatios(TwoProportions data) {
        for (RiskRatioInterval type : RiskRatioInterval.values()) {
            var one = RiskRatio.interval(data, type, LEVEL);
            var other = RiskRatio.interval(data.swapped(), type, LEVEL);
            assertThat(other.isEstimable()).isEqualTo(one.isEstimable());
            if (one.isEstimable()) {
                assertInverse(one.orElseThrow(), other.orElseThrow(), type.name());
            }
        }
        for (OddsRatioInterval type : OddsRatioInterval.values()) {
            var one = OddsRatio.interval(data, type, LEVEL);
            if (one.isEstimable()) {
                assertInverse(
                        one.orElseThrow(),
                        OddsRatio.interval(data.swapped(), type, LEVEL).orElseThrow(),
                        type.name());
                assertInverse(
                        one.orElseThrow(),
                        OddsRatio.interval(data.complement(), type, LEVEL).orElseThrow(),
                        type.name());
            }
        }
    }

    private static void assertInverse(Interval one, Interval other, String type) {
        assertSameRatio(other.lower(), 1 / one.upper(), type);
        assertSameRatio(other.upper(), 1 / one.lower(), type);
    }

    private static void assertSameRatio(double actual, double expected, String type) {
        if (Double.isInfinite(expected) || expected == 0) {
            assertThat(actual).as(type).isEqualTo(expected);
        } else {
            assertThat(actual / expected).as(type).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void orderOfStrataDoesNotMatter() {
        List<TwoProportions> strata = List.of(
                new TwoProportions(3, 9, 1, 8), new TwoProportions(7, 20, 5, 22), new TwoProportions(2, 4, 0, 6));
        List<TwoProportions> turned = List.of(strata.get(2), strata.get(0), strata.get(1));
        for (StratumWeights weights : StratumWeights.values()) {
            Interval one = StratifiedRiskDifference.miettinenNurminen(strata, weights, VarianceFactor.NONE, LEVEL)
                    .orElseThrow();
            Interval other = StratifiedRiskDifference.miettinenNurminen(turned, weights, VarianceFactor.NONE, LEVEL)
                    .orElseThrow();
            assertThat(other.lower()).isCloseTo(one.lower(), within(1e-12));
            assertThat(other.upper()).isCloseTo(one.upper(), within(1e-12));
        }
        assertThat(StratifiedRatio.oddsRatio(turned).orElseThrow())
                .isCloseTo(StratifiedRatio.oddsRatio(strata).orElseThrow(), within(1e-12));
    }

    @Test
    void aStratumWithoutOneArmChangesNothing() {
        List<TwoProportions> strata = List.of(new TwoProportions(3, 9, 1, 8), new TwoProportions(7, 20, 5, 22));
        List<TwoProportions> more = List.of(
                new TwoProportions(3, 9, 1, 8), new TwoProportions(7, 20, 5, 22), new TwoProportions(2, 4, 0, 0));
        assertThat(StratifiedRiskDifference.newcombe(more, LEVEL))
                .isEqualTo(StratifiedRiskDifference.newcombe(strata, LEVEL));
        assertThat(StratifiedRiskDifference.summaryScore(more, LEVEL))
                .isEqualTo(StratifiedRiskDifference.summaryScore(strata, LEVEL));
    }

    @Test
    void exactIntervalHoldsTheEstimateAndMirrors() {
        for (ExactRiskDifference.Ordering ordering : ExactRiskDifference.Ordering.values()) {
            TwoProportions data = new TwoProportions(5, 9, 2, 8);
            Interval one = ExactRiskDifference.interval(data, ordering, LEVEL).orElseThrow();
            Interval other = ExactRiskDifference.interval(data.complement(), ordering, LEVEL)
                    .orElseThrow();
            assertThat(one.contains(5 / 9.0 - 2 / 8.0)).isTrue();
            assertThat(other.lower()).isCloseTo(-one.upper(), within(1e-7));
            assertThat(other.upper()).isCloseTo(-one.lower(), within(1e-7));
        }
    }
}
