package org.sapwood.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.WaldT;

/** Simulated trials with dropout at random: no hand on them, no bias, coverage as promised. */
@Tag("slow")
class MmrmSimulationTest {

    /** Trials enough that the Monte-Carlo error of the bias, some 2.3/√(subjects · trials) SD, is a quarter of 0.02 SD. */
    @ParameterizedTest
    @CsvSource({"240, 0, 1000", "240, 0.15, 1000", "240, 0.30, 1000", "60, 0, 4000", "60, 0.15, 4000", "60, 0.30, 4000"
    })
    void everyTrialConvergesWithoutBiasAndCoversTheTruth(int subjects, double dropout, int trials) {
        int visits = 5;
        int last = visits - 1;
        MmrmSpecification specification =
                MmrmSpecification.kenwardRoger(CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED));
        double bias = 0;
        double deviation = 0;
        int covered = 0;
        for (int i = 0; i < trials; i++) {
            SimulatedTrial trial = SimulatedTrial.draw(subjects, visits, dropout, 1_000_003L * subjects + i);
            Mmrm.Outcome outcome = Mmrm.fit(trial.data(), specification);
            assertThat(outcome.fit()).as("trial %d", i).isInstanceOf(Estimable.Of.class);
            MmrmFit fit = outcome.fit().orElseThrow();
            WaldT difference = fit.estimate(trial.difference(last), ConfidenceLevel.NINETY_FIVE)
                    .orElseThrow();
            double truth = trial.trueDifference()[last];
            bias += (difference.estimate() - truth) / trials;
            deviation += Math.sqrt(fit.covariance(0)[last][last]) / trials;
            covered += difference.interval().contains(truth) ? 1 : 0;
        }
        assertThat(Math.abs(bias) / deviation).as("bias in standard deviations").isLessThan(0.02);
        double coverage = (double) covered / trials;
        assertThat(coverage).as("coverage").isCloseTo(0.95, within(3 * Math.sqrt(0.95 * 0.05 / trials)));
        System.out.printf(
                java.util.Locale.ROOT,
                "%d subjects, dropout %.2f: bias %.4f SD, coverage %.3f%n",
                subjects,
                dropout,
                bias / deviation,
                coverage);
    }
}
