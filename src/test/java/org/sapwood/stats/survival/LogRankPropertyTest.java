package org.sapwood.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.inference.ChiSquareTest;

class LogRankPropertyTest {
    private static final List<LogRankWeight> WEIGHTS = List.of(
            new LogRankWeight.LogRank(),
            new LogRankWeight.Gehan(),
            new LogRankWeight.TaroneWare(),
            new LogRankWeight.PetoPrentice(),
            new LogRankWeight.ModifiedPeto(),
            new LogRankWeight.FlemingHarrington(0.5, 2));

    private static double statistic(LogRankTest test) {
        return test.chiSquare().orElseThrow().statistic();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void swappingGroupsNegatesZ(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 40, 2, 12);
        int[] swapped = Arrays.stream(data.group).map(g -> 1 - g).toArray();
        for (LogRankWeight weight : WEIGHTS) {
            LogRankTest one = LogRankTest.of(data.times, data.events, data.group, 2, weight);
            LogRankTest two = LogRankTest.of(data.times, data.events, swapped, 2, weight);
            double z = one.z().orElseThrow();
            assertThat(two.z().orElseThrow()).isCloseTo(-z, within(1e-12));
            assertThat(statistic(one)).isCloseTo(z * z, within(1e-10));
            assertThat(one.pValue(Alternative.TWO_SIDED).orElseThrow().value())
                    .isCloseTo(one.chiSquare().orElseThrow().pValue().value(), within(1e-12));
            assertThat(one.pValue(Alternative.LESS).orElseThrow().value())
                    .isCloseTo(two.pValue(Alternative.GREATER).orElseThrow().value(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void relabelledGroupsKeepTheStatistic(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 45, 3, 10);
        int[] rotated = Arrays.stream(data.group).map(g -> (g + 1) % 3).toArray();
        for (LogRankWeight weight : WEIGHTS) {
            LogRankTest one = LogRankTest.of(data.times, data.events, data.group, 3, weight);
            LogRankTest two = LogRankTest.of(data.times, data.events, rotated, 3, weight);
            assertThat(statistic(two)).isCloseTo(statistic(one), within(1e-9));
            assertThat(Arrays.stream(one.score()).sum()).isCloseTo(0, within(1e-9));
            for (double[] row : one.variance()) {
                assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-8));
            }
            assertThat(Arrays.stream(one.observed()).sum())
                    .isCloseTo(Arrays.stream(one.expected()).sum(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oneStratumIsUnstratifiedAndStrataAddUp(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 60, 2, 12);
        int[] same = new int[60];
        Arrays.fill(same, 7);
        for (LogRankWeight weight : WEIGHTS) {
            LogRankTest plain = LogRankTest.of(data.times, data.events, data.group, 2, weight);
            LogRankTest one = LogRankTest.stratified(data.times, data.events, data.group, 2, same, weight);
            assertThat(one.score()).isEqualTo(plain.score());
            LogRankTest both = LogRankTest.stratified(data.times, data.events, data.group, 2, data.stratum, weight);
            double score = 0;
            double variance = 0;
            for (int s = 0; s < 2; s++) {
                int wanted = s;
                int[] rows = java.util.stream.IntStream.range(0, 60)
                        .filter(i -> data.stratum[i] == wanted)
                        .toArray();
                double[] times =
                        Arrays.stream(rows).mapToDouble(i -> data.times[i]).toArray();
                int[] group = Arrays.stream(rows).map(i -> data.group[i]).toArray();
                boolean[] events = new boolean[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    events[i] = data.events[rows[i]];
                }
                LogRankTest alone = LogRankTest.of(times, events, group, 2, weight);
                score += alone.score()[1];
                variance += alone.variance()[1][1];
            }
            assertThat(both.score()[1]).isCloseTo(score, within(1e-10));
            assertThat(both.variance()[1][1]).isCloseTo(variance, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onlyTheOrderOfTimesMatters(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 40, 2, 12);
        double[] squared = Arrays.stream(data.times).map(t -> t * t).toArray();
        for (LogRankWeight weight : WEIGHTS) {
            assertThat(LogRankTest.of(squared, data.events, data.group, 2, weight)
                            .score())
                    .isEqualTo(LogRankTest.of(data.times, data.events, data.group, 2, weight)
                            .score());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void flemingHarringtonWithoutExponentsIsTheLogRankTest(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 40, 2, 12);
        assertThat(LogRankTest.of(data.times, data.events, data.group, 2, new LogRankWeight.FlemingHarrington(0, 0))
                        .score())
                .isEqualTo(LogRankTest.of(data.times, data.events, data.group, 2, new LogRankWeight.LogRank())
                        .score());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withoutTiesItIsTheScoreTestOfTheCoxModel(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 40, 2, 1_000_000);
        double[][] indicator = new double[40][1];
        for (int i = 0; i < 40; i++) {
            indicator[i][0] = data.group[i];
        }
        ChiSquareTest score = CoxModel.fit(CoxData.of(data.times, data.events, indicator), TieHandling.EFRON)
                .orElseThrow()
                .scoreTest();
        double statistic =
                statistic(LogRankTest.of(data.times, data.events, data.group, 2, new LogRankWeight.LogRank()));
        assertThat(score.statistic()).isCloseTo(statistic, within(1e-9));
    }

    @Test
    void weightsAreTheirFormulas() {
        assertThat(new LogRankWeight.LogRank().at(9, 0.8, 0.7)).isEqualTo(1);
        assertThat(new LogRankWeight.Gehan().at(9, 0.8, 0.7)).isEqualTo(9);
        assertThat(new LogRankWeight.TaroneWare().at(9, 0.8, 0.7)).isEqualTo(3);
        assertThat(new LogRankWeight.PetoPrentice().at(9, 0.8, 0.7)).isEqualTo(0.7);
        assertThat(new LogRankWeight.ModifiedPeto().at(9, 0.8, 0.7)).isCloseTo(0.63, within(1e-15));
        assertThat(new LogRankWeight.FlemingHarrington(2, 1).at(9, 0.8, 0.7)).isCloseTo(0.128, within(1e-15));
    }

    @Test
    void degenerateDataSayWhy() {
        LogRankTest none =
                LogRankTest.of(new double[] {1, 2}, new boolean[2], new int[] {0, 1}, 2, new LogRankWeight.LogRank());
        assertThat(((Estimable.NotEstimable<?>) none.chiSquare()).reason()).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(((Estimable.NotEstimable<?>) none.z()).reason()).isEqualTo(Reason.ZERO_VARIANCE);
        // Group 2 has left before the first event.
        LogRankTest apart = LogRankTest.of(
                new double[] {1, 2, 3},
                new boolean[] {false, true, true},
                new int[] {1, 0, 0},
                2,
                new LogRankWeight.LogRank());
        assertThat(apart.z().isEstimable()).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        LogRankWeight weight = new LogRankWeight.LogRank();
        assertThatThrownBy(() -> LogRankTest.of(new double[2], new boolean[1], new int[2], 2, weight))
                .hasMessageContaining("one length");
        assertThatThrownBy(() -> LogRankTest.of(new double[2], new boolean[2], new int[2], 1, weight))
                .hasMessageContaining("at least 2 groups");
        assertThatThrownBy(() -> LogRankTest.of(new double[2], new boolean[2], new int[] {0, 2}, 2, weight))
                .hasMessageContaining("found 2");
        assertThatThrownBy(() -> new LogRankWeight.FlemingHarrington(-1, 0)).hasMessageContaining("-1");
        LogRankTest three = LogRankTest.of(new double[3], new boolean[3], new int[] {0, 1, 2}, 3, weight);
        assertThatThrownBy(three::z).isInstanceOf(IllegalStateException.class);
    }
}
