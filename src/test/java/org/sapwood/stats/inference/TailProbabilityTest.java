package org.sapwood.stats.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.PValue;

class TailProbabilityTest {
    /** R 4.2.2, {@code pnorm(z, lower.tail = FALSE)} with and without {@code log.p}; 38 and more underflow there. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5, -0.69314718055994529",
        "1, 0.15865525393145705, -1.8410216450092636",
        "4.9, 4.7918327659031897e-07, -14.551182689355313",
        "5, 2.8665157187919391e-07, -15.064998393988725",
        "5.1, 1.6982674071476014e-07, -15.588487091871468",
        "10, 7.6198530241605269e-24, -53.23128515051247",
        "30, 4.9067139271481872e-198, -454.32124395634321",
        "40, 0, -804.6084420137538",
        "100, 0, -5005.5242086942053"
    })
    void normalTailsAndTheirLogarithms(double z, double tail, double log) {
        double log2 = StrictMath.log(2);
        PValue upper = TailProbability.normal(z, Alternative.GREATER);
        PValue lower = TailProbability.normal(-z, Alternative.LESS);
        assertThat(upper.value()).isCloseTo(tail, within(1e-12 * tail));
        assertThat(upper.log()).isCloseTo(log, withinPercentage(1e-11));
        assertThat(lower).isEqualTo(upper);
        for (double either : new double[] {z, -z}) {
            PValue two = TailProbability.normal(either, Alternative.TWO_SIDED);
            assertThat(two.value()).isCloseTo(2 * tail, within(2e-12 * tail));
            assertThat(two.log()).isCloseTo(log + log2, within(1e-13 * (1 - log)));
        }
    }

    @Test
    void infiniteStatistics() {
        assertThat(TailProbability.normal(Double.POSITIVE_INFINITY, Alternative.GREATER)
                        .value())
                .isZero();
        assertThat(TailProbability.normal(Double.NEGATIVE_INFINITY, Alternative.GREATER)
                        .value())
                .isEqualTo(1);
        assertThat(TailProbability.normal(Double.NEGATIVE_INFINITY, Alternative.TWO_SIDED)
                        .log())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** R 4.2.2: {@code pt(-2.5, 7)}, {@code pchisq(7.3, 4)}, {@code pf(3.1, 2, 9)}, {@code qnorm(0.99)}. */
    @Test
    void theOtherTails() {
        double t = 0.020496109292876437;
        assertThat(TailProbability.studentT(2.5, 7, Alternative.GREATER).value())
                .isCloseTo(t, within(1e-14));
        assertThat(TailProbability.studentT(-2.5, 7, Alternative.LESS).value()).isCloseTo(t, within(1e-14));
        assertThat(TailProbability.studentT(-2.5, 7, Alternative.GREATER).value())
                .isCloseTo(1 - t, within(1e-14));
        assertThat(TailProbability.studentT(-2.5, 7, Alternative.TWO_SIDED).value())
                .isCloseTo(2 * t, within(1e-14));
        assertThat(TailProbability.chiSquare(7.3, 4).value()).isCloseTo(0.12085874882121238, within(1e-14));
        assertThat(TailProbability.f(3.1, 2, 9).value()).isCloseTo(0.09457909340249232, within(1e-14));
        assertThat(TailProbability.normalQuantile(0.02)).isCloseTo(2.3263478740408408, within(1e-13));
        assertThat(ZTest.of(1, Alternative.LESS).pValue().value()).isCloseTo(1 - 0.15865525393145705, within(1e-14));
        assertThat(TTest.of(2.5, 7, Alternative.GREATER).pValue().value()).isCloseTo(t, within(1e-14));
        assertThat(ChiSquareTest.of(7.3, 4).pValue().value()).isCloseTo(0.12085874882121238, within(1e-14));
        assertThat(FTest.of(3.1, 2, 9).pValue().value()).isCloseTo(0.09457909340249232, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-17})
    void nothingAtAllIsNoEvidence(double statistic) {
        assertThat(TailProbability.chiSquare(statistic, 3)).isEqualTo(PValue.of(1));
        assertThat(TailProbability.f(statistic, 3, 8)).isEqualTo(PValue.of(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.5, 0, 0.5, 3})
    void halfAStepTowardsTheMean(double centred) {
        for (Alternative alternative : Alternative.values()) {
            assertThat(ContinuityCorrection.NONE.of(centred, alternative)).isZero();
        }
        assertThat(ContinuityCorrection.HALF.of(centred, Alternative.GREATER)).isEqualTo(0.5);
        assertThat(ContinuityCorrection.HALF.of(centred, Alternative.LESS)).isEqualTo(-0.5);
        assertThat(ContinuityCorrection.HALF.of(centred, Alternative.TWO_SIDED)).isEqualTo(Math.signum(centred) / 2);
    }
}
