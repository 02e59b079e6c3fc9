package org.sapwood.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.descriptive.DescriptiveSamples.moved;
import static org.sapwood.stats.descriptive.DescriptiveSamples.sample;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Quantiles by every definition: mirrored values, order, values by hand, refusals. */
class QuantilePropertyTest {
    /** Definition by definition, the p quantile of x is minus the (1 - p) quantile of -x where the definition is symmetric. */
    @ParameterizedTest
    @EnumSource(
            value = QuantileDefinition.class,
            names = {"AVERAGED_INVERSE_CDF", "HAZEN", "WEIBULL", "GUMBEL", "MEDIAN_UNBIASED", "NORMAL_UNBIASED"})
    void symmetricQuantilesMirror(QuantileDefinition definition) {
        for (int n = 1; n <= 24; n++) {
            double[] x = sample(n, n);
            double[] minus = moved(x, -1, 0);
            Arrays.sort(x);
            Arrays.sort(minus);
            for (int k = 0; k <= 40; k++) {
                double p = k / 40.0;
                assertThat(definition.quantile(x, p))
                        .as("n %d, p %s", n, p)
                        .isCloseTo(-definition.quantile(minus, 1 - p), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(QuantileDefinition.class)
    void quantilesRiseWithTheProbabilityFromTheSmallestToTheLargest(QuantileDefinition definition) {
        for (int n = 1; n <= 24; n++) {
            double[] x = sample(50 + n, n);
            Arrays.sort(x);
            double last = x[0];
            for (int k = 0; k <= 100; k++) {
                double q = definition.quantile(x, k / 100.0);
                assertThat(q).isBetween(last, x[n - 1]);
                last = q;
            }
            assertThat(last).isEqualTo(x[n - 1]);
        }
    }

    /** Hyndman and Fan's table written out for x = 1, …, 10, whose quantile is the position itself. */
    @ParameterizedTest
    @CsvSource({
        "1, 3.0, 5.0, 1.0",
        "2, 3.0, 5.5, 1.5",
        "3, 2.0, 5.0, 1.0",
        "4, 2.5, 5.0, 1.0",
        "5, 3.0, 5.5, 1.5",
        "6, 2.75, 5.5, 1.1",
        "7, 3.25, 5.5, 1.9",
        "8, 2.9166666666666665, 5.5, 1.3666666666666667",
        "9, 2.9375, 5.5, 1.4"
    })
    void quartileMedianAndDecileOfTheFirstTenNumbers(int type, double quartile, double median, double decile) {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        QuantileDefinition definition = QuantileDefinition.ofType(type);
        assertThat(definition.type()).isEqualTo(type);
        assertThat(definition.quantile(x, 0.25)).isCloseTo(quartile, within(1e-14));
        assertThat(definition.quantile(x, 0.5)).isCloseTo(median, within(1e-14));
        assertThat(definition.quantile(x, 0.1)).isCloseTo(decile, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 3", "3, 1", "4, 6", "5, 2"})
    void sasNumbersNameTheirDefinitions(int sas, int type) {
        assertThat(QuantileDefinition.ofSas(sas).type()).isEqualTo(type);
    }

    @Test
    void quantilesRefuseWhatCannotBe() {
        assertThatThrownBy(() -> QuantileDefinition.ofSas(0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> QuantileDefinition.ofSas(6)).hasMessageContaining("found 6");
        assertThatThrownBy(() -> QuantileDefinition.ofType(0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> QuantileDefinition.ofType(10)).hasMessageContaining("found 10");
        assertThatThrownBy(() -> QuantileDefinition.DEFAULT.quantile(new double[0], 0.5))
                .hasMessageContaining("0 values");
        assertThatThrownBy(() -> QuantileDefinition.DEFAULT.quantile(new double[1], 1.1))
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> QuantileDefinition.DEFAULT.quantile(new double[1], -0.1))
                .hasMessageContaining("-0.1");
    }
}
