package org.sapwood.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.descriptive.DescriptiveSamples.moved;
import static org.sapwood.stats.descriptive.DescriptiveSamples.sample;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class DescriptivePropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static double[] reversed(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
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
