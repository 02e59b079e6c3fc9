package org.sapwood.stats.samplesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.sequential.Sides;

class SampleSizePropertyTest {
    @ParameterizedTest
    @EnumSource(Sides.class)
    void theSizeFoundHasThePowerAskedFor(Sides sides) {
        TestError error = new TestError(0.05, sides, 0.85);
        MeanComparison two = new MeanComparison(2, 5, MeanComparison.Design.TWO_GROUPS, 1.5);
        double n2 = two.size(error).orElseThrow();
        assertThat(two.power(1.5 * n2, n2, error)).isCloseTo(0.85, within(1e-10));
        MeanComparison pairs = new MeanComparison(2, 5, MeanComparison.Design.PAIRED, 1);
        assertThat(pairs.pairedPower(pairs.size(error).orElseThrow(), error)).isCloseTo(0.85, within(1e-10));
    }

    @Test
    void effectOnTheOtherSideHasNoSize() {
        MeanComparison wrong = new MeanComparison(-2, 5, MeanComparison.Design.TWO_GROUPS, 1);
        assertThat(wrong.size(new TestError(0.025, Sides.ONE, 0.9)).isEstimable())
                .isFalse();
        assertThat(wrong.size(new TestError(0.05, Sides.TWO, 0.9)).isEstimable())
                .isTrue();
    }

    @Test
    void marginOfZeroIsThePooledSize() {
        TestError error = new TestError(0.05, Sides.TWO, 0.9);
        ProportionComparison comparison = new ProportionComparison(0.5, 0.3, 2);
        assertThat(comparison.farringtonManning(0, error)).isEqualTo(comparison.pooled(error));
        assertThat(comparison.farringtonManning(1e-9, error)).isCloseTo(comparison.pooled(error), within(1e-4));
        assertThat(comparison.pooledWithContinuity(error)).isGreaterThan(comparison.pooled(error));
    }

    @Test
    void exactTestsKeepTheirLevelUnderNoDifference() {
        ExactProportionPower none = new ExactProportionPower(0.3, 0.3, 14, 11);
        assertThat(none.fisherTwoSided(0.05)).isLessThanOrEqualTo(0.05);
        assertThat(none.fisherOneSided(0.025)).isLessThanOrEqualTo(0.025);
        assertThat(none.yates(0.05)).isLessThanOrEqualTo(none.pearson(0.05));
        ExactBinomialDesign one = ExactBinomialDesign.of(30, 0.2, 0.4, 0.05).orElseThrow();
        assertThat(one.size()).isLessThanOrEqualTo(0.05);
        assertThat(ExactBinomialDesign.of(3, 0.9, 0.95, 0.05).isEstimable()).isFalse();
    }
}
