package org.sapwood.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class DescriptivePropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static Reason reason(Estimable<?> estimable) {
        return ((Estimable.NotEstimable<?>) estimable).reason();
    }

    /** Values with one decimal, ties among them. */
    private static double[] sample(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (random.nextInt(400) - 100) / 10.0;
        }
        return x;
    }

    private static double[] reversed(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
    }

    private static double[] moved(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(v -> factor * v + shift).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowOrderDoesNotMatter(long seed) {
        double[] x = sample(seed, 31);
        Summary one = Summary.of(x);
        Summary two = Summary.of(reversed(x));
        assertThat(two.mean()).isEqualTo(one.mean());
        assertThat(two.variance()).isEqualTo(one.variance());
        assertThat(two.sum()).isEqualTo(one.sum());
        assertThat(two.sorted()).isEqualTo(one.sorted());
        assertThat(two.pOfZeroMean()).isEqualTo(one.pOfZeroMean());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doublingEveryValueDoublesWhatHasItsUnit(long seed) {
        double[] x = sample(seed, 24);
        Summary one = Summary.of(x);
        Summary two = Summary.of(moved(x, 2, 0));
        assertThat(two.mean()).isEqualTo(one.mean().map(v -> 2 * v));
        assertThat(two.standardDeviation()).isEqualTo(one.standardDeviation().map(v -> 2 * v));
        assertThat(two.standardError()).isEqualTo(one.standardError().map(v -> 2 * v));
        assertThat(two.range()).isEqualTo(one.range().map(v -> 2 * v));
        assertThat(two.uncorrectedSumOfSquares()).isEqualTo(4 * one.uncorrectedSumOfSquares());
        assertThat(two.coefficientOfVariationPercent()).isEqualTo(one.coefficientOfVariationPercent());
        assertThat(two.tOfZeroMean()).isEqualTo(one.tOfZeroMean());
        for (Shape.Definition definition : Shape.Definition.values()) {
            assertThat(Shape.of(moved(x, 2, 0)).skewness(definition))
                    .isEqualTo(Shape.of(x).skewness(definition));
            assertThat(Shape.of(moved(x, 2, 0)).kurtosis(definition))
                    .isEqualTo(Shape.of(x).kurtosis(definition));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addingAConstantMovesLocationAndLeavesSpread(long seed) {
        double[] x = sample(seed, 25);
        double[] y = moved(x, 1, 100);
        Summary one = Summary.of(x);
        Summary two = Summary.of(y);
        assertThat(two.mean().orElseThrow()).isCloseTo(one.mean().orElseThrow() + 100, within(1e-12));
        assertThat(two.median().orElseThrow()).isCloseTo(one.median().orElseThrow() + 100, within(1e-12));
        assertThat(two.standardDeviation().orElseThrow())
                .isCloseTo(one.standardDeviation().orElseThrow(), within(1e-11));
        assertThat(RobustSummary.medianAbsoluteDeviation(y))
                .isCloseTo(RobustSummary.medianAbsoluteDeviation(x), within(1e-11));
        assertThat(RobustSummary.trimmedMean(y, 0.2)).isCloseTo(RobustSummary.trimmedMean(x, 0.2) + 100, within(1e-11));
        for (Shape.Definition definition : Shape.Definition.values()) {
            assertThat(Shape.of(y).skewness(definition).orElseThrow())
                    .isCloseTo(Shape.of(x).skewness(definition).orElseThrow(), within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void turningTheSignTurnsTheSkewnessAndKeepsTheKurtosis(long seed) {
        double[] x = sample(seed, 19);
        double[] minus = moved(x, -1, 0);
        for (Shape.Definition definition : Shape.Definition.values()) {
            assertThat(Shape.of(minus).skewness(definition))
                    .isEqualTo(Shape.of(x).skewness(definition).map(s -> -s));
            assertThat(Shape.of(minus).kurtosis(definition))
                    .isEqualTo(Shape.of(x).kurtosis(definition));
        }
    }

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theMeanIsThatOfTheRecordedDecimalsRoundedOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int places = (int) seed;
        double[] x = new double[7 + (int) seed];
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            BigDecimal recorded = BigDecimal.valueOf(random.nextLong(-99_999_999, 99_999_999), places);
            x[i] = recorded.doubleValue();
            total = total.add(recorded);
        }
        double exact = total.divide(BigDecimal.valueOf(x.length), MathContext.DECIMAL128)
                .doubleValue();
        assertThat(Moments.of(x).mean()).isEqualTo(exact);
        assertThat(Summary.of(x).sum()).isEqualTo(total.doubleValue());
    }

    /** Nine million billion and one third of a unit: more than a double's whole numbers hold. */
    @Test
    void sumsBeyondTheExactWholeNumbersAreStillRoundedOnce() {
        double big = 9_007_199_254_740_990.0;
        assertThat(Summary.of(big, 3, big, 5).sum()).isEqualTo(18_014_398_509_481_988.0);
        assertThat(Summary.of(-big, -3, -big, -5).sum()).isEqualTo(-18_014_398_509_481_988.0);
        assertThat(Moments.of(4_503_599_627_370_496.0, 4_503_599_627_370_497.0).mean())
                .isEqualTo(4_503_599_627_370_496.5);
    }

    @Test
    void differencesAreTakenOnPaper() {
        assertThat(Differences.from(new double[] {10.3, 5.2, -0.1}, 0.1)).containsExactly(10.2, 5.1, -0.2);
        assertThat(Differences.ofCompletePairs(
                        new double[] {10.3, Double.NaN, 5.2, 1}, new double[] {10.1, 1, 5.0, Double.NaN}))
                .containsExactly(0.2, 0.2);
        // seven decimals are more than the scaled integers hold
        assertThat(Differences.from(new double[] {0.1234567}, 0.0234567)).containsExactly(0.1);
        assertThatThrownBy(() -> Differences.ofCompletePairs(new double[2], new double[3]))
                .hasMessageContaining("2 and 3");
    }

    @Test
    void measurementsAreWholeNumbersOfTheirLastDecimal() {
        assertThat(RecordedDecimals.scaled(1.5, 2, -0.25).orElseThrow()).containsExactly(150, 200, -25);
        assertThat(RecordedDecimals.scaled(3, 4).orElseThrow()).containsExactly(3, 4);
        assertThat(RecordedDecimals.scaled(1e9).orElseThrow()).containsExactly(1_000_000_000);
        assertThat(RecordedDecimals.scaled(1e9 + 1)).isEmpty();
        assertThat(RecordedDecimals.scaled(0.123456).orElseThrow()).containsExactly(123456);
        assertThat(RecordedDecimals.scaled(0.1234567)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theMeanIntervalHoldsZeroWhenTheTestDoesNotReject(long seed) {
        for (int k = 0; k < 40; k++) {
            Summary summary = Summary.of(moved(sample(100 * seed + k, 12), 1, -k / 4.0));
            Interval interval = summary.meanInterval(LEVEL).orElseThrow();
            assertThat(interval.contains(0))
                    .isEqualTo(summary.pOfZeroMean().orElseThrow().value() > LEVEL.alpha());
            assertThat((interval.lower() + interval.upper()) / 2)
                    .isCloseTo(summary.mean().orElseThrow(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void geometricSummaryIsThatOfTheLogarithms(long seed) {
        double[] x = Arrays.stream(sample(seed, 15)).map(v -> 12 + v).toArray();
        GeometricSummary one = GeometricSummary.of(x).orElseThrow();
        GeometricSummary scaled = GeometricSummary.of(moved(x, 8, 0)).orElseThrow();
        assertThat(scaled.mean()).isCloseTo(8 * one.mean(), within(1e-11));
        assertThat(scaled.harmonicMean()).isCloseTo(8 * one.harmonicMean(), within(1e-11));
        assertThat(scaled.standardDeviation().orElseThrow())
                .isCloseTo(one.standardDeviation().orElseThrow(), within(1e-11));
        assertThat(scaled.coefficientOfVariationPercent().orElseThrow())
                .isCloseTo(one.coefficientOfVariationPercent().orElseThrow(), within(1e-9));
        // reciprocals: the geometric mean inverts, and the means keep their order
        GeometricSummary inverse =
                GeometricSummary.of(Arrays.stream(x).map(v -> 1 / v).toArray()).orElseThrow();
        assertThat(inverse.mean() * one.mean()).isCloseTo(1, within(1e-13));
        Interval interval = one.meanInterval(LEVEL).orElseThrow();
        Interval mirrored = inverse.meanInterval(LEVEL).orElseThrow();
        assertThat(mirrored.lower() * interval.upper()).isCloseTo(1, within(1e-12));
        assertThat(mirrored.upper() * interval.lower()).isCloseTo(1, within(1e-12));
        assertThat(one.harmonicMean()).isLessThan(one.mean());
        assertThat(one.mean()).isLessThan(Summary.of(x).mean().orElseThrow());
    }

    @Test
    void geometricValuesByHand() {
        GeometricSummary summary = GeometricSummary.of(1, 100).orElseThrow();
        assertThat(summary.mean()).isCloseTo(10, within(1e-13));
        assertThat(summary.harmonicMean()).isCloseTo(2 / 1.01, within(1e-14));
        // the logarithms are 0 and log 100, their variance (log 100)²/2
        double variance = StrictMath.log(100) * StrictMath.log(100) / 2;
        assertThat(summary.coefficientOfVariationPercent().orElseThrow())
                .isCloseTo(100 * Math.sqrt(StrictMath.exp(variance) - 1), within(1e-7));
    }

    /** Duplicating every value keeps the sums of squares per value: the variance falls by the divisor only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void duplicatedDataChangeTheVarianceByItsDivisor(long seed) {
        double[] x = sample(seed, 10);
        double[] twice = Arrays.copyOf(x, 20);
        System.arraycopy(x, 0, twice, 10, 10);
        assertThat(Summary.of(twice).variance().orElseThrow() * 19 / 20)
                .isCloseTo(Summary.of(x).variance().orElseThrow() * 9 / 10, within(1e-10));
        assertThat(Summary.of(twice).median()).isEqualTo(Summary.of(x).median());
        assertThat(Shape.of(twice).skewness(Shape.Definition.MOMENT_RATIO).orElseThrow())
                .isCloseTo(Shape.of(x).skewness(Shape.Definition.MOMENT_RATIO).orElseThrow(), within(1e-12));
    }

    @Test
    void theDeviationIntervalMovesWithTheUnitAndNarrowsWithTheLevel() {
        Moments moments = Moments.of(sample(3, 18));
        Moments doubled = Moments.of(moved(sample(3, 18), 2, 0));
        Interval wide =
                StandardDeviationInterval.of(moments, ConfidenceLevel.of(0.99)).orElseThrow();
        Interval narrow = StandardDeviationInterval.of(moments, LEVEL).orElseThrow();
        double deviation = moments.standardDeviation().orElseThrow();
        assertThat(narrow.lower()).isBetween(wide.lower(), deviation);
        assertThat(narrow.upper()).isBetween(deviation, wide.upper());
        assertThat(StandardDeviationInterval.of(doubled, LEVEL).orElseThrow().upper())
                .isCloseTo(2 * narrow.upper(), within(1e-12));
        // two observations: SS over the tails of one squared normal deviate, 1.959964² and 0.0627068²
        Interval two = StandardDeviationInterval.of(Moments.of(0, 2), LEVEL).orElseThrow();
        assertThat(two.lower()).isCloseTo(Math.sqrt(2) / 1.959963984540054, within(1e-12));
        assertThat(two.upper()).isCloseTo(Math.sqrt(2) / 0.06270677794321385, within(1e-8));
    }

    @Test
    void hingesOfSmallSamples() {
        assertThat(RobustSummary.tukeyFiveNumbers(5, 1, 3)).containsExactly(1, 2, 3, 4, 5);
        assertThat(RobustSummary.tukeyFiveNumbers(4, 1, 3, 2)).containsExactly(1, 1.5, 2.5, 3.5, 4);
        assertThat(RobustSummary.tukeyFiveNumbers(7)).containsExactly(7, 7, 7, 7, 7);
    }

    @Test
    void trimmingByHand() {
        double[] x = {10, 1, 2, 3, 100};
        assertThat(RobustSummary.trimmedMean(x, 0)).isEqualTo(23.2);
        assertThat(RobustSummary.trimmedMean(x, 0.2)).isEqualTo(5);
        assertThat(RobustSummary.trimmedMean(x, 0.4)).isEqualTo(3);
        assertThat(RobustSummary.trimmedMean(x, 0.5)).isEqualTo(3);
        assertThat(RobustSummary.trimmedMean(new double[] {1, 2, 3, 10}, 0.5)).isEqualTo(2.5);
        assertThatThrownBy(() -> RobustSummary.trimmedMean(x, 0.51)).hasMessageContaining("0.51");
        assertThatThrownBy(() -> RobustSummary.trimmedMean(x, -0.01)).hasMessageContaining("-0.01");
    }

    @Test
    void medianAbsoluteDeviationByHand() {
        // Median 3, deviations 2 1 0 1 97: their median is 1
        assertThat(RobustSummary.medianAbsoluteDeviation(1, 2, 3, 4, 100)).isEqualTo(1);
        assertThat(RobustSummary.scaledMedianAbsoluteDeviation(1, 2, 3, 4, 100)).isEqualTo(1.4826);
        assertThat(RobustSummary.interquartileRange(new double[] {1, 2, 3, 4, 100}, QuantileDefinition.GUMBEL))
                .isEqualTo(2);
    }

    @Test
    void degenerateSamplesSayWhy() {
        Summary empty = Summary.of(Double.NaN, Double.NaN);
        assertThat(empty.n()).isZero();
        assertThat(empty.missing()).isEqualTo(2);
        assertThat(empty.sum()).isZero();
        assertThat(empty.uncorrectedSumOfSquares()).isZero();
        for (Estimable<?> nothing : new Estimable<?>[] {
            empty.mean(),
            empty.variance(),
            empty.standardDeviation(),
            empty.minimum(),
            empty.maximum(),
            empty.range(),
            empty.median(),
            empty.meanInterval(LEVEL),
            empty.coefficientOfVariationPercent(),
            empty.tOfZeroMean()
        }) {
            assertThat(reason(nothing)).isEqualTo(Reason.EMPTY_GROUP);
        }
        Summary one = Summary.of(Double.NaN, 4.5);
        assertThat(one.mean()).isEqualTo(Estimable.of(4.5));
        assertThat(one.median()).isEqualTo(Estimable.of(4.5));
        assertThat(reason(one.standardDeviation())).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(one.meanInterval(LEVEL))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(one.tOfZeroMean())).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(StandardDeviationInterval.of(Moments.of(4.5), LEVEL))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        Summary constant = Summary.of(0.3, 0.3, 0.3);
        assertThat(constant.standardDeviation()).isEqualTo(Estimable.of(0.0));
        assertThat(reason(constant.tOfZeroMean())).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(Summary.of(-1, 1).coefficientOfVariationPercent())).isEqualTo(Reason.ZERO_DENOMINATOR);
        assertThat(reason(Summary.of(0).coefficientOfVariationPercent())).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(GeometricSummary.of())).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(GeometricSummary.of(2, 0))).isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(GeometricSummary.of(2).orElseThrow().mean()).isCloseTo(2, within(1e-15));
        assertThat(reason(GeometricSummary.of(2).orElseThrow().meanInterval(LEVEL)))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }

    @Test
    void shapeNeedsEnoughObservationsThatDiffer() {
        Shape.Definition unbiased = Shape.Definition.UNBIASED;
        assertThat(reason(Shape.of(1, 2).skewness(unbiased))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(Shape.of(1, 2, 3).skewness(unbiased)).isEqualTo(Estimable.of(0.0));
        assertThat(reason(Shape.of(1, 2, 3).kurtosis(unbiased))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(Shape.of(1, 2, 3, 4).kurtosis(unbiased).orElseThrow()).isCloseTo(-1.2, within(1e-13));
        assertThat(reason(Shape.of(1).skewness(Shape.Definition.MOMENT_RATIO))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(Shape.of(1, 2).skewness(Shape.Definition.MOMENT_RATIO)).isEqualTo(Estimable.of(0.0));
        assertThat(reason(Shape.of(2, 2, 2, 2).kurtosis(unbiased))).isEqualTo(Reason.ZERO_VARIANCE);
    }

    @Test
    void momentsRefuseWhatAreNoMoments() {
        assertThatThrownBy(Moments::of).hasMessageContaining("none");
        assertThatThrownBy(() -> Moments.of(1, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new Moments(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Moments(1, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Moments(2, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Moments(2, 1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Moments(1, 3, 0).isConstant()).isTrue();
        assertThat(Moments.of(1e6, 1e6 + 1e-6).isConstant()).isFalse();
    }
}
