package org.sapwood.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalPropertyTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100, 100",
        "1e21, 1000000000000000000000",
        "0.30000000000000004, 0.30000000000000004",
        "2e-3, 0.002",
        "-0.0, 0",
        "12345678.9, 12345678.9",
        "9007199254740993, 9007199254740992",
        "1e-7, 0.0000001"
    })
    void isThePlainDecimalOneWouldWrite(double x, String written) {
        assertThat(ShortestDecimal.of(x).toPlainString()).isEqualTo(written);
    }

    @Test
    void readsBackAndNoShorterDecimalDoes() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            double x = switch (i % 4) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextInt(1_000_000) / 1000.0;
                case 2 -> random.nextGaussian();
                default -> random.nextDouble() * 1e12;
            };
            if (Double.isNaN(x) || Double.isInfinite(x)) {
                continue;
            }
            BigDecimal shortest = ShortestDecimal.of(x);
            assertThat(shortest.doubleValue()).isEqualTo(x + 0.0);
            int digits = shortest.stripTrailingZeros().precision();
            if (digits > 1) {
                BigDecimal shorter = new BigDecimal(x).round(new MathContext(digits - 1, RoundingMode.HALF_EVEN));
                assertThat(shorter.doubleValue()).isNotEqualTo(x);
            }
        }
    }
}
