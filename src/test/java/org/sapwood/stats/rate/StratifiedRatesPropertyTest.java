package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.rate.RandomRates.random;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.design.WaldZ;

/** Rates over strata: one stratum, the order of strata, doubled data, values by hand. */
class StratifiedRatesPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @Test
    void oneStratumIsUnstratified() {
        for (long seed = 1; seed <= 6; seed++) {
            RateComparison rates = random(seed);
            StratifiedRates one = new StratifiedRates(List.of(rates));
            assertThat(one.difference(LEVEL).orElseThrow().estimate()).isCloseTo(rates.difference(), within(1e-14));
            assertThat(one.difference(LEVEL).orElseThrow().standardError())
                    .isCloseTo(rates.waldDifference(LEVEL).orElseThrow().standardError(), within(1e-14));
            assertThat(one.logRatio(LEVEL).orElseThrow().ratio())
                    .isCloseTo(rates.ratio().orElseThrow(), within(1e-12));
            // Greenland and Robins in one stratum: (x₁ + x₂)/(x₁x₂) = 1/x₁ + 1/x₂
            assertThat(one.logRatio(LEVEL).orElseThrow().standardError())
                    .isCloseTo(rates.waldLogRatio(LEVEL).orElseThrow().standardError(), within(1e-13));
        }
    }

    @Test
    void strataIgnoreTheirOrderAndDoubleWithTheirData() {
        List<RateComparison> strata = List.of(random(1), random(2), random(3));
        StratifiedRates one = new StratifiedRates(strata);
        StratifiedRates moved = new StratifiedRates(List.of(random(3), random(1), random(2)));
        StratifiedRates turned =
                new StratifiedRates(strata.stream().map(RandomRates::swapped).toList());
        StratifiedRates twice =
                new StratifiedRates(List.of(random(1), random(2), random(3), random(3), random(2), random(1)));
        WaldZ ratio = one.logRatio(LEVEL).orElseThrow();
        WaldZ difference = one.difference(LEVEL).orElseThrow();
        assertThat(moved.logRatio(LEVEL).orElseThrow().z()).isCloseTo(ratio.z(), within(1e-12));
        assertThat(moved.difference(LEVEL).orElseThrow().z()).isCloseTo(difference.z(), within(1e-12));
        assertThat(turned.logRatio(LEVEL).orElseThrow().estimate()).isCloseTo(-ratio.estimate(), within(1e-13));
        assertThat(turned.logRatio(LEVEL).orElseThrow().standardError())
                .isCloseTo(ratio.standardError(), within(1e-13));
        assertThat(turned.difference(LEVEL).orElseThrow().z()).isCloseTo(-difference.z(), within(1e-12));
        assertThat(twice.logRatio(LEVEL).orElseThrow().estimate()).isCloseTo(ratio.estimate(), within(1e-13));
        assertThat(twice.logRatio(LEVEL).orElseThrow().standardError() * Math.sqrt(2))
                .isCloseTo(ratio.standardError(), within(1e-13));
        assertThat(twice.difference(LEVEL).orElseThrow().standardError() * Math.sqrt(2))
                .isCloseTo(difference.standardError(), within(1e-13));
    }

    /** Times 2 and 2 in both strata: weights 1; rates 1, 2 | 3, 1; difference (−1 + 2)/2. */
    @Test
    void mantelHaenszelByHand() {
        StratifiedRates strata =
                new StratifiedRates(List.of(RateComparison.of(2, 2, 4, 2), RateComparison.of(6, 2, 2, 2)));
        WaldZ difference = strata.difference(LEVEL).orElseThrow();
        assertThat(difference.estimate()).isCloseTo(0.5, within(1e-15));
        // variances 6/4 and 8/4, over 4
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(3.5) / 2, within(1e-15));
        WaldZ ratio = strata.logRatio(LEVEL).orElseThrow();
        assertThat(ratio.ratio()).isCloseTo(8.0 / 6, within(1e-14));
        // spread 6/4 + 8/4 over (4 · 3)
        assertThat(ratio.standardError()).isCloseTo(Math.sqrt(3.5 / 12), within(1e-15));
    }
}
