package org.sapwood.data.xpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.data.Missing;

class IbmFloatPropertyTest {

    /** The defining formula in whole numbers: ±f · 16^(e−64) / 2^56, rounded once by {@code BigDecimal.doubleValue}. */
    private static double oracle(long word) {
        BigInteger fraction = BigInteger.valueOf(word & 0xFFFFFFFFFFFFFFL);
        int power = 4 * (((int) (word >>> 56) & 0x7F) - 64) - 56;
        BigDecimal value = power >= 0
                ? new BigDecimal(fraction.shiftLeft(power))
                : new BigDecimal(fraction).divide(new BigDecimal(BigInteger.TWO.pow(-power)));
        return (word < 0 ? value.negate() : value).doubleValue();
    }

    @Test
    void agreesWithWholeNumberArithmeticOnRandomWords() {
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            long word = random.nextLong();
            if (i % 3 == 0) { // near ties of the rounding from 56 to 53 bits
                word = word & ~0x80000000000007L | 0x80000000000004L;
            }
            if (!IbmFloat.isMissing(word)) {
                assertThat(IbmFloat.value(word)).isEqualTo(oracle(word) + 0.0);
            }
        }
    }

    @Test
    void everyDoubleWithinRangeSurvivesTheRoundTrip() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000_000; i++) {
            int exponent = random.nextInt(255 + 250) - 255;
            double x = Math.scalb(1 + random.nextDouble(), exponent) * (random.nextBoolean() ? 1 : -1);
            long word = XptWriter.ibm(x);
            if (IbmFloat.isMissing(word) || IbmFloat.value(word) != x) {
                assertThat(IbmFloat.value(word)).isEqualTo(x);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4110000000000000, 1",
        "C110000000000000, -1",
        "4019999999999999, 0.09999999999999999",
        "401999999999999A, 0.1",
        "42640000_00000000, 100",
        "0000000000000000, 0",
        "8000000000000000, 0",
        "7FFFFFFFFFFFFFFF, 7.237005577332262e75",
        "0010000000000000, 5.397605346934028e-79"
    })
    void knownWords(String hex, double value) {
        long word = Long.parseUnsignedLong(hex.replace("_", ""), 16);
        assertThat(IbmFloat.isMissing(word)).isFalse();
        assertThat(IbmFloat.value(word)).isEqualTo(value);
    }

    @Test
    void shortNumbersAreTheLeadingBytes() {
        byte[] bytes = {0x42, 0x64, 0x00, 0x7F};
        assertThat(IbmFloat.value(IbmFloat.word(bytes, 0, 3))).isEqualTo(100);
        assertThat(IbmFloat.value(IbmFloat.word(bytes, 0, 2))).isEqualTo(100);
    }

    @Test
    void missingCodesAreDistinct() {
        assertThat(IbmFloat.missing(0x2EL << 56)).contains(Missing.DOT);
        assertThat(IbmFloat.missing(0x5FL << 56)).contains(Missing.UNDERSCORE);
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            long word = (long) letter << 56;
            assertThat(IbmFloat.isMissing(word)).isTrue();
            assertThat(IbmFloat.missing(word)).contains(Missing.ofLetter(letter));
        }
        assertThat(IbmFloat.isMissing(0x30L << 56)).isTrue();
        assertThat(IbmFloat.missing(0x30L << 56)).isEmpty();
        assertThat(IbmFloat.isMissing((0x2EL << 56) + 1)).isFalse();
    }
}
