package org.sapwood.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.proportion.RatioEstimate;
import org.sapwood.stats.proportion.TwoProportions;

class TwoByTwoTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;
    /** Fisher's lady tasting tea, three cups of four right. */
    private static final TwoByTwo TEA = new TwoByTwo(3, 1, 1, 3);

    private static final TwoByTwo NO_EVENTS = new TwoByTwo(0, 4, 0, 6);

    @Test
    void rejectsNegativeCounts() {
        assertThatThrownBy(() -> new TwoByTwo(1, -1, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1, -1 / 0, 2");
    }

    @Test
    void theTeaLadyHasHerBookValues() {
        assertThat(FisherExact.test(TEA, Alternative.GREATER, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value())
                .isCloseTo(17 / 70.0, within(1e-15));
        assertThat(FisherExact.test(TEA, Alternative.LESS, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value())
                .isCloseTo(69 / 70.0, within(1e-15));
        for (TwoSidedMethod method : TwoSidedMethod.values()) {
            assertThat(FisherExact.test(TEA, Alternative.TWO_SIDED, method).value())
                    .isCloseTo(34 / 70.0, within(1e-15));
        }
        assertThat(FisherExact.tableProbability(TEA)).isCloseTo(16 / 70.0, within(1e-15));
    }

    @Test
    void midPTakesHalfOfTheObservedTable() {
        assertThat(FisherExact.midP(TEA, Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value())
                .isCloseTo(26 / 70.0, within(1e-15));
        assertThat(FisherExact.midP(TEA, Alternative.TWO_SIDED, TwoSidedMethod.CENTRAL)
                        .value())
                .isCloseTo(18 / 70.0, within(1e-15));
        assertThat(FisherExact.midP(TEA, Alternative.GREATER, TwoSidedMethod.CENTRAL)
                        .value())
                .isCloseTo(9 / 70.0, within(1e-15));
        assertThatThrownBy(() -> FisherExact.midP(TEA, Alternative.TWO_SIDED, TwoSidedMethod.BLAKER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTinyExactPValueKeepsItsLogarithm() {
        TwoByTwo table = new TwoByTwo(1000, 0, 0, 1000);
        double expected = -2000 * StrictMath.log(2) + 0.5 * StrictMath.log(Math.PI * 1000) + 1 / 8000.0;
        assertThat(FisherExact.test(table, Alternative.GREATER, TwoSidedMethod.CENTRAL)
                        .log())
                .isCloseTo(expected, within(1e-8));
    }

    @Test
    void marginsWithoutFreedomHaveExactPValueOne() {
        assertThat(FisherExact.test(NO_EVENTS, Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value())
                .isEqualTo(1);
        assertThat(FisherExact.test(NO_EVENTS.table()).orElseThrow().pValue().value())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void anEmptyMarginLeavesNothingToTest() {
        assertThat(reason(PearsonChiSquare.test(NO_EVENTS.table(), ContinuityCorrection.NONE)))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(PearsonChiSquare.nMinusOne(NO_EVENTS.table()))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(LikelihoodRatioChiSquare.test(NO_EVENTS.table()))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(Association.of(NO_EVENTS.table()))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(ExactTableTests.pearson(NO_EVENTS.table()))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(ExactTableTests.likelihoodRatio(NO_EVENTS.table()))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(PearsonChiSquare.smallestExpected(new TwoByTwo(0, 0, 0, 0).table())))
                .isEqualTo(Reason.EMPTY_GROUP);
    }

    @Test
    void pearsonOfTheTeaLadyIsTwo() {
        ChiSquareResult plain =
                PearsonChiSquare.test(TEA.table(), ContinuityCorrection.NONE).orElseThrow();
        assertThat(plain.statistic()).isCloseTo(2, within(1e-14));
        assertThat(plain.degreesOfFreedom()).isEqualTo(1);
        assertThat(PearsonChiSquare.test(TEA.table(), ContinuityCorrection.YATES)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(0.5, within(1e-14));
        assertThat(PearsonChiSquare.nMinusOne(TEA.table()).orElseThrow().statistic())
                .isCloseTo(1.75, within(1e-14));
        assertThat(PearsonChiSquare.smallestExpected(TEA.table()).orElseThrow()).isEqualTo(2);
        Association association = Association.of(TEA.table()).orElseThrow();
        assertThat(association.phi()).isCloseTo(0.5, within(1e-14));
        assertThat(association.cramersV()).isCloseTo(0.5, within(1e-14));
        assertThat(association.contingencyCoefficient()).isCloseTo(Math.sqrt(0.2), within(1e-14));
    }

    @Test
    void yatesNeverOvershootsTheExpectation() {
        TwoByTwo nearlyIndependent = new TwoByTwo(5, 5, 6, 5);
        assertThat(PearsonChiSquare.test(nearlyIndependent.table(), ContinuityCorrection.YATES)
                        .orElseThrow()
                        .statistic())
                .isZero();
    }

    @Test
    void aHugeChiSquareKeepsItsLogarithm() {
        ChiSquareResult one = ChiSquareResult.of(1600, 1);
        // twice the normal tail beyond 40
        assertThat(one.pValue().log()).isCloseTo(-804.608442013754 + StrictMath.log(2), within(1e-6));
        // two degrees of freedom are an exponential
        assertThat(ChiSquareResult.of(3000, 2).pValue().log()).isCloseTo(-1500, within(1e-9));
    }

    @Test
    void conditionalOddsRatioOfTheTeaLady() {
        ConditionalOddsRatio inference = ConditionalOddsRatio.of(TEA);
        // Σ s C(4, s)² ψˢ = 3 Σ C(4, s)² ψˢ
        double psi = inference.estimate().orElseThrow();
        assertThat(psi * psi * psi * psi - 36 * psi * psi - 32 * psi - 3).isCloseTo(0, within(1e-10));
        Interval central = inference.interval(ConditionalInterval.CENTRAL, LEVEL);
        assertThat(threeOrFour(central.lower())).isCloseTo(0.025, within(1e-12));
        assertThat(1 - threeOrFour(central.upper()) + 16 * StrictMath.pow(central.upper(), 3) / whole(central.upper()))
                .isCloseTo(0.025, within(1e-12));
        Interval oneSided = inference.interval(ConditionalInterval.GREATER, LEVEL);
        assertThat(threeOrFour(oneSided.lower())).isCloseTo(0.05, within(1e-12));
        assertThat(oneSided.upper()).isInfinite();
        Interval midP = inference.interval(ConditionalInterval.MID_P, LEVEL);
        assertThat(threeOrFour(midP.lower()) - 8 * StrictMath.pow(midP.lower(), 3) / whole(midP.lower()))
                .isCloseTo(0.025, within(1e-12));
    }

    private static double whole(double psi) {
        return 1 + 16 * psi + 36 * psi * psi + 16 * StrictMath.pow(psi, 3) + StrictMath.pow(psi, 4);
    }

    private static double threeOrFour(double psi) {
        return (16 * StrictMath.pow(psi, 3) + StrictMath.pow(psi, 4)) / whole(psi);
    }

    @Test
    void conditionalOddsRatioIsOpenWhereTheTableIsExtreme() {
        ConditionalOddsRatio lowest = ConditionalOddsRatio.of(new TwoByTwo(0, 5, 3, 4));
        assertThat(lowest.estimate().orElseThrow()).isZero();
        for (ConditionalInterval type : ConditionalInterval.values()) {
            assertThat(lowest.interval(type, LEVEL).lower()).isZero();
        }
        ConditionalOddsRatio highest = ConditionalOddsRatio.of(new TwoByTwo(5, 0, 3, 4));
        assertThat(highest.estimate().orElseThrow()).isInfinite();
        for (ConditionalInterval type : ConditionalInterval.values()) {
            assertThat(highest.interval(type, LEVEL).upper()).isInfinite();
        }
        ConditionalOddsRatio fixed = ConditionalOddsRatio.of(NO_EVENTS);
        assertThat(reason(fixed.estimate())).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(fixed.interval(ConditionalInterval.CENTRAL, LEVEL))
                .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, LEVEL));
    }

    @Test
    void anEmptyGroupHasNoUnconditionalTest() {
        TwoProportions data = new TwoProportions(0, 0, 2, 5);
        assertThat(reason(UnconditionalTest.of(data, UnconditionalStatistic.Z_POOLED, Alternative.GREATER)))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(BarnardConvexSymmetric.of(data, Alternative.GREATER))).isEqualTo(Reason.EMPTY_GROUP);
    }

    @Test
    void unconditionalTestsOfTheMostExtremeTableAreClosedForm() {
        // both extremes together: 2 (π(1 − π))⁵ at π = ½
        TwoProportions data = new TwoProportions(5, 5, 0, 5);
        double expected = 2 / 1024.0;
        for (UnconditionalStatistic statistic : UnconditionalStatistic.values()) {
            UnconditionalTest test =
                    UnconditionalTest.of(data, statistic, Alternative.TWO_SIDED).orElseThrow();
            assertThat(test.pValue().value()).as(statistic.name()).isCloseTo(expected, within(1e-15));
            assertThat(test.nuisance()).isCloseTo(0.5, within(1e-6));
            assertThat(UnconditionalTest.of(data, statistic, Alternative.GREATER)
                            .orElseThrow()
                            .pValue()
                            .value())
                    .isCloseTo(expected / 2, within(1e-15));
            assertThat(UnconditionalTest.of(data, statistic, Alternative.LESS)
                            .orElseThrow()
                            .pValue()
                            .value())
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(BarnardConvexSymmetric.of(data, Alternative.TWO_SIDED)
                        .orElseThrow()
                        .pValue()
                        .value())
                .isCloseTo(expected, within(1e-15));
        assertThat(BarnardConvexSymmetric.of(data, Alternative.GREATER)
                        .orElseThrow()
                        .pValue()
                        .value())
                .isCloseTo(expected / 2, within(1e-15));
    }

    @Test
    void strataWithoutInformationHaveNoCommonRatio() {
        List<TwoByTwo> strata = List.of(NO_EVENTS, new TwoByTwo(0, 0, 2, 3));
        assertThat(reason(CochranMantelHaenszel.test(strata, ContinuityCorrection.NONE)))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(MantelHaenszel.oddsRatio(strata, LEVEL).estimate())).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(MantelHaenszel.riskRatio(strata, LEVEL).interval())).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(PetoOddsRatio.of(strata, LEVEL).interval())).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(InverseVariancePooling.oddsRatio(strata, LEVEL).interval()))
                .isEqualTo(Reason.ZERO_CELL);
        assertThat(reason(InverseVariancePooling.homogeneity(List.of(TEA)))).isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
        assertThat(reason(BreslowDay.test(List.of(TEA, NO_EVENTS), BreslowDay.Tarone.NONE)))
                .isEqualTo(Reason.NO_INFORMATIVE_STRATUM);
    }

    @Test
    void eventsInOneGroupOnlyPutTheCommonRatioOnTheBoundary() {
        List<TwoByTwo> strata = List.of(new TwoByTwo(0, 5, 2, 4), new TwoByTwo(0, 7, 1, 6));
        RatioEstimate estimate = MantelHaenszel.oddsRatio(strata, LEVEL);
        assertThat(estimate.estimate().orElseThrow()).isZero();
        assertThat(reason(estimate.interval())).isEqualTo(Reason.ZERO_DENOMINATOR);
        assertThat(MantelHaenszel.riskRatio(strata, LEVEL).estimate().orElseThrow())
                .isZero();
        assertThat(reason(BreslowDay.test(strata, BreslowDay.Tarone.NONE))).isEqualTo(Reason.ZERO_DENOMINATOR);
    }

    @Test
    void equalOddsRatiosAreHomogeneous() {
        List<TwoByTwo> strata = List.of(new TwoByTwo(4, 2, 3, 6), new TwoByTwo(8, 4, 6, 12));
        assertThat(BreslowDay.test(strata, BreslowDay.Tarone.NONE).orElseThrow().statistic())
                .isCloseTo(0, within(1e-12));
        assertThat(InverseVariancePooling.homogeneity(strata).orElseThrow().statistic())
                .isCloseTo(0, within(1e-12));
        assertThat(MantelHaenszel.oddsRatio(strata, LEVEL).estimate().orElseThrow())
                .isCloseTo(4, within(1e-12));
        assertThat(InverseVariancePooling.oddsRatio(strata, LEVEL).estimate().orElseThrow())
                .isCloseTo(4, within(1e-12));
    }
}
