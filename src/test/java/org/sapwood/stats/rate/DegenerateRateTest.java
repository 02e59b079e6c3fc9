package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.rate.RandomRates.swapped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** Counts from which a rate or a comparison cannot be had, and what is refused. */
class DegenerateRateTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @Test
    void degenerateCountsSayWhy() {
        RateComparison none = RateComparison.of(0, 3, 0, 5);
        RateComparison first = RateComparison.of(4, 3, 0, 5);
        assertThat(reason(none.ratio())).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(none.waldDifference(LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(none.scoreRatioInterval(LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(ExactRateRatio.of(none))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(new StratifiedRates(List.of(none, none)).difference(LEVEL)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(first.waldLogRatio(LEVEL))).isEqualTo(Reason.ZERO_CELL);
        assertThat(reason(swapped(first).waldLogRatio(LEVEL))).isEqualTo(Reason.ZERO_CELL);
        assertThat(reason(new StratifiedRates(List.of(first)).logRatio(LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(new StratifiedRates(List.of(swapped(first))).logRatio(LEVEL)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(first.ratio().orElseThrow()).isInfinite();
        assertThat(first.waldDifference(LEVEL).isEstimable()).isTrue();
        assertThat(first.scoreRatioInterval(LEVEL).orElseThrow().upper()).isInfinite();
        for (ExactRateRatio.Method method : ExactRateRatio.Method.values()) {
            ExactRateRatio exact = ExactRateRatio.of(first).orElseThrow();
            Interval interval = exact.interval(Alternative.TWO_SIDED, method, LEVEL);
            assertThat(interval.upper()).isInfinite();
            // all four events in group 1: p⁴ is the tail, halved for mid-P
            double p = StrictMath.pow(method == ExactRateRatio.Method.MIDP ? 0.1 : 0.05, 0.25);
            assertThat(interval.lower()).isCloseTo(p / (1 - p) * 5 / 3, within(1e-9));
            Interval zero =
                    ExactRateRatio.of(swapped(first)).orElseThrow().interval(Alternative.TWO_SIDED, method, LEVEL);
            assertThat(zero.lower()).isZero();
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PoissonRate(-1, 1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PoissonRate(1, 0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new PoissonRate(1, 1).exactTest(-0.1, Alternative.LESS))
                .hasMessageContaining("-0.1");
        assertThatThrownBy(() -> new StratifiedRates(List.of())).hasMessageContaining("stratum");
        ExactRateRatio exact = ExactRateRatio.of(RateComparison.of(1, 1, 1, 1)).orElseThrow();
        assertThatThrownBy(() -> exact.test(0, Alternative.LESS, ExactRateRatio.Method.CENTRAL))
                .hasMessageContaining("0.0");
    }
}
