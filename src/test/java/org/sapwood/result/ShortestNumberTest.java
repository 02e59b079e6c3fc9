package org.sapwood.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortestNumberTest {
    @Test
    void readsBackAsTheSameDoubleInAtMost17Digits() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x) && x != 0) {
                assertThat(ShortestNumber.of(x).doubleValue()).isEqualTo(x);
                assertThat(ShortestNumber.of(x).precision()).isLessThanOrEqualTo(17);
            }
        }
    }

    @Test
    void isShort() {
        assertThat(ShortestNumber.of(0.1).toPlainString()).isEqualTo("0.1");
        assertThat(ShortestNumber.of(1.0 / 3).toPlainString()).isEqualTo("0.3333333333333333");
        assertThat(ShortestNumber.of(2e-3).toPlainString()).isEqualTo("0.002");
    }

    @Test
    void aWholeNumberHasNoExponent() {
        assertThat(ShortestNumber.of(100)).hasToString("100");
        assertThat(ShortestNumber.of(-25_000)).hasToString("-25000");
        assertThat(ShortestNumber.of(1e300)).hasToString("1E+300");
    }
}
