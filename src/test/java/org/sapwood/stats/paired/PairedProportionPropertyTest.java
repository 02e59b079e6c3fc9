package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.paired.RandomPairedTable.table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;

/** Differences and ratios of paired proportions: symmetries, agreement of tests and intervals, values by hand. */
class PairedProportionPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    /** Every yes a no and every no a yes. */
    private static PairedTable negated(PairedTable t) {
        return new PairedTable(t.neither(), t.secondOnly(), t.firstOnly(), t.bothYes());
    }

    @ParameterizedTest
    @EnumSource(PairedRiskDifference.Method.class)
    void exchangingTheMeasurementsOrTheAnswersTurnsTheDifference(PairedRiskDifference.Method method) {
        for (long seed = 1; seed <= 60; seed++) {
            PairedTable table = table(seed);
            Interval interval =
                    PairedRiskDifference.interval(table, method, LEVEL).orElseThrow();
            double estimate = PairedRiskDifference.estimate(table).orElseThrow();
            for (PairedTable turned : new PairedTable[] {table.swapped(), negated(table)}) {
                assertThat(PairedRiskDifference.estimate(turned).orElseThrow()).isEqualTo(-estimate);
                Interval mirrored =
                        PairedRiskDifference.interval(turned, method, LEVEL).orElseThrow();
                assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-10));
                assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-10));
            }
            if (method != PairedRiskDifference.Method.AGRESTI_MIN) {
                assertThat(interval.contains(estimate)).isTrue();
            }
        }
    }

    /** At no difference Tango's score is McNemar's statistic. */
    @Test
    void tangosIntervalHoldsZeroWhenMcNemarDoesNotReject() {
        for (long seed = 1; seed <= 200; seed++) {
            PairedTable table = table(seed);
            double p = McNemar.asymptotic(table, McNemar.Correction.NONE)
                    .orElseThrow()
                    .pValue()
                    .value();
            assertThat(PairedRiskDifference.interval(table, PairedRiskDifference.Method.TANGO, LEVEL)
                            .orElseThrow()
                            .contains(0))
                    .isEqualTo(p > LEVEL.alpha());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PairedRiskDifference.Method.class,
            names = {"TANGO", "NEWCOMBE"})
    void scoreAndSquareAndAddStayWithinPossibleDifferences(PairedRiskDifference.Method method) {
        for (int b = 0; b <= 4; b++) {
            for (int c = 0; c <= 4; c++) {
                for (int a = b + c == 0 ? 1 : 0; a <= 3; a++) {
                    for (int d = 0; d <= 3; d++) {
                        PairedTable table = new PairedTable(a, b, c, d);
                        Interval interval = PairedRiskDifference.interval(table, method, LEVEL)
                                .orElseThrow();
                        assertThat(interval.lower()).as("%s", table).isBetween(-1 - 1e-12, 1.0);
                        assertThat(interval.upper()).as("%s", table).isBetween(-1.0, 1 + 1e-12);
                    }
                }
            }
        }
    }

    /** 10 yes/no, 4 no/yes of 20: difference 0.3, Wald variance (14 − 36/20)/400, each side 1/20 wider when corrected. */
    @Test
    void waldFormsByHand() {
        PairedTable table = new PairedTable(2, 10, 4, 4);
        double z = 1.959963984540054;
        double half = z * Math.sqrt(12.2) / 20;
        Interval wald = PairedRiskDifference.interval(
                        table, PairedRiskDifference.Method.WALD, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        Interval corrected = PairedRiskDifference.interval(
                        table, PairedRiskDifference.Method.WALD_CORRECTED, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        assertThat(wald.lower()).isCloseTo(0.3 - half, within(1e-12));
        assertThat(wald.upper()).isCloseTo(0.3 + half, within(1e-12));
        assertThat(corrected.lower()).isCloseTo(wald.lower() - 0.05, within(1e-12));
        assertThat(corrected.upper()).isCloseTo(wald.upper() + 0.05, within(1e-12));
        // half an observation in each of four cells: 22 pairs, 15 discordant
        Interval added = PairedRiskDifference.interval(
                        table, PairedRiskDifference.Method.AGRESTI_MIN, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        double addedHalf = z * Math.sqrt(15 - 36.0 / 22) / 22;
        assertThat(added.lower()).isCloseTo(6.0 / 22 - addedHalf, within(1e-12));
        assertThat(added.upper()).isCloseTo(6.0 / 22 + addedHalf, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void exchangingTheMeasurementsInvertsTheRatios(long seed) {
        PairedTable table = table(seed);
        PairedTable swapped = table.swapped();
        assertThat(PairedRatios.riskRatio(table).orElseThrow()
                        * PairedRatios.riskRatio(swapped).orElseThrow())
                .isCloseTo(1, within(1e-14));
        assertThat(PairedRatios.oddsRatio(table).orElseThrow()
                        * PairedRatios.oddsRatio(swapped).orElseThrow())
                .isCloseTo(1, within(1e-14));
        inverts(PairedRatios.riskRatioInterval(table, LEVEL), PairedRatios.riskRatioInterval(swapped, LEVEL));
        inverts(PairedRatios.oddsRatioWaldInterval(table, LEVEL), PairedRatios.oddsRatioWaldInterval(swapped, LEVEL));
        inverts(PairedRatios.oddsRatioExactInterval(table, LEVEL), PairedRatios.oddsRatioExactInterval(swapped, LEVEL));
        // answers exchanged, the odds ratio inverts too
        assertThat(PairedRatios.oddsRatio(negated(table))).isEqualTo(PairedRatios.oddsRatio(swapped));
    }

    private static void inverts(Estimable<Interval> one, Estimable<Interval> two) {
        assertThat(one.orElseThrow().lower() * two.orElseThrow().upper()).isCloseTo(1, within(1e-8));
        assertThat(one.orElseThrow().upper() * two.orElseThrow().lower()).isCloseTo(1, within(1e-8));
    }

    @Test
    void theExactOddsRatioIntervalHoldsOneWhenTheExactTestDoesNotReject() {
        for (int b = 0; b <= 15; b++) {
            for (int c = b == 0 ? 1 : 0; c <= 15; c++) {
                PairedTable table = new PairedTable(3, b, c, 2);
                assertThat(PairedRatios.oddsRatioExactInterval(table, LEVEL)
                                .orElseThrow()
                                .contains(1))
                        .as("b %d, c %d", b, c)
                        .isEqualTo(McNemar.exact(table).orElseThrow().value() > LEVEL.alpha());
            }
        }
    }
}
