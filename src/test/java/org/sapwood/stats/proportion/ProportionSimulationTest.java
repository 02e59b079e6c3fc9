package org.sapwood.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Interval;

/** Coverage of intervals for proportions at the group sizes of small and large trials. */
@Tag("slow")
class ProportionSimulationTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;
    private static final int ROUNDS = 4000;
    private static final double STANDARD_ERROR = Math.sqrt(0.95 * 0.05 / ROUNDS);

    private static int draw(SplittableRandom random, int n, double p) {
        int x = 0;
        for (int i = 0; i < n; i++) {
            x += random.nextDouble() < p ? 1 : 0;
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 30, 120})
    void clopperPearsonNeverCoversLessThanItsLevel(int n) {
        SplittableRandom random = new SplittableRandom(n);
        int covered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Interval interval = Proportion.interval(draw(random, n, 0.3), n, ProportionInterval.CLOPPER_PEARSON, LEVEL)
                    .orElseThrow();
            covered += interval.contains(0.3) ? 1 : 0;
        }
        assertThat(covered / (double) ROUNDS).isGreaterThan(0.95 - 3.29 * STANDARD_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 30, 120})
    void miettinenNurminenCoversNearlyItsLevel(int n) {
        SplittableRandom random = new SplittableRandom(100 + n);
        int covered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TwoProportions data = new TwoProportions(draw(random, n, 0.45), n, draw(random, n, 0.25), n);
            Interval interval = RiskDifference.interval(data, RiskDifferenceInterval.MIETTINEN_NURMINEN, LEVEL)
                    .orElseThrow();
            covered += interval.contains(0.2) ? 1 : 0;
        }
        // the discreteness of small groups moves the true coverage by up to two per cent
        assertThat(covered / (double) ROUNDS).isBetween(0.93 - 3.29 * STANDARD_ERROR, 0.97 + 3.29 * STANDARD_ERROR);
    }
}
