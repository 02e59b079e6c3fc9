package org.sapwood.stats.samplesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.sequential.Sides;

class SampleSizeEdgeTest {
    private static final TestError ERROR = new TestError(0.05, Sides.TWO, 0.9);

    /** Nobody against everybody: no variance under the alternative, (z √(2 · ¼))². */
    @Test
    void certaintiesAreProportions() {
        assertThat(new ProportionComparison(0, 1, 1).pooled(ERROR))
                .isCloseTo(1.959963984540054 * 1.959963984540054 / 2, within(1e-12));
        assertThat(new ExactProportionPower(0, 1, 1, 1).fisherTwoSided(0.5)).isZero();
        // 4 of 4 against 0 of 4 has probability 2/70 and is certain
        assertThat(new ExactProportionPower(0, 1, 4, 4).fisherTwoSided(2 / 70.0))
                .isCloseTo(1, within(1e-12));
        assertThat(new ExactProportionPower(0, 1, 4, 4).fisherTwoSided(0.028)).isZero();
        assertThat(new ExactProportionPower(1, 0, 4, 4).fisherOneSided(1 / 70.0))
                .isCloseTo(1, within(1e-12));
        assertThat(new ExactProportionPower(0, 1, 4, 4).fisherOneSided(1 / 70.0))
                .isCloseTo(1, within(1e-12));
        assertThat(new ExactProportionPower(0, 1, 4, 4).fisherOneSided(0.014)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0.5, 1", "1.01, 0.5, 1", "0.5, -0.01, 1", "0.5, 1.01, 1", "0.5, 0.4, 0"})
    void whatIsNoProportionOrRatioIsRefused(double p1, double p2, double ratio) {
        assertThatThrownBy(() -> new ProportionComparison(p1, p2, ratio)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExactProportionPower(p1, p2, 5, (int) ratio * 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void errorsLieStrictlyBetweenZeroAndOne(double edge) {
        assertThatThrownBy(() -> new TestError(edge, Sides.ONE, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TestError(0.05, Sides.ONE, edge)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void meansNeedASpreadARatioAndAnEffectOfSensibleSize() {
        MeanComparison.Design two = MeanComparison.Design.TWO_GROUPS;
        assertThatThrownBy(() -> new MeanComparison(1, 0, two, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeanComparison(1, 1, two, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new MeanComparison(0, 1, two, 1).size(ERROR)).isInstanceOf(Estimable.NotEstimable.class);
        Estimable<Double> huge = new MeanComparison(1e9, 1, two, 1).size(ERROR);
        assertThat(((Estimable.NotEstimable<Double>) huge).reason()).isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(((Estimable.NotEstimable<Double>) huge).detail()).contains("so large");
        // three subjects in all are the fewest of a two-group test
        assertThat(new MeanComparison(60, 1, two, 1).size(ERROR).orElseThrow()).isBetween(1.05, 2.0);
    }

    /** One subject, p₀ one half: one of one has probability ½ exactly, which a level of ½ allows and one below does not. */
    @Test
    void theCriticalCountMayHaveTheLevelItself() {
        ExactBinomialDesign design = ExactBinomialDesign.of(1, 0.5, 0.8, 0.5).orElseThrow();
        assertThat(design.criticalCount()).isEqualTo(1);
        assertThat(design.size()).isCloseTo(0.5, within(1e-15));
        assertThat(design.power()).isCloseTo(0.8, within(1e-15));
        assertThat(ExactBinomialDesign.of(1, 0.5, 0.8, 0.499).isEstimable()).isFalse();
    }
}
