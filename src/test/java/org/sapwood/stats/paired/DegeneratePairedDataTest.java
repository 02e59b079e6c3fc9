package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

/** Paired answers from which nothing can be said, and what is refused. */
class DegeneratePairedDataTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    @Test
    void degenerateTablesSayWhy() {
        PairedTable none = new PairedTable(0, 0, 0, 0);
        PairedTable concordant = new PairedTable(5, 0, 0, 3);
        PairedTable oneWay = new PairedTable(0, 4, 0, 3);
        assertThat(reason(PairedRiskDifference.estimate(none))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(PairedRiskDifference.estimate(concordant)).isEqualTo(Estimable.of(0.0));
        for (PairedRiskDifference.Method method : PairedRiskDifference.Method.values()) {
            assertThat(reason(PairedRiskDifference.interval(none, method, LEVEL)))
                    .isEqualTo(Reason.EMPTY_GROUP);
            assertThat(PairedRiskDifference.interval(concordant, method, LEVEL)
                            .orElseThrow()
                            .contains(0))
                    .isTrue();
        }
        for (Estimable<?> nothing : new Estimable<?>[] {
            McNemar.exact(concordant),
            McNemar.midP(concordant),
            McNemar.asymptotic(concordant, McNemar.Correction.NONE),
            PairedRatios.oddsRatio(concordant),
            PairedRatios.oddsRatioExactInterval(concordant, LEVEL),
            SquareTable.of(new int[][] {{5, 0}, {0, 3}}).bowker(),
            SquareTable.of(new int[][] {{5, 0}, {0, 3}}).stuartMaxwell(),
            CochranQ.of(new boolean[][] {{true, true}, {false, false}}),
            CochranQ.of(new boolean[0][0])
        }) {
            assertThat(reason(nothing)).isEqualTo(Reason.NO_DISCORDANT_PAIRS);
        }
        assertThat(reason(PairedRatios.riskRatio(oneWay))).isEqualTo(Reason.ZERO_DENOMINATOR);
        assertThat(reason(PairedRatios.oddsRatio(oneWay))).isEqualTo(Reason.ZERO_DENOMINATOR);
        for (PairedTable t : new PairedTable[] {oneWay, oneWay.swapped()}) {
            assertThat(reason(PairedRatios.riskRatioInterval(t, LEVEL))).isEqualTo(Reason.ZERO_CELL);
            assertThat(reason(PairedRatios.oddsRatioWaldInterval(t, LEVEL))).isEqualTo(Reason.ZERO_CELL);
        }
        // all four changed one way: p lower limit is (α/2)^(1/4)
        double p = StrictMath.pow(0.05, 0.25);
        Interval open = PairedRatios.oddsRatioExactInterval(oneWay, LEVEL).orElseThrow();
        assertThat(open.lower()).isCloseTo(p / (1 - p), within(1e-8));
        assertThat(open.upper()).isInfinite();
        Interval zero =
                PairedRatios.oddsRatioExactInterval(oneWay.swapped(), LEVEL).orElseThrow();
        assertThat(zero.lower()).isZero();
        assertThat(zero.upper()).isCloseTo((1 - p) / p, within(1e-8));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PairedTable(-1, 0, 0, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairedTable(0, -1, 0, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairedTable(0, 0, -1, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairedTable(0, 0, 0, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> SquareTable.of(new int[][] {{1}})).hasMessageContaining("2 x 2");
        assertThatThrownBy(() -> SquareTable.of(new int[][] {{1, 2}, {3}})).hasMessageContaining("row of 1");
        assertThatThrownBy(() -> SquareTable.of(new int[][] {{1, 2}, {-3, 1}})).hasMessageContaining("-3");
        assertThatThrownBy(() -> CochranQ.of(new boolean[][] {{true}})).hasMessageContaining("found 1");
        assertThatThrownBy(() -> CochranQ.of(new boolean[][] {{true, false}, {true}}))
                .hasMessageContaining("found 1");
    }
}
