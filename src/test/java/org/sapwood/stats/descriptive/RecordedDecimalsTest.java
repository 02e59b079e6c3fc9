package org.sapwood.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and differences of values as they were recorded, rounded once. */
class RecordedDecimalsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theMeanIsThatOfTheRecordedDecimalsRoundedOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int places = (int) seed;
        double[] x = new double[7 + (int) seed];
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            BigDecimal recorded = BigDecimal.valueOf(random.nextLong(-99_999_999, 99_999_999), places);
            x[i] = recorded.doubleValue();
            total = total.add(recorded);
        }
        double exact = total.divide(BigDecimal.valueOf(x.length), MathContext.DECIMAL128)
                .doubleValue();
        assertThat(Moments.of(x).mean()).isEqualTo(exact);
        assertThat(Summary.of(x).sum()).isEqualTo(total.doubleValue());
    }

    /** Nine million billion and one third of a unit: more than a double's whole numbers hold. */
    @Test
    void sumsBeyondTheExactWholeNumbersAreStillRoundedOnce() {
        double big = 9_007_199_254_740_990.0;
        assertThat(Summary.of(big, 3, big, 5).sum()).isEqualTo(18_014_398_509_481_988.0);
        assertThat(Summary.of(-big, -3, -big, -5).sum()).isEqualTo(-18_014_398_509_481_988.0);
        assertThat(Moments.of(4_503_599_627_370_496.0, 4_503_599_627_370_497.0).mean())
                .isEqualTo(4_503_599_627_370_496.5);
    }

    @Test
    void differencesAreTakenOnPaper() {
        assertThat(Differences.from(new double[] {10.3, 5.2, -0.1}, 0.1)).containsExactly(10.2, 5.1, -0.2);
        assertThat(Differences.ofCompletePairs(
                        new double[] {10.3, Double.NaN, 5.2, 1}, new double[] {10.1, 1, 5.0, Double.NaN}))
                .containsExactly(0.2, 0.2);
        // seven decimals are more than the scaled integers hold
        assertThat(Differences.from(new double[] {0.1234567}, 0.0234567)).containsExactly(0.1);
        assertThatThrownBy(() -> Differences.ofCompletePairs(new double[2], new double[3]))
                .hasMessageContaining("2 and 3");
    }

    @Test
    void measurementsAreWholeNumbersOfTheirLastDecimal() {
        assertThat(RecordedDecimals.scaled(1.5, 2, -0.25).orElseThrow()).containsExactly(150, 200, -25);
        assertThat(RecordedDecimals.scaled(3, 4).orElseThrow()).containsExactly(3, 4);
        assertThat(RecordedDecimals.scaled(1e9).orElseThrow()).containsExactly(1_000_000_000);
        assertThat(RecordedDecimals.scaled(1e9 + 1)).isEmpty();
        assertThat(RecordedDecimals.scaled(0.123456).orElseThrow()).containsExactly(123456);
        assertThat(RecordedDecimals.scaled(0.1234567)).isEmpty();
    }
}
