package org.sapwood.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Hinges, trimmed and winsorised means and the median absolute deviation by hand. */
class RobustSummaryTest {
    @Test
    void hingesOfSmallSamples() {
        assertThat(RobustSummary.tukeyFiveNumbers(5, 1, 3)).containsExactly(1, 2, 3, 4, 5);
        assertThat(RobustSummary.tukeyFiveNumbers(4, 1, 3, 2)).containsExactly(1, 1.5, 2.5, 3.5, 4);
        assertThat(RobustSummary.tukeyFiveNumbers(7)).containsExactly(7, 7, 7, 7, 7);
    }

    @Test
    void trimmingByHand() {
        double[] x = {10, 1, 2, 3, 100};
        assertThat(RobustSummary.trimmedMean(x, 0)).isEqualTo(23.2);
        assertThat(RobustSummary.trimmedMean(x, 0.2)).isEqualTo(5);
        assertThat(RobustSummary.trimmedMean(x, 0.4)).isEqualTo(3);
        assertThat(RobustSummary.trimmedMean(x, 0.5)).isEqualTo(3);
        assertThat(RobustSummary.trimmedMean(new double[] {1, 2, 3, 10}, 0.5)).isEqualTo(2.5);
        assertThatThrownBy(() -> RobustSummary.trimmedMean(x, 0.51)).hasMessageContaining("0.51");
        assertThatThrownBy(() -> RobustSummary.trimmedMean(x, -0.01)).hasMessageContaining("-0.01");
    }

    @Test
    void medianAbsoluteDeviationByHand() {
        // Median 3, deviations 2 1 0 1 97: their median is 1
        assertThat(RobustSummary.medianAbsoluteDeviation(1, 2, 3, 4, 100)).isEqualTo(1);
        assertThat(RobustSummary.scaledMedianAbsoluteDeviation(1, 2, 3, 4, 100)).isEqualTo(1.4826);
        assertThat(RobustSummary.interquartileRange(new double[] {1, 2, 3, 4, 100}, QuantileDefinition.GUMBEL))
                .isEqualTo(2);
    }
}
