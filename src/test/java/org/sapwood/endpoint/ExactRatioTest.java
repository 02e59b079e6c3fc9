package org.sapwood.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExactRatioTest {

    private static ExactRatio percent(String part, String whole) {
        return ExactRatio.percent(new BigDecimal(part), new BigDecimal(whole));
    }

    @Test
    void equalNumbersAreEqualWhateverTheirDigits() {
        assertThat(percent("0.50", "10.0")).isEqualTo(percent("1", "20")).hasSameHashCodeAs(percent("1", "20"));
        assertThat(percent("-1", "-3")).isEqualTo(percent("1", "3"));
        assertThat(ExactRatio.of(new BigDecimal("1E+2"))).isEqualTo(ExactRatio.of(new BigDecimal("100")));
    }

    @Test
    void reachesACutPointOnlyWhenItDoes() {
        assertThat(percent("0.5", "10").isAtMost(new BigDecimal("5"))).isTrue();
        assertThat(percent("0.5", "10").isAtLeast(new BigDecimal("5.0"))).isTrue();
        assertThat(percent("1", "3").isAtLeast(new BigDecimal("33.333333333333333333")))
                .isTrue();
        assertThat(percent("1", "3").isAtLeast(new BigDecimal("33.333333333333333334")))
                .isFalse();
    }

    @Test
    void calculatesWithoutRounding() {
        ExactRatio third = ExactRatio.of(BigDecimal.ONE, new BigDecimal("3"));
        assertThat(third.plus(third).plus(third)).isEqualTo(ExactRatio.of(BigDecimal.ONE));
        assertThat(third.minus(third)).isEqualTo(ExactRatio.ZERO);
        assertThat(third.times(third).dividedBy(third)).isEqualTo(third);
        assertThat(third.toDecimal()).isEqualByComparingTo("0.33333333333333333333");
    }

    @Test
    void roundsHalfAwayFromZeroWithoutNegativeZero() {
        assertThat(percent("0.125", "100").toText(2)).isEqualTo("0.13");
        assertThat(percent("-0.125", "100").toText(2)).isEqualTo("-0.13");
        assertThat(percent("-0.001", "100").toText(2)).isEqualTo("0");
        assertThat(percent("10", "1").toText(1)).isEqualTo("1000");
    }

    @Test
    void refusesAZeroDenominator() {
        assertThatThrownBy(() -> percent("1", "0")).isInstanceOf(IllegalArgumentException.class);
    }
}
