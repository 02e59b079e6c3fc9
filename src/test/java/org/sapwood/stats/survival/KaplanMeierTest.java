package org.sapwood.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;

class KaplanMeierTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.95);
    private static final double Z = 1.959963984540054;

    /** Events at 1, 3 (twice) and 5, censored at 2, 3 and 6. */
    private static final SurvivalSample WORKED = SurvivalSample.of(
            new double[] {5, 3, 1, 2, 3, 3, 6}, new boolean[] {true, true, true, false, true, false, false});

    private static SurvivalSample events(double... times) {
        boolean[] all = new boolean[times.length];
        java.util.Arrays.fill(all, true);
        return SurvivalSample.of(times, all);
    }

    @Test
    void countsThoseAtRiskAndTheEvents() {
        assertThat(WORKED.size()).isEqualTo(7);
        assertThat(WORKED.events()).isEqualTo(4);
        assertThat(WORKED.atRisk(0)).isEqualTo(7);
        assertThat(WORKED.atRisk(1)).isEqualTo(7);
        assertThat(WORKED.atRisk(1.5)).isEqualTo(6);
        assertThat(WORKED.atRisk(3)).isEqualTo(5);
        assertThat(WORKED.atRisk(6)).isEqualTo(1);
        assertThat(WORKED.atRisk(6.1)).isZero();
        assertThat(WORKED.eventsUpTo(0.5)).isZero();
        assertThat(WORKED.eventsUpTo(3)).isEqualTo(3);
        assertThat(WORKED.censoredTimes()).containsExactly(2, 3, 6);
        assertThat(WORKED.firstTime()).isEqualTo(1);
        assertThat(WORKED.lastTime()).isEqualTo(6);
        assertThat(WORKED.endsInEvent()).isFalse();
        assertThat(events(1, 2).endsInEvent()).isTrue();
    }

    @Test
    void multipliesTheSharesWithoutAnEvent() {
        KaplanMeier curve = KaplanMeier.of(WORKED);
        assertThat(curve.steps()).extracting(KaplanMeier.Step::time).containsExactly(1.0, 3.0, 5.0);
        assertThat(curve.steps()).extracting(KaplanMeier.Step::atRisk).containsExactly(7, 5, 2);
        assertThat(curve.steps()).extracting(KaplanMeier.Step::events).containsExactly(1, 2, 1);
        assertThat(curve.at(0.9).orElseThrow().survival()).isEqualTo(1);
        assertThat(curve.at(1).orElseThrow().survival()).isEqualTo(6 / 7.0);
        assertThat(curve.at(4).orElseThrow().survival()).isCloseTo(6 / 7.0 * 3 / 5, within(1e-15));
        assertThat(curve.at(100).orElseThrow().survival()).isCloseTo(6 / 7.0 * 3 / 5 / 2, within(1e-15));
    }

    @Test
    void greenwoodsErrorIsTheFormula() {
        double expected = 6 / 7.0 * 3 / 5 * Math.sqrt(1 / 42.0 + 2 / 15.0);
        KaplanMeier.Step step = KaplanMeier.of(WORKED).at(3).orElseThrow();
        assertThat(step.standardError().orElseThrow()).isCloseTo(expected, within(1e-15));
    }

    @Test
    void intervalsFollowTheirScale() {
        KaplanMeier.Step step = KaplanMeier.of(WORKED).at(3).orElseThrow();
        double s = step.survival();
        double sigma = Math.sqrt(1 / 42.0 + 2 / 15.0);
        Interval identity = step.interval(SurvivalScale.IDENTITY, LEVEL).orElseThrow();
        assertThat(identity.lower()).isCloseTo(s - Z * s * sigma, within(1e-14));
        assertThat(identity.upper()).isCloseTo(s + Z * s * sigma, within(1e-14));
        Interval log = step.interval(SurvivalScale.LOG, LEVEL).orElseThrow();
        assertThat(StrictMath.log(log.lower())).isCloseTo(StrictMath.log(s) - Z * sigma, within(1e-13));
        Interval loglog = step.interval(SurvivalScale.LOG_LOG, LEVEL).orElseThrow();
        double centre = StrictMath.log(-StrictMath.log(s));
        double half = Z * sigma / -StrictMath.log(s);
        assertThat(StrictMath.log(-StrictMath.log(loglog.lower()))).isCloseTo(centre + half, within(1e-13));
        assertThat(StrictMath.log(-StrictMath.log(loglog.upper()))).isCloseTo(centre - half, within(1e-13));
        Interval logit = step.interval(SurvivalScale.LOGIT, LEVEL).orElseThrow();
        assertThat(StrictMath.log(logit.lower() / (1 - logit.lower())))
                .isCloseTo(StrictMath.log(s / (1 - s)) - Z * sigma / (1 - s), within(1e-13));
        assertThat(StrictMath.log(logit.upper() / (1 - logit.upper())))
                .isCloseTo(StrictMath.log(s / (1 - s)) + Z * sigma / (1 - s), within(1e-13));
        Interval arcsine = step.interval(SurvivalScale.ARCSINE, LEVEL).orElseThrow();
        double angle = StrictMath.asin(Math.sqrt(s));
        double width = 0.5 * Z * sigma * Math.sqrt(s / (1 - s));
        assertThat(StrictMath.asin(Math.sqrt(arcsine.lower()))).isCloseTo(angle - width, within(1e-13));
        assertThat(StrictMath.asin(Math.sqrt(arcsine.upper()))).isCloseTo(angle + width, within(1e-13));
    }

    @Test
    void limitsAreCutToProbabilities() {
        KaplanMeier.Step early = KaplanMeier.of(events(1, 2, 3, 4, 5)).at(1).orElseThrow();
        KaplanMeier.Step late = KaplanMeier.of(events(1, 2, 3, 4, 5)).at(4).orElseThrow();
        assertThat(early.interval(SurvivalScale.IDENTITY, LEVEL).orElseThrow().upper())
                .isEqualTo(1);
        assertThat(early.interval(SurvivalScale.LOG, LEVEL).orElseThrow().upper())
                .isEqualTo(1);
        assertThat(early.interval(SurvivalScale.ARCSINE, ConfidenceLevel.of(0.99))
                        .orElseThrow()
                        .upper())
                .isCloseTo(1, within(1e-15));
        assertThat(late.interval(SurvivalScale.IDENTITY, LEVEL).orElseThrow().lower())
                .isZero();
        assertThat(late.interval(SurvivalScale.ARCSINE, ConfidenceLevel.of(0.99))
                        .orElseThrow()
                        .lower())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(SurvivalScale.class)
    void noIntervalAtZero(SurvivalScale scale) {
        KaplanMeier.Step last = KaplanMeier.of(events(1, 2)).at(2).orElseThrow();
        assertThat(last.survival()).isZero();
        assertThat(reason(last.interval(scale, LEVEL))).isEqualTo(Reason.ZERO_VARIANCE);
        assertThat(reason(last.standardError())).isEqualTo(Reason.ZERO_VARIANCE);
    }

    @ParameterizedTest
    @EnumSource(SurvivalScale.class)
    void beforeTheFirstEventTheIntervalIsOneOrMissing(SurvivalScale scale) {
        Estimable<Interval> interval =
                KaplanMeier.of(WORKED).at(0.5).orElseThrow().interval(scale, LEVEL);
        if (scale == SurvivalScale.IDENTITY || scale == SurvivalScale.LOG) {
            assertThat(interval).isEqualTo(Estimable.of(new Interval(1, 1, LEVEL)));
        } else {
            assertThat(reason(interval)).isEqualTo(Reason.NO_EVENTS);
        }
    }

    @Test
    void medianOnAFlatPartIsItsMidpoint() {
        KaplanMeier curve = KaplanMeier.of(events(1, 2, 3, 8));
        assertThat(curve.quantile(0.5, SurvivalScale.LOG, LEVEL).estimate()).isEqualTo(Estimable.of(2.5));
        assertThat(curve.quantile(0.4, SurvivalScale.LOG, LEVEL).estimate()).isEqualTo(Estimable.of(2.0));
        assertThat(curve.quantile(0.6, SurvivalScale.LOG, LEVEL).estimate()).isEqualTo(Estimable.of(3.0));
    }

    @Test
    void flatPartAtTheEndReachesToTheLastObservedTime() {
        SurvivalSample half = SurvivalSample.of(new double[] {1, 2, 7, 10}, new boolean[] {true, true, false, false});
        assertThat(KaplanMeier.of(half).quantile(0.5, SurvivalScale.LOG, LEVEL).estimate())
                .isEqualTo(Estimable.of(6.0));
    }

    @Test
    void flatnessSurvivesTheRoundingOfProducts() {
        // 9/10 · 8/9 · 7/8 · 6/7 · 5/6 is 1/2 only up to rounding.
        KaplanMeier curve = KaplanMeier.of(events(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(curve.quantile(0.5, SurvivalScale.LOG, LEVEL).estimate()).isEqualTo(Estimable.of(5.5));
    }

    @Test
    void quantileThatIsNotReachedSaysSo() {
        KaplanMeier.Quantile quantile = KaplanMeier.of(WORKED).quantile(0.9, SurvivalScale.LOG_LOG, LEVEL);
        assertThat(reason(quantile.estimate())).isEqualTo(Reason.NOT_REACHED);
        assertThat(reason(quantile.upper())).isEqualTo(Reason.NOT_REACHED);
    }

    @Test
    void emptyGroupHasNoCurve() {
        KaplanMeier none = KaplanMeier.of(events());
        assertThat(reason(none.at(1))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(none.quantile(0.5, SurvivalScale.LOG, LEVEL).estimate()))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(none.sample().firstTime()).isInfinite();
        assertThat(none.sample().endsInEvent()).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> SurvivalSample.of(new double[] {1}, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 times and 2 flags");
        assertThatThrownBy(() -> events(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> events(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> events(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> KaplanMeier.of(WORKED).quantile(0, SurvivalScale.LOG, LEVEL))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> KaplanMeier.of(WORKED).quantile(1, SurvivalScale.LOG, LEVEL))
                .hasMessageContaining("1.0");
    }

    @Test
    void nelsonAalenAddsHazards() {
        NelsonAalen curve = NelsonAalen.of(WORKED);
        assertThat(curve.at(0.5).orElseThrow().cumulativeHazard()).isZero();
        assertThat(curve.at(3).orElseThrow().cumulativeHazard()).isCloseTo(1 / 7.0 + 2 / 5.0, within(1e-15));
        assertThat(curve.at(9).orElseThrow().standardError())
                .isCloseTo(Math.sqrt(1 / 49.0 + 2 / 25.0 + 1 / 4.0), within(1e-15));
        assertThat(curve.steps()).extracting(NelsonAalen.Step::atRisk).containsExactly(7, 5, 2);
        assertThat(reason(NelsonAalen.of(events()).at(1))).isEqualTo(Reason.EMPTY_GROUP);
    }
}
