package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** The sign test and the interval of a median, which inverts it. */
class SignTestPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @Test
    void bothTailsAndTheObservedSignCountMakeOne() {
        for (int n = 1; n <= 12; n++) {
            for (int k = 0; k <= n; k++) {
                SignTest test = new SignTest(n, k);
                double both = test.pValue(Alternative.LESS).value()
                        + test.pValue(Alternative.GREATER).value();
                double choose = 1;
                for (int i = 0; i < k; i++) {
                    choose *= (n - i) / (i + 1.0);
                }
                assertThat(both - choose * StrictMath.pow(0.5, n)).isCloseTo(1, within(1e-12));
                assertThat(test.centred()).isEqualTo(k - n / 2.0);
            }
        }
    }

    @Test
    void theSignTestLeavesZerosOut() {
        assertThat(SignTest.of(1, -2, 0, 3, 0)).isEqualTo(Estimable.of(new SignTest(3, 2)));
        assertThat(reason(SignTest.of(0, 0))).isEqualTo(Reason.ZERO_VARIANCE);
    }

    /** The interval of a median holds a value when the sign test of the deviations from it does not reject. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theMedianIntervalInvertsTheSignTest(long seed) {
        double[] x = new SplittableRandom(seed).doubles(17, 0, 10).toArray();
        Interval interval = MedianInterval.of(x, LEVEL).orElseThrow().interval();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < 16; i++) {
            double between = (sorted[i] + sorted[i + 1]) / 2;
            SignTest test = SignTest.of(Arrays.stream(x).map(v -> v - between).toArray())
                    .orElseThrow();
            assertThat(interval.contains(between))
                    .isEqualTo(test.pValue(Alternative.TWO_SIDED).value() > LEVEL.alpha());
        }
        double[] minus = Arrays.stream(x).map(v -> 3 - v).toArray();
        Interval mirrored = MedianInterval.of(minus, LEVEL).orElseThrow().interval();
        assertThat(mirrored.lower()).isEqualTo(3 - interval.upper());
        assertThat(mirrored.upper()).isEqualTo(3 - interval.lower());
    }

    /** Six values: the extremes miss the median with probability 2/64; five cannot reach 95 %. */
    @Test
    void theSmallestSampleWithADistributionFreeInterval() {
        MedianInterval interval = MedianInterval.of(new double[] {6, 1, 5, 2, 4, 3}, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        assertThat(interval.interval().lower()).isEqualTo(1);
        assertThat(interval.interval().upper()).isEqualTo(6);
        assertThat(interval.achievedLevel()).isCloseTo(1 - 2 / 64.0, within(1e-14));
        assertThat(reason(MedianInterval.of(new double[] {1, 2, 3, 4, 5}, ConfidenceLevel.NINETY_FIVE)))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(MedianInterval.of(new double[0], LEVEL))).isEqualTo(Reason.EMPTY_GROUP);
        // 50 %: one value misses its own median with probability one
        assertThat(reason(MedianInterval.of(new double[] {1}, ConfidenceLevel.of(0.5))))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }
}
