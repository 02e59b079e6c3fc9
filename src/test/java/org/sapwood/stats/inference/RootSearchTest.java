package org.sapwood.stats.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Zeros that are known in closed form, and what has none. */
class RootSearchTest {
    @Test
    void findsAZeroToTheGrid() {
        assertThat(RootSearch.between(x -> x * x - 2, 0, 2)).isCloseTo(Math.sqrt(2), within(8 * Math.ulp(1.0)));
        assertThat(RootSearch.between(x -> x * x * x, -1, 2)).isCloseTo(0, within(1e-100));
    }

    @Test
    void infiniteValuesSteerTheHalving() {
        double root = RootSearch.between(x -> x <= 0.25 ? Double.NEGATIVE_INFINITY : StrictMath.log(2 * x), 0, 1);
        assertThat(root).isCloseTo(0.5, within(4 * Math.ulp(0.5)));
    }

    @Test
    void aStepHasItsZeroAtTheJump() {
        assertThat(RootSearch.between(x -> x < 3.25 ? -1 : 1, 0, 10, 1e-9)).isCloseTo(3.25, within(1e-9));
    }

    @Test
    void withoutAChangeOfSignThereIsNoZero() {
        assertThatThrownBy(() -> RootSearch.between(x -> 1 + x * x, -1, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no change of sign between -1.0 (2.0) and 1.0 (2.0)");
    }

    @Test
    void withAToleranceTheBetterEndIsTakenInstead() {
        assertThat(RootSearch.between(x -> x + 2, -1, 1, 1e-9)).isEqualTo(-1);
    }
}
