package org.sapwood.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.PValue;

class MeanComparisonsPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static OneWayLayout layout(long seed, int... sizes) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> groups = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            double[] values = new double[sizes[g]];
            for (int i = 0; i < values.length; i++) {
                values[i] = g + 4 * random.nextDouble();
            }
            groups.add(values);
        }
        return OneWayLayout.of(groups);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withTwoGroupsEverythingIsTheTTest(long seed) {
        OneWayLayout two = layout(seed, 6, 9);
        Dunnett dunnett = Dunnett.of(two, 0).orElseThrow();
        TDistribution t = TDistribution.of(13);
        double p = 2 * t.survivalProbability(Math.abs(dunnett.statistic(1)));
        assertThat(dunnett.adjustedP(1, Alternative.TWO_SIDED).value()).isCloseTo(p, within(1e-11));
        assertThat(dunnett.criticalValue(LEVEL)).isCloseTo(t.inverseSurvivalProbability(0.05), within(1e-10));
        for (AllPairs.RangeQuantile quantile : AllPairs.RangeQuantile.values()) {
            SimultaneousComparison tukey =
                    AllPairs.tukeyKramer(two, LEVEL, quantile).orElseThrow().get(0);
            assertThat(tukey.adjustedP().value()).isCloseTo(p, within(1e-11));
        }
        assertThat(AllPairs.scheffe(two, LEVEL).orElseThrow().get(0).adjustedP().value())
                .isCloseTo(p, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void intervalsExcludeZeroWhereTheTestRejects(long seed) {
        OneWayLayout four = layout(seed, 5, 7, 6, 8);
        List<SimultaneousComparison> all =
                new ArrayList<>(Dunnett.of(four, 0).orElseThrow().comparisons(LEVEL));
        all.addAll(
                AllPairs.tukeyKramer(four, LEVEL, AllPairs.RangeQuantile.EXACT).orElseThrow());
        all.addAll(AllPairs.scheffe(four, LEVEL).orElseThrow());
        assertThat(all)
                .hasSize(15)
                .allSatisfy(c -> assertThat(c.interval().contains(0))
                        .isEqualTo(c.adjustedP().value() > LEVEL.alpha()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void steppingDownNeverRaisesThePValue(long seed) {
        Dunnett dunnett = Dunnett.of(layout(seed, 5, 7, 6), 0).orElseThrow();
        for (Alternative alternative : Alternative.values()) {
            List<PValue> down = dunnett.stepDown(alternative);
            for (int i = 0; i < 2; i++) {
                assertThat(down.get(i).value())
                        .isLessThanOrEqualTo(
                                dunnett.adjustedP(i + 1, alternative).value() + 1e-14);
            }
        }
    }

    @Test
    void degenerateDataSayWhy() {
        OneWayLayout flat = OneWayLayout.of(List.of(new double[] {1, 1}, new double[] {2, 2}));
        OneWayLayout single = OneWayLayout.of(List.of(new double[] {1}, new double[] {2}));
        assertThat(((Estimable.NotEstimable<?>) Dunnett.of(flat, 0)).reason()).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(((Estimable.NotEstimable<?>) AllPairs.scheffe(flat, LEVEL)).reason())
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(((Estimable.NotEstimable<?>) Dunnett.of(single, 0)).reason()).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(((Estimable.NotEstimable<?>) AllPairs.scheffe(single, LEVEL)).reason())
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }
}
