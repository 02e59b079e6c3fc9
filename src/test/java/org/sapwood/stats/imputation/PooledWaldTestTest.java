package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Joint tests at their edges. */
class PooledWaldTestTest {
    private static final double[][] EQUAL = {{1, 2}, {1, 2}, {1, 2}};
    private static final double[][][] UNIT = {{{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}};

    @Test
    void withoutVarianceBetweenImputationsTheMomentsTestIsChiSquare() {
        PooledWaldTest test = PooledWaldTest.fromMoments(EQUAL, UNIT, 0);
        assertThat(test.f()).isEqualTo(2.5);
        // The upper tail of chi-square with 2 degrees of freedom is exp(-x/2), here x = 1 + 4.
        assertThat(test.pValue().value()).isCloseTo(StrictMath.exp(-2.5), within(1e-14));
    }

    @Test
    void withoutVarianceBetweenImputationsTheStatisticsTestIsChiSquare() {
        PooledWaldTest test = PooledWaldTest.fromStatistics(EQUAL, UNIT, 0);
        assertThat(test.pValue().value()).isCloseTo(StrictMath.exp(-2.5), within(1e-14));
    }

    @Test
    void oneImputationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PooledWaldTest.fromMoments(new double[][] {{1, 2}}, new double[][][] {{{1, 0}, {0, 1}}}, 0))
                .withMessageContaining("at least 2 imputations");
    }
}
