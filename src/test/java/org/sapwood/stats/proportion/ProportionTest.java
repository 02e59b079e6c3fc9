package org.sapwood.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class ProportionTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    private static Interval interval(int x, int n, ProportionInterval type) {
        return Proportion.interval(x, n, type, LEVEL).orElseThrow();
    }

    static Reason reason(Estimable<?> estimable) {
        return ((Estimable.NotEstimable<?>) estimable).reason();
    }

    @Test
    void rejectsMoreEventsThanSubjects() {
        assertThatThrownBy(() -> Proportion.estimate(5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 5 of 4");
        assertThatThrownBy(() -> Proportion.interval(-1, 4, ProportionInterval.WILSON, LEVEL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasNoEstimateWithoutObservation() {
        assertThat(reason(Proportion.estimate(0, 0))).isEqualTo(Reason.EMPTY_GROUP);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WILSON",
                "WILSON_CONTINUITY_CORRECTED",
                "CLOPPER_PEARSON",
                "AGRESTI_COULL",
                "JEFFREYS",
                "MID_P",
                "BLAKER",
                "LIKELIHOOD_RATIO"
            })
    void intervalsThatInvertATestAcceptEverythingWithoutObservation(ProportionInterval type) {
        Interval interval = interval(0, 0, type);
        assertThat(interval.lower()).isCloseTo(0, within(1e-12));
        assertThat(interval.upper()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"WALD", "WALD_CONTINUITY_CORRECTED", "ARCSINE", "LOGIT"})
    void theOthersDoNotExistWithoutObservation(ProportionInterval type) {
        assertThat(reason(Proportion.interval(0, 0, type, LEVEL))).isEqualTo(Reason.EMPTY_GROUP);
    }

    @Test
    void logitDoesNotExistAtTheEnds() {
        assertThat(reason(Proportion.interval(0, 9, ProportionInterval.LOGIT, LEVEL)))
                .isEqualTo(Reason.ZERO_CELL);
        assertThat(reason(Proportion.interval(9, 9, ProportionInterval.LOGIT, LEVEL)))
                .isEqualTo(Reason.ZERO_CELL);
    }

    @Test
    void clopperPearsonAtZeroSolvesTheTailInClosedForm() {
        // (1 - p)^n = 0.025
        double expected = 1 - StrictMath.pow(0.025, 1.0 / 9);
        assertThat(interval(0, 9, ProportionInterval.CLOPPER_PEARSON).upper()).isCloseTo(expected, within(1e-14));
        assertThat(interval(0, 9, ProportionInterval.CLOPPER_PEARSON).lower()).isZero();
    }

    @Test
    void likelihoodRatioAtAllEventsIsAPower() {
        double z = NormalTail.critical(LEVEL);
        assertThat(interval(18, 18, ProportionInterval.LIKELIHOOD_RATIO).lower())
                .isCloseTo(StrictMath.exp(-z * z / 36), within(1e-14));
    }

    @Test
    void waldCollapsesAtTheEndsAndIsNotCut() {
        assertThat(interval(0, 9, ProportionInterval.WALD)).isEqualTo(new Interval(0, 0, LEVEL));
        assertThat(interval(1, 9, ProportionInterval.WALD).lower()).isNegative();
    }

    @Test
    void arcsineThatReflectsOnBothSidesDoesNotExist() {
        assertThat(reason(Proportion.interval(0, 1, ProportionInterval.ARCSINE, ConfidenceLevel.of(0.9999))))
                .isEqualTo(Reason.OUTSIDE_DOMAIN);
    }

    @Test
    void exactTestTakesBothTailsOfASymmetricNull() {
        // 2 * (1 + 10) / 1024
        assertThat(BinomialTest.exact(1, 10, 0.5, Alternative.TWO_SIDED).value())
                .isCloseTo(22 / 1024.0, within(1e-15));
        assertThat(BinomialTest.exact(1, 10, 0.5, Alternative.LESS).value()).isCloseTo(11 / 1024.0, within(1e-15));
        assertThat(BinomialTest.exact(9, 10, 0.5, Alternative.GREATER).value()).isCloseTo(11 / 1024.0, within(1e-15));
        assertThat(BinomialTest.exact(5, 10, 0.5, Alternative.TWO_SIDED).value())
                .isEqualTo(1);
    }

    @Test
    void midPTakesHalfOfTheObservedCount() {
        assertThat(BinomialTest.midP(1, 10, 0.5, Alternative.LESS).value()).isCloseTo(6 / 1024.0, within(1e-15));
        assertThat(BinomialTest.midP(1, 10, 0.5, Alternative.TWO_SIDED).value()).isCloseTo(12 / 1024.0, within(1e-15));
        assertThat(BinomialTest.midP(9, 10, 0.5, Alternative.GREATER).value()).isCloseTo(6 / 1024.0, within(1e-15));
    }

    @Test
    void exactTestOfACertainNullIsAllOrNothing() {
        assertThat(BinomialTest.exact(0, 5, 0, Alternative.TWO_SIDED).value()).isEqualTo(1);
        assertThat(BinomialTest.exact(1, 5, 0, Alternative.TWO_SIDED).value()).isZero();
        assertThat(BinomialTest.exact(5, 5, 1, Alternative.TWO_SIDED).value()).isEqualTo(1);
        assertThat(BinomialTest.exact(4, 5, 1, Alternative.TWO_SIDED).value()).isZero();
    }

    @Test
    void scoreTestNeedsObservationsAndVariance() {
        assertThat(BinomialTest.scoreStatistic(6, 10, 0.5).orElseThrow())
                .isCloseTo(0.1 / Math.sqrt(0.025), within(1e-14));
        assertThat(reason(BinomialTest.scoreStatistic(0, 0, 0.5))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(BinomialTest.scoreStatistic(1, 2, 1))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThatThrownBy(() -> BinomialTest.scoreStatistic(1, 2, 1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void farNormalTailKeepsItsLogarithm() {
        assertThat(NormalTail.pValue(40, Alternative.GREATER).log()).isCloseTo(-804.608442013754, within(1e-9));
        assertThat(NormalTail.pValue(-40, Alternative.LESS).log()).isCloseTo(-804.608442013754, within(1e-9));
        double near = NormalTail.pValue(34.999999, Alternative.TWO_SIDED).log();
        double far = NormalTail.pValue(35.000001, Alternative.TWO_SIDED).log();
        assertThat(near - far).isCloseTo(2e-6 * 35.0285, within(1e-8));
        assertThat(NormalTail.pValue(Double.POSITIVE_INFINITY, Alternative.TWO_SIDED)
                        .value())
                .isZero();
    }
}
