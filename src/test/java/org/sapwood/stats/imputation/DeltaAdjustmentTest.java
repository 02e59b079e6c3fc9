package org.sapwood.stats.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.imputation.IncompleteTrial.Loss;
import org.sapwood.stats.imputation.IncompleteTrial.Way;

class DeltaAdjustmentTest {
    private static final double GAP = Double.NaN;

    @Test
    void onlyValuesAfterTheLastObservedOneOfTheNamedUnitsMove() {
        double[][] observed = {{1, GAP, 3, GAP}, {1, GAP, GAP, GAP}, {1, GAP, 3, GAP}, {GAP, GAP, GAP, 4}};
        double[][] completed = {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}};
        double[][] adjusted = new DeltaAdjustment(observed, i -> i != 2).adjusted(completed, 10);
        assertThat(adjusted).isDeepEqualTo(new double[][] {{1, 2, 3, 14}, {1, 12, 13, 14}, {1, 2, 3, 4}, {1, 2, 3, 4}});
    }

    @Test
    void aDeltaOfZeroIsTheUnadjustedImputation() {
        IncompleteTrial trial = IncompleteTrial.draw(50, 3, Loss.SCATTERED, 0.2, 8);
        List<double[][]> drawn = Way.FULLY_CONDITIONAL
                .of(trial, new RandomStreams(4, "delta"))
                .draws(4)
                .orElseThrow();
        PooledEstimate zero =
                trial.pooled(new DeltaAdjustment(trial.values(), i -> trial.arm()[i] == 1).adjusted(drawn, 0));
        assertThat(zero).isEqualTo(trial.pooled(drawn));
    }

    @Test
    void theEstimateIsLinearInDelta() {
        IncompleteTrial trial = IncompleteTrial.draw(80, 3, Loss.MONOTONE, 0.2, 8);
        List<double[][]> drawn =
                Way.MONOTONE.of(trial, new RandomStreams(4, "delta")).draws(10).orElseThrow();
        DeltaAdjustment adjustment = new DeltaAdjustment(trial.values(), i -> trial.arm()[i] == 1);
        double[] at = new double[3];
        for (int d = 0; d < 3; d++) {
            at[d] = trial.pooled(adjustment.adjusted(drawn, d)).estimate();
        }
        assertThat(at[2] - at[1]).isCloseTo(at[1] - at[0], org.assertj.core.api.Assertions.within(1e-12));
        assertThat(at[1]).isGreaterThan(at[0]);
    }
}
