package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.rank.RankSamples.bent;
import static org.sapwood.stats.rank.RankSamples.continuous;
import static org.sapwood.stats.rank.RankSamples.overAllSplits;
import static org.sapwood.stats.rank.RankSamples.sample;
import static org.sapwood.stats.rank.RankSamples.share;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;
import org.sapwood.stats.location.StudentT;

/** Permutation of mean differences, Brunner and Munzel, the shift of Hodges and Lehmann: enumerations and invariances. */
class TwoSamplesRankPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void meanDifferencesOverAllSplits(long seed) {
        double[] x = sample(seed, 5);
        double[] y = sample(seed + 40, 7);
        for (double shift : new double[] {0, 1 / 3.0}) {
            // thirds have no last decimal and are listed split by split
            double[] moved = Arrays.stream(x).map(v -> v + shift).toArray();
            double[] other = Arrays.stream(y).map(v -> v + 2 * shift).toArray();
            MeanDifferencePermutation test =
                    MeanDifferencePermutation.of(moved, other).orElseThrow();
            List<Double> all = overAllSplits(
                    moved,
                    other,
                    (a, b) -> Arrays.stream(a).average().orElseThrow()
                            - Arrays.stream(b).average().orElseThrow());
            double d = test.difference();
            double greater = share(all, d);
            double less = all.stream().filter(v -> v <= d + 1e-9).count() / (double) all.size();
            double two =
                    all.stream().filter(v -> Math.abs(v) >= Math.abs(d) - 1e-9).count() / (double) all.size();
            MeanDifferencePermutation.PValues p = test.exact().orElseThrow();
            assertThat(p.of(Alternative.GREATER).value()).isCloseTo(greater, within(1e-12));
            assertThat(p.of(Alternative.LESS).value()).isCloseTo(less, within(1e-12));
            assertThat(p.of(Alternative.TWO_SIDED).value()).isCloseTo(two, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void brunnerMunzelTurnsWithTheSamplesAndSeesOnlyTheOrder(long seed) {
        double[] x = sample(seed, 8);
        double[] y = sample(seed + 40, 11);
        StudentT one = BrunnerMunzel.of(x, y).orElseThrow();
        StudentT two = BrunnerMunzel.of(bent(y), bent(x)).orElseThrow();
        assertThat(two.estimate()).isCloseTo(1 - one.estimate(), within(1e-14));
        assertThat(two.standardError()).isCloseTo(one.standardError(), within(1e-14));
        assertThat(two.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-10));
        double effect = 0;
        for (double a : x) {
            for (double b : y) {
                effect += (a > b ? 1 : a == b ? 0.5 : 0) / 88;
            }
        }
        assertThat(Math.min(one.estimate(), 1 - one.estimate())).isCloseTo(Math.min(effect, 1 - effect), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theShiftIntervalMovesAndTurnsWithTheSamples(long seed) {
        double[] x = continuous(seed, 9);
        double[] y = continuous(seed + 40, 7);
        HodgesLehmann one = HodgesLehmann.ofShift(x, y).orElseThrow();
        HodgesLehmann turned = HodgesLehmann.ofShift(y, x).orElseThrow();
        HodgesLehmann moved = HodgesLehmann.ofShift(
                        Arrays.stream(x).map(v -> 2 * v + 3).toArray(),
                        Arrays.stream(y).map(v -> 2 * v).toArray())
                .orElseThrow();
        Interval interval = one.exactInterval(LEVEL).interval();
        assertThat(turned.estimate()).isCloseTo(-one.estimate(), within(1e-12));
        assertThat(turned.exactInterval(LEVEL).interval().lower()).isCloseTo(-interval.upper(), within(1e-12));
        assertThat(moved.estimate()).isCloseTo(2 * one.estimate() + 3, within(1e-12));
        assertThat(moved.exactInterval(LEVEL).interval().upper()).isCloseTo(2 * interval.upper() + 3, within(1e-12));
        assertThat(moved.asymptoticInterval(LEVEL).lower())
                .isCloseTo(2 * one.asymptoticInterval(LEVEL).lower() + 3, within(1e-12));
        assertThat(one.exactInterval(LEVEL).achievedLevel()).isGreaterThanOrEqualTo(0.9);
        // duality: a shift inside is not rejected by the exact test, one outside is
        for (double shift = -8; shift <= 8; shift += 0.1) {
            double s = shift;
            double p = MannWhitney.of(Arrays.stream(x).map(v -> v - s).toArray(), y)
                    .orElseThrow()
                    .exact(Alternative.TWO_SIDED)
                    .value();
            assertThat(interval.contains(shift)).as("shift %s", shift).isEqualTo(p > 0.1);
        }
    }
}
