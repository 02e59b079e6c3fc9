package org.sapwood.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Estimable.Reason;

/** The small records in which every result travels. */
class ResultsTest {
    @Test
    void aReasonPassesThroughAndAValueIsMapped() {
        Estimable<Double> two = Estimable.of(2.0);
        Estimable<Double> none = Estimable.not(Reason.ALL_TIED, "every value is equal");
        assertThat(two.map(v -> v + 1)).isEqualTo(Estimable.of(3.0));
        assertThat(none.map(v -> v + 1)).isEqualTo(none);
        assertThat(two.isEstimable()).isTrue();
        assertThat(none.isEstimable()).isFalse();
        assertThat(two.orElseThrow()).isEqualTo(2);
        assertThatThrownBy(none::orElseThrow)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("ALL_TIED: every value is equal");
    }

    @Test
    void anIntervalHoldsItsLimits() {
        Interval interval = new Interval(-1, 2, ConfidenceLevel.NINETY_FIVE);
        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(-1.0000001)).isFalse();
        assertThat(interval.contains(2.0000001)).isFalse();
        assertThat(new Interval(3, 3, ConfidenceLevel.NINETY_FIVE).contains(3)).isTrue();
        assertThatThrownBy(() -> new Interval(2, 1, ConfidenceLevel.NINETY_FIVE))
                .hasMessageContaining("2.0, 1.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, ConfidenceLevel.NINETY_FIVE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPValueKeepsItsLogarithm() {
        assertThat(PValue.of(1 + 1e-12)).isEqualTo(new PValue(1, 0));
        assertThat(PValue.of(0).log()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(PValue.of(0.25).log()).isCloseTo(-2 * StrictMath.log(2), within(1e-15));
        assertThat(PValue.ofLog(-1000)).isEqualTo(new PValue(0, -1000));
        assertThat(PValue.ofLog(1e-12)).isEqualTo(new PValue(1, 0));
        assertThat(PValue.ofLog(-StrictMath.log(4)).value()).isCloseTo(0.25, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void whatIsNoProbabilityIsRefused(double value) {
        assertThatThrownBy(() -> new PValue(value, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfidenceLevel.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsLieStrictlyBetweenZeroAndOne() {
        assertThatThrownBy(() -> new PValue(0.5, 0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfidenceLevel.of(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> ConfidenceLevel.of(1)).hasMessageContaining("1.0");
        assertThat(ConfidenceLevel.of(0.8).alpha()).isCloseTo(0.2, within(1e-15));
    }
}
