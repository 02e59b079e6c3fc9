package org.sapwood.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;

class SurvivalPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowOrderDoesNotMatter(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 40, 2, 15);
        int[] order = RandomSurvival.shuffled(seed, 40);
        double[] times = new double[40];
        boolean[] events = new boolean[40];
        for (int i = 0; i < 40; i++) {
            times[i] = data.times[order[i]];
            events[i] = data.events[order[i]];
        }
        assertThat(KaplanMeier.of(SurvivalSample.of(times, events)).steps())
                .isEqualTo(KaplanMeier.of(data.sample()).steps());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withoutCensoringTheCurveIsTheShareStillWithoutEvent(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 50, 2, 20);
        Arrays.fill(data.events, true);
        for (KaplanMeier.Step step : KaplanMeier.of(data.sample()).steps()) {
            double share =
                    Arrays.stream(data.times).filter(t -> t > step.time()).count() / 50.0;
            assertThat(step.survival()).isCloseTo(share, within(1e-14));
            if (share > 0) {
                assertThat(step.standardError().orElseThrow())
                        .isCloseTo(Math.sqrt(share * (1 - share) / 50), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stretchingTimeStretchesTheQuantiles(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 60, 2, 25);
        double[] doubled = Arrays.stream(data.times).map(t -> 2 * t).toArray();
        KaplanMeier.Quantile one = KaplanMeier.of(data.sample()).quantile(0.4, SurvivalScale.LOG_LOG, LEVEL);
        KaplanMeier.Quantile two =
                KaplanMeier.of(SurvivalSample.of(doubled, data.events)).quantile(0.4, SurvivalScale.LOG_LOG, LEVEL);
        assertThat(two.estimate()).isEqualTo(one.estimate().map(t -> 2 * t));
        assertThat(two.lower()).isEqualTo(one.lower().map(t -> 2 * t));
        assertThat(two.upper()).isEqualTo(one.upper().map(t -> 2 * t));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyScaleHoldsTheEstimateInsideProbabilities(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 30, 2, 12);
        for (KaplanMeier.Step step : KaplanMeier.of(data.sample()).steps()) {
            for (SurvivalScale scale : SurvivalScale.values()) {
                if (step.interval(scale, LEVEL) instanceof Estimable.Of<Interval> of) {
                    assertThat(of.value().lower()).isBetween(0.0, step.survival());
                    assertThat(of.value().upper()).isBetween(step.survival(), 1.0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aTimeLiesInTheMedianIntervalWhenItsSurvivalIntervalHoldsOneHalf(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 60, 2, 500);
        KaplanMeier curve = KaplanMeier.of(data.sample());
        KaplanMeier.Quantile median = curve.quantile(0.5, SurvivalScale.LOG_LOG, LEVEL);
        double lower = median.lower().orElseThrow();
        double upper = median.upper() instanceof Estimable.Of<Double> of ? of.value() : Double.POSITIVE_INFINITY;
        for (KaplanMeier.Step step : curve.steps()) {
            if (step.interval(SurvivalScale.LOG_LOG, LEVEL) instanceof Estimable.Of<Interval> of) {
                assertThat(step.time() >= lower && step.time() < upper)
                        .isEqualTo(of.value().contains(0.5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withoutCensoringTheRestrictedMeanIsTheMeanOfCutTimes(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 35, 2, 20);
        Arrays.fill(data.events, true);
        double tau = 11.5;
        double[] cut = Arrays.stream(data.times).map(t -> Math.min(t, tau)).toArray();
        double mean = Arrays.stream(cut).average().orElseThrow();
        double squares = Arrays.stream(cut).map(t -> (t - mean) * (t - mean)).sum();
        RestrictedMean restricted = RestrictedMean.of(data.sample(), tau).orElseThrow();
        assertThat(restricted.estimate()).isCloseTo(mean, within(1e-12));
        assertThat(restricted.standardError()).isCloseTo(Math.sqrt(squares) / 35, within(1e-12));
        assertThat(restricted.timeLost()).isCloseTo(tau - mean, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void swappingGroupsNegatesTheDifferenceAndInvertsTheRatios(long seed) {
        RestrictedMean a = RestrictedMean.of(new RandomSurvival(seed, 30, 2, 20).sample(), 9)
                .orElseThrow();
        RestrictedMean b = RestrictedMean.of(new RandomSurvival(seed + 100, 40, 2, 20).sample(), 9)
                .orElseThrow();
        RestrictedMean.Contrast ab = a.minus(b, LEVEL).orElseThrow();
        RestrictedMean.Contrast ba = b.minus(a, LEVEL).orElseThrow();
        assertThat(ab.estimate()).isEqualTo(-ba.estimate());
        assertThat(ab.interval().lower()).isCloseTo(-ba.interval().upper(), within(1e-13));
        assertThat(ab.pValue()).isEqualTo(ba.pValue());
        RestrictedMean.Contrast ratio = a.over(b, LEVEL).orElseThrow();
        RestrictedMean.Contrast inverse = b.over(a, LEVEL).orElseThrow();
        assertThat(ratio.estimate() * inverse.estimate()).isCloseTo(1, within(1e-13));
        assertThat(ratio.interval().lower() * inverse.interval().upper()).isCloseTo(1, within(1e-13));
        RestrictedMean.Contrast lost = a.timeLostOver(b, LEVEL).orElseThrow();
        assertThat(lost.estimate()).isCloseTo(a.timeLost() / b.timeLost(), within(1e-13));
        assertThat(ab.interval().contains(0)).isEqualTo(ab.pValue().value() > LEVEL.alpha());
        assertThat(ratio.interval().contains(1)).isEqualTo(ratio.pValue().value() > LEVEL.alpha());
    }
}
