package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.imputation.IncompleteTrial.Loss;
import org.sapwood.stats.imputation.IncompleteTrial.Way;

/** Draws depend on seed, analysis, imputation and subject, and on nothing else. */
class MultipleImputationStreamsTest {
    private static final IncompleteTrial TRIAL = IncompleteTrial.draw(60, 3, Loss.MONOTONE, 0.2, 11);
    private static final RandomStreams STREAMS = new RandomStreams(20260101, "cdasi");

    private static double[][] third(Way way, IncompleteTrial trial, RandomStreams streams) {
        return way.of(trial, streams).draw(3).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theOrderOfRowsChangesNoDigit(Way way) {
        List<Integer> shuffled = new java.util.ArrayList<>(
                IntStream.range(0, TRIAL.subjects()).boxed().toList());
        Collections.reverse(shuffled);
        Collections.swap(shuffled, 5, 31);
        int[] order = shuffled.stream().mapToInt(i -> i).toArray();
        double[][] straight = third(way, TRIAL, STREAMS);
        double[][] permuted = third(way, TRIAL.inOrder(order), STREAMS);
        for (int i = 0; i < order.length; i++) {
            assertThat(permuted[i]).as(TRIAL.ids().get(order[i])).isEqualTo(straight[order[i]]);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theNumberOfThreadsChangesNoDigit(Way way) throws ExecutionException, InterruptedException {
        MultipleImputation imputation = way.of(TRIAL, STREAMS);
        List<double[][]> alone = onThreads(1, imputation);
        List<double[][]> together = onThreads(4, imputation);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).as("imputation %d", i + 1).isDeepEqualTo(alone.get(i));
        }
    }

    private static List<double[][]> onThreads(int threads, MultipleImputation imputation)
            throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> imputation.draws(8).orElseThrow()).get();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSubjectNeverSeenChangesNobodyElse(Way way) {
        double[][] without = third(way, TRIAL, STREAMS);
        double[][] with = third(way, TRIAL.withOneNeverSeen("S0017B"), STREAMS);
        for (int i = 0; i < without.length; i++) {
            assertThat(with[i + 1]).as(TRIAL.ids().get(i)).isEqualTo(without[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void seedAnalysisAndNumberEachGiveOtherDraws(Way way) {
        double[][] one = third(way, TRIAL, STREAMS);
        List<double[][]> others = List.of(
                third(way, TRIAL, new RandomStreams(20260102, "cdasi")),
                third(way, TRIAL, new RandomStreams(20260101, "cdasi-2")),
                way.of(TRIAL, STREAMS).draw(4).orElseThrow());
        assertThat(others).noneMatch(other -> java.util.Arrays.deepEquals(other, one));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void observedValuesStayAndNothingIsMissing(Way way) {
        double[][] completed = third(way, TRIAL, STREAMS);
        for (int i = 0; i < completed.length; i++) {
            for (int v = 0; v < 3; v++) {
                double observed = TRIAL.values()[i][v];
                assertThat(completed[i][v]).isFinite();
                if (!Double.isNaN(observed)) {
                    assertThat(completed[i][v]).isEqualTo(observed);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void withoutMissingValuesTheAnswerIsTheCompleteDataAnalysis(Way way) {
        IncompleteTrial complete = IncompleteTrial.draw(40, 3, Loss.NONE, 0, 5);
        PooledEstimate pooled =
                complete.pooled(way.of(complete, STREAMS).draws(5).orElseThrow());
        var expected = complete.difference(complete.values()).orElseThrow();
        assertThat(pooled.estimate()).isEqualTo(expected.estimate());
        assertThat(pooled.standardError()).isEqualTo(expected.standardError());
        assertThat(pooled.degreesOfFreedom()).isEqualTo(36);
        assertThat(pooled.pValue()).isEqualTo(expected.pValue());
        assertThat(pooled.interval()).isEqualTo(expected.interval());
        assertThat(pooled.between()).isZero();
    }
}
