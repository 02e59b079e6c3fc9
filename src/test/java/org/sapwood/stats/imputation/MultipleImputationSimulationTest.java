package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.stats.imputation.IncompleteTrial.Loss;
import org.sapwood.stats.imputation.IncompleteTrial.Way;

/** Simulated trials whose difference at the last visit is 1. */
@Tag("slow")
class MultipleImputationSimulationTest {
    private static final int TRIALS = 2000;

    @ParameterizedTest
    @CsvSource({
        "MONOTONE, MONOTONE",
        "FULLY_CONDITIONAL, SCATTERED",
        "FULLY_CONDITIONAL, MONOTONE_AT_RANDOM",
        "MATCHING, SCATTERED",
        "JOINT, MONOTONE_AT_RANDOM"
    })
    void theEstimateIsUnbiasedAndItsIntervalCovers(Way way, Loss loss) {
        double sum = 0;
        double squares = 0;
        int covered = 0;
        for (int t = 0; t < TRIALS; t++) {
            IncompleteTrial trial = IncompleteTrial.draw(100, 3, loss, 0.15, 1_000_003L * t + 5);
            PooledEstimate pooled = trial.pooled(
                    way.of(trial, new RandomStreams(t, way.name())).draws(20).orElseThrow());
            sum += pooled.estimate() - 1;
            squares += (pooled.estimate() - 1) * (pooled.estimate() - 1);
            covered += pooled.interval().contains(1) ? 1 : 0;
        }
        double error = Math.sqrt(squares / TRIALS) / Math.sqrt(TRIALS);
        assertThat(sum / TRIALS).isCloseTo(0, within(3.3 * error));
        // 3.3 Monte-Carlo errors of a coverage of 0.95 are 0.016
        assertThat((double) covered / TRIALS).isCloseTo(0.95, within(0.016));
    }

    @Test
    void onMonotoneDataTheThreeWaysAgreeInDistribution() {
        IncompleteTrial trial = IncompleteTrial.draw(120, 3, Loss.MONOTONE_AT_RANDOM, 0.25, 99);
        int m = 4000;
        PooledEstimate exact = pooled(trial, Way.MONOTONE, m);
        for (Way way : new Way[] {Way.FULLY_CONDITIONAL, Way.JOINT}) {
            PooledEstimate other = pooled(trial, way, m);
            // two means of m estimates, and the ratio of two variances with m - 1 degrees of freedom
            assertThat(other.estimate())
                    .as(way.name())
                    .isCloseTo(exact.estimate(), within(3.3 * Math.sqrt(2 * exact.between() / m) + 0.002));
            assertThat(other.between() / exact.between()).as(way.name()).isCloseTo(1, within(0.09));
            assertThat(other.within() / exact.within()).as(way.name()).isCloseTo(1, within(0.02));
        }
    }

    private static PooledEstimate pooled(IncompleteTrial trial, Way way, int m) {
        return trial.pooled(
                way.of(trial, new RandomStreams(6, way.name())).draws(m).orElseThrow());
    }
}
