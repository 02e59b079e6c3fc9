package org.sapwood.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.result.Value;

class NumberFormatTest {
    private static String format(String name, Value value) {
        return NumberFormat.named(name).format(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, dec1, 0.3",
        "-0.25, dec1, -0.3",
        "2.5, dec0, 3",
        "-2.5, dec0, -3",
        "42.65, dec1, 42.7",
        "-0.04, dec1, 0.0"
    })
    void exactValuesAreRoundedHalfAwayFromZeroWithoutNegativeZero(String x, String name, String printed) {
        assertThat(format(name, new Value.Exact(new BigDecimal(x)))).isEqualTo(printed);
    }

    @Test
    void aTieThatBinaryArithmeticMissedIsStillATie() {
        assertThat(format("dec2", new Value.Real(1.005))).isEqualTo("1.01");
        assertThat(format("dec1", new Value.Real(0.15))).isEqualTo("0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, pct1, 12.5",
        "1, 16, pct1, 6.3",
        "1, 40, pct1, 2.5",
        "1, 2000, pct1, 0.1",
        "7, 7, pct1, 100.0",
        "29, 200, pct0, 15"
    })
    void percentagesComeFromTheirIntegers(long x, long n, String name, String printed) {
        assertThat(format(name, new Value.Ratio(x, n))).isEqualTo(printed);
    }

    @Test
    void everyTiedPercentageGoesUp() {
        for (int n = 1; n <= 400; n++) {
            for (int x = 0; x <= n; x++) {
                if (x * 2000L % n == 0 && x * 2000L / n % 2 == 1) {
                    BigDecimal up = BigDecimal.valueOf(x * 2000L / n + 1)
                            .movePointLeft(1)
                            .divide(BigDecimal.valueOf(2));
                    assertThat(new BigDecimal(format("pct1", new Value.Ratio(x, n))))
                            .isEqualByComparingTo(up);
                }
            }
        }
    }

    @Test
    void somethingIsNeverPrintedAsNothing() {
        assertThat(format("pct0lt", new Value.Ratio(1, 254))).isEqualTo("<1");
        assertThat(format("pct0lt", new Value.Ratio(0, 254))).isEqualTo("0");
        assertThat(format("pct0lt", new Value.Ratio(2, 254))).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0009, <0.001",
        "0.001, 0.001",
        "0.0316, 0.032",
        "0.9990, 0.999",
        "0.9991, >0.999",
        "1, >0.999",
        "0.04996, 0.04996",
        "0.05004, 0.05004",
        "0.05, 0.050",
        "0.0494, 0.049"
    })
    void pValuesHaveAFloorACeilingAndShowOnWhichSideOfFivePercentTheyAre(double p, String printed) {
        assertThat(format("p3", new Value.Probability(p, StrictMath.log(p)))).isEqualTo(printed);
    }

    @Test
    void thePilotReportsPValues() {
        assertThat(format("p3pilot", new Value.Probability(0.0065, 0))).isEqualTo("0.007*");
        assertThat(format("p3pilot", new Value.Probability(0.995, 0))).isEqualTo(">.99");
        assertThat(format("p3pilot", new Value.Probability(0.15, 0))).isEqualTo("0.150");
    }

    @Test
    void whatDoesNotExistIsSaid() {
        assertThat(format("dec1", new Value.NotEstimable("EMPTY_GROUP", "no subject")))
                .isEqualTo("NE");
        assertThat(format("dec1", new Value.Real(Double.POSITIVE_INFINITY))).isEqualTo("NE");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberFormat.named("dec"))
                .withMessageContaining("no format named \"dec\"")
                .withMessageContaining("pct1".substring(0, 3));
    }
}
