package org.sapwood.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class TwoProportionsTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;
    private static final TwoProportions EMPTY = new TwoProportions(0, 0, 3, 8);
    private static final TwoProportions NO_EVENTS = new TwoProportions(0, 7, 0, 9);

    @Test
    void rejectsMoreEventsThanSubjects() {
        assertThatThrownBy(() -> new TwoProportions(1, 2, 4, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 0 <= events <= size in the second group, found 4 of 3");
    }

    @Test
    void anEmptyGroupHasItsReasonEverywhere() {
        for (RiskDifferenceInterval type : RiskDifferenceInterval.values()) {
            assertThat(ProportionTest.reason(RiskDifference.interval(EMPTY, type, LEVEL)))
                    .isEqualTo(Reason.EMPTY_GROUP);
        }
        for (RiskRatioInterval type : RiskRatioInterval.values()) {
            assertThat(ProportionTest.reason(RiskRatio.interval(EMPTY, type, LEVEL)))
                    .isEqualTo(Reason.EMPTY_GROUP);
        }
        for (OddsRatioInterval type : OddsRatioInterval.values()) {
            assertThat(ProportionTest.reason(OddsRatio.interval(EMPTY, type, LEVEL)))
                    .isEqualTo(Reason.EMPTY_GROUP);
        }
        assertThat(ProportionTest.reason(RiskDifference.estimate(EMPTY))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(ProportionTest.reason(RiskRatio.katz(EMPTY, LEVEL).estimate()))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(ProportionTest.reason(OddsRatio.woolf(EMPTY, LEVEL).interval()))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(ProportionTest.reason(RiskDifferenceScoreTest.of(EMPTY, 0, VarianceFactor.NONE)))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(ProportionTest.reason(
                        ExactRiskDifference.interval(EMPTY, ExactRiskDifference.Ordering.SCORE, LEVEL)))
                .isEqualTo(Reason.EMPTY_GROUP);
    }

    @Test
    void withoutEventsTheRatioIsOpenOnBothSides() {
        assertThat(ProportionTest.reason(RiskRatio.estimate(NO_EVENTS))).isEqualTo(Reason.ZERO_DENOMINATOR);
        assertThat(ProportionTest.reason(OddsRatio.estimate(NO_EVENTS))).isEqualTo(Reason.ZERO_DENOMINATOR);
        for (RiskRatioInterval type : List.of(RiskRatioInterval.KOOPMAN, RiskRatioInterval.LIKELIHOOD_RATIO)) {
            assertThat(RiskRatio.interval(NO_EVENTS, type, LEVEL).orElseThrow())
                    .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, LEVEL));
        }
        for (OddsRatioInterval type : List.of(OddsRatioInterval.SCORE, OddsRatioInterval.LIKELIHOOD_RATIO)) {
            assertThat(OddsRatio.interval(NO_EVENTS, type, LEVEL).orElseThrow())
                    .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, LEVEL));
        }
        assertThat(ProportionTest.reason(RiskRatio.interval(NO_EVENTS, RiskRatioInterval.KATZ_LOG, LEVEL)))
                .isEqualTo(Reason.ZERO_CELL);
        assertThat(ProportionTest.reason(OddsRatio.interval(NO_EVENTS, OddsRatioInterval.WOOLF, LEVEL)))
                .isEqualTo(Reason.ZERO_CELL);
    }

    @Test
    void eventsInOneGroupOnlyGiveAnEndlessRatio() {
        TwoProportions data = new TwoProportions(4, 9, 0, 8);
        assertThat(RiskRatio.estimate(data).orElseThrow()).isInfinite();
        Interval interval =
                RiskRatio.interval(data, RiskRatioInterval.KOOPMAN, LEVEL).orElseThrow();
        assertThat(interval.lower()).isPositive().isFinite();
        assertThat(interval.upper()).isInfinite();
    }

    @Test
    void bothGroupsWithoutEventsHaveDifferenceZeroAndAScoreInterval() {
        Interval interval = RiskDifference.interval(NO_EVENTS, RiskDifferenceInterval.MIETTINEN_NURMINEN, LEVEL)
                .orElseThrow();
        assertThat(interval.lower()).isBetween(-0.5, -0.2);
        assertThat(interval.upper()).isBetween(0.2, 0.5);
    }

    @Test
    void hauckAndersonNeedsTwoPerGroup() {
        assertThat(ProportionTest.reason(RiskDifference.interval(
                        new TwoProportions(1, 1, 2, 5), RiskDifferenceInterval.HAUCK_ANDERSON, LEVEL)))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }

    @Test
    void marginTestWithoutVarianceIsNotEstimable() {
        assertThat(ProportionTest.reason(RiskDifferenceScoreTest.of(NO_EVENTS, 0, VarianceFactor.NONE)))
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThatThrownBy(() -> RiskDifferenceScoreTest.of(NO_EVENTS, 1, VarianceFactor.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutInformativeStratumThereIsNoCommonDifference() {
        List<TwoProportions> strata = List.of(EMPTY, EMPTY.swapped());
        assertThat(ProportionTest.reason(StratifiedRiskDifference.estimate(strata)))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(ProportionTest.reason(StratifiedRiskDifference.newcombe(strata, LEVEL)))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(ProportionTest.reason(
                        StratifiedRiskDifference.mantelHaenszel(strata, StratifiedRiskDifference.Variance.SATO, LEVEL)))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(ProportionTest.reason(StratifiedRatio.oddsRatio(List.of(NO_EVENTS))))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(ProportionTest.reason(StratifiedRatio.riskRatio(List.of(NO_EVENTS))))
                .isEqualTo(Reason.ZERO_DENOMINATOR);
    }

    @Test
    void stratifiedNewcombeNeedsVarianceInEachGroup() {
        assertThat(ProportionTest.reason(StratifiedRiskDifference.newcombe(List.of(NO_EVENTS), LEVEL)))
                .isEqualTo(Reason.ZERO_VARIANCE);
    }

    @Test
    void mantelHaenszelOfOneStratumIsTheWaldInterval() {
        TwoProportions data = new TwoProportions(9, 20, 4, 25);
        DifferenceEstimate estimate = StratifiedRiskDifference.mantelHaenszel(
                        List.of(data), StratifiedRiskDifference.Variance.GREENLAND_ROBINS, LEVEL)
                .orElseThrow();
        Interval wald = RiskDifference.interval(data, RiskDifferenceInterval.WALD, LEVEL)
                .orElseThrow();
        assertThat(estimate.interval().lower()).isCloseTo(wald.lower(), within(1e-14));
        assertThat(estimate.interval().upper()).isCloseTo(wald.upper(), within(1e-14));
    }

    @Test
    void pooledRatioOfOneStratumIsTheObservedOne() {
        TwoProportions data = new TwoProportions(9, 20, 4, 25);
        assertThat(StratifiedRatio.riskRatio(List.of(data)).orElseThrow())
                .isCloseTo(RiskRatio.estimate(data).orElseThrow(), within(1e-14));
        assertThat(StratifiedRatio.oddsRatio(List.of(data)).orElseThrow())
                .isCloseTo(OddsRatio.estimate(data).orElseThrow(), within(1e-12));
    }
}
