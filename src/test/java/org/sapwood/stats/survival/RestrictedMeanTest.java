package org.sapwood.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;

class RestrictedMeanTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.95);

    private static SurvivalSample sample(double[] times, boolean... events) {
        return SurvivalSample.of(times, events);
    }

    @Test
    void isTheAreaUnderTheSteps() {
        // S is 1 to 2, 2/3 to 3, 1/3 from there on.
        SurvivalSample three = sample(new double[] {2, 3, 9}, true, true, false);
        RestrictedMean mean = RestrictedMean.of(three, 6).orElseThrow();
        assertThat(mean.estimate()).isCloseTo(2 + 2 / 3.0 + 1, within(1e-15));
        double variance = Math.pow(5 / 3.0, 2) / 6 + 1 / 2.0;
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(variance), within(1e-15));
        assertThat(mean.interval(LEVEL).upper() - mean.estimate())
                .isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-13));
        assertThat(mean.estimate() - mean.interval(LEVEL).lower())
                .isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-13));
    }

    @Test
    void eventAtTheHorizonChangesNothing() {
        SurvivalSample three = sample(new double[] {2, 3, 9}, true, true, false);
        assertThat(RestrictedMean.of(three, 3).orElseThrow().estimate()).isCloseTo(2 + 2 / 3.0, within(1e-15));
    }

    @Test
    void horizonBeyondACensoredLastTimeIsRefusedButNotBeyondAnEvent() {
        assertThat(reason(RestrictedMean.of(sample(new double[] {2, 3}, true, false), 4)))
                .isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(RestrictedMean.of(sample(new double[] {2, 3}, true, false), 3)
                        .isEstimable())
                .isTrue();
        assertThat(RestrictedMean.of(sample(new double[] {2, 3}, true, true), 4)
                        .orElseThrow()
                        .estimate())
                .isEqualTo(2.5);
    }

    @Test
    void withoutEventsThereIsNoContrast() {
        RestrictedMean none =
                RestrictedMean.of(sample(new double[] {5, 6}, false, false), 4).orElseThrow();
        assertThat(none.estimate()).isEqualTo(4);
        assertThat(none.standardError()).isZero();
        assertThat(reason(none.minus(none, LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(none.over(none, LEVEL))).isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(none.timeLostOver(none, LEVEL))).isEqualTo(Reason.ZERO_DENOMINATOR);
    }

    @Test
    void emptyGroupAndSenselessHorizon() {
        assertThat(reason(RestrictedMean.of(sample(new double[0]), 4))).isEqualTo(Reason.EMPTY_GROUP);
        assertThatThrownBy(() -> RestrictedMean.of(sample(new double[] {1}, true), 0))
                .hasMessageContaining("0.0");
    }
}
