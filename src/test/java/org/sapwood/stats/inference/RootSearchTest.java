package org.sapwood.stats.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void anEndThatIsAZeroIsReturnedWithoutSearching() {
        assertThat(RootSearch.between(x -> x - 1, 1, 2)).isEqualTo(1);
        assertThat(RootSearch.between(x -> x - 2, 1, 2)).isEqualTo(2);
        assertThat(RootSearch.between(x -> x - 1, 1, 2, 0.1)).isEqualTo(1);
        assertThat(RootSearch.between(x -> x - 2, 1, 2, 0.1)).isEqualTo(2);
        assertThat(RootSearch.between(x -> -x * x, 0, 1, 0.1)).isZero();
        assertThat(RootSearch.between(x -> -(x - 1) * (x - 1), 0, 1)).isEqualTo(1);
    }

    @Test
    void aFunctionWithoutAValueIsRefused() {
        assertThatThrownBy(() -> RootSearch.between(x -> Math.sqrt(x - 1), 0, 3))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no value at 0.0");
    }

    @Test
    void withAToleranceTheBetterOfTwoEndsWithOneSign() {
        assertThat(RootSearch.between(x -> -2 - x, -1, 1, 1e-9)).isEqualTo(-1);
        assertThat(RootSearch.between(x -> 2 - x, -1, 1, 1e-9)).isEqualTo(1);
        assertThat(RootSearch.between(x -> x - 2, -1, 1, 1e-9)).isEqualTo(1);
    }

    /** Functions with a zero between the ends. */
    enum Curve {
        COSINE(x -> StrictMath.cos(x) - x, 0, 2),
        CUBE(x -> x * x * x - 2 * x - 5, 0, 4),
        EXPO(x -> StrictMath.exp(x) - 5, -3, 6),
        FLAT(x -> StrictMath.pow(x - 1, 9), 0, 3.5),
        POLE(x -> 1 / (x - 3) - 6, 3.01, 7),
        LOGT(x -> StrictMath.log(x) + x * x - 3, 0.1, 30),
        FALLING(x -> 2 - Math.sqrt(x), 0.5, 100),
        ATN(x -> StrictMath.atan(50 * (x - 0.3)), -4, 1),
        KINK(x -> x < 1 ? -1 - 0.1 * (1 - x) : (x - 1) * (x - 1) + 0.2, -3, 8),
        STEEP(x -> x * StrictMath.exp(-x * x) - 0.1 + StrictMath.pow(x, 5), -2, 3);

        private final DoubleUnaryOperator f;
        private final double from;
        private final double to;

        Curve(DoubleUnaryOperator f, double from, double to) {
            this.f = f;
            this.from = from;
            this.to = to;
        }
    }

    /** R 4.2.2, {@code uniroot}: another implementation of Brent's method, its calls of the function counted. */
    @ParameterizedTest
    @CsvSource({
        "COSINE, 0.1, 5, 0.76056259626716627",
        "COSINE, 1e-06, 8, 0.73908513322516611",
        "COSINE, 1e-12, 8, 0.73908513321516067",
        "CUBE, 0.1, 6, 2.0854398088177657",
        "CUBE, 1e-06, 9, 2.0945516481601172",
        "CUBE, 1e-12, 11, 2.0945514815423265",
        "EXPO, 0.1, 7, 1.6052233949649573",
        "EXPO, 1e-06, 9, 1.6094378682557111",
        "EXPO, 1e-12, 10, 1.6094379124342197",
        "FLAT, 0.1, 13, 0.99814363350183943",
        "FLAT, 1e-06, 44, 1.0000000366673472",
        "FLAT, 1e-12, 86, 0.99999999999980949",
        "POLE, 0.1, 9, 3.1850749999999999",
        "POLE, 1e-06, 14, 3.1666666686301022",
        "POLE, 1e-12, 15, 3.1666666666666665",
        "LOGT, 0.1, 12, 1.593493203922431",
        "LOGT, 1e-06, 15, 1.5921429317994977",
        "LOGT, 1e-12, 16, 1.592142937058094",
        "FALLING, 0.1, 6, 4",
        "FALLING, 1e-06, 6, 4",
        "FALLING, 1e-12, 6, 4",
        "ATN, 0.1, 8, 0.31069182122848515",
        "ATN, 1e-06, 13, 0.30000000017436856",
        "ATN, 1e-12, 13, 0.29999999999999999",
        "KINK, 0.1, 11, 1.042351301906846",
        "KINK, 1e-06, 33, 1.0000001085072086",
        "KINK, 1e-12, 56, 1.0000000000000409",
        "STEEP, 0.1, 9, 0.076449414524855305",
        "STEEP, 1e-06, 12, 0.10101503562463496",
        "STEEP, 1e-12, 13, 0.10101500112776295"
    })
    void takesTheStepsOfBrentsMethod(Curve curve, double tolerance, int calls, double root) {
        int[] counted = new int[1];
        DoubleUnaryOperator f = x -> {
            counted[0]++;
            return curve.f.applyAsDouble(x);
        };
        assertThat(RootSearch.between(f, curve.from, curve.to, tolerance))
                .isCloseTo(root, within(1e-3 * tolerance + 1e-14));
        assertThat(counted[0]).isEqualTo(calls);
    }
}
