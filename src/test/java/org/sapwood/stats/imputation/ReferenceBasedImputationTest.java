package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.imputation.IncompleteTrial.Loss;

/** What each strategy says of whom, whatever the numbers. */
class ReferenceBasedImputationTest {
    private static final IncompleteTrial TRIAL =
            IncompleteTrial.draw(80, 3, Loss.MONOTONE, 0.25, 21).withOneNeverSeen("S0000");
    private static final RandomStreams STREAMS = new RandomStreams(77, "reference");

    private static double[][] draw(ReferenceStrategy strategy) {
        return IncompleteTrial.reference(TRIAL, strategy, STREAMS).draw(1).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferenceStrategy.class,
            names = {"JUMP_TO_REFERENCE", "COPY_REFERENCE", "COPY_INCREMENTS_IN_REFERENCE"})
    void membersOfTheReferenceAreImputedAtRandom(ReferenceStrategy strategy) {
        double[][] atRandom = draw(ReferenceStrategy.MISSING_AT_RANDOM);
        double[][] drawn = draw(strategy);
        boolean moved = false;
        for (int i = 0; i < drawn.length; i++) {
            if (TRIAL.arm()[i] == 0) {
                assertThat(drawn[i]).isEqualTo(atRandom[i]);
            }
            moved |= !java.util.Arrays.equals(drawn[i], atRandom[i]);
        }
        assertThat(moved).isTrue();
    }

    @Test
    void whoWasNeverSeenHasTheReferenceMeanUnderAllThree() {
        double[] jump = draw(ReferenceStrategy.JUMP_TO_REFERENCE)[0];
        assertThat(draw(ReferenceStrategy.COPY_REFERENCE)[0]).isEqualTo(jump);
        assertThat(draw(ReferenceStrategy.COPY_INCREMENTS_IN_REFERENCE)[0]).isEqualTo(jump);
    }

    @Test
    void copyIncrementsKeepsTheDifferenceReachedAndJumpLosesIt() {
        // All draws share β, Σ and z, so differences of imputed values are differences of mean profiles: at the first
        // visit
        // after the event own mean minus reference mean at the event's eve is what copy increments keeps.
        double[][] jump = draw(ReferenceStrategy.JUMP_TO_REFERENCE);
        double[][] increments = draw(ReferenceStrategy.COPY_INCREMENTS_IN_REFERENCE);
        int seen = 0;
        double kept = 0;
        for (int i = 1; i < jump.length; i++) {
            double[] y = TRIAL.values()[i];
            if (TRIAL.arm()[i] == 1 && !Double.isNaN(y[0]) && Double.isNaN(y[1])) {
                double second = increments[i][1] - jump[i][1];
                double third = increments[i][2] - jump[i][2];
                assertThat(third).isCloseTo(second, within(1e-9));
                kept += second;
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(3);
        // the difference of arms at the first visit is 1/3 in truth
        assertThat(kept / seen).isBetween(-0.3, 1.0);
    }

    @ParameterizedTest
    @EnumSource(ReferenceStrategy.class)
    void theMeanOfManyDrawsIsNearTheConditionalMean(ReferenceStrategy strategy) {
        IncompleteTrial trial = IncompleteTrial.draw(200, 3, Loss.SCATTERED, 0.15, 9);
        List<double[][]> drawn =
                IncompleteTrial.reference(trial, strategy, STREAMS).draws(200).orElseThrow();
        PooledEstimate pooled = trial.pooled(drawn);
        double[][] means =
                ConditionalMeanImputation.complete(trial.profiles(), strategy).orElseThrow();
        double byMeans = trial.difference(means).orElseThrow().estimate();
        // 4 Monte-Carlo errors, and 0.01 for the posterior mean of β not being its REML estimate
        assertThat(pooled.estimate()).isCloseTo(byMeans, within(4 * Math.sqrt(pooled.between() / 200) + 0.01));
    }
}
