package org.sapwood.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;

/** Time-to-event data at the edge: one subject, one time, nobody or everybody with an event, monotone likelihood. */
class DegenerateSurvivalTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    @Test
    void oneSubject() {
        KaplanMeier event = KaplanMeier.of(SurvivalSample.of(new double[] {4}, new boolean[] {true}));
        assertThat(event.steps()).hasSize(1);
        assertThat(event.steps().get(0).survival()).isZero();
        assertThat(event.quantile(0.5, SurvivalScale.LOG_LOG, LEVEL).estimate()).isEqualTo(Estimable.of(4.0));
        KaplanMeier censored = KaplanMeier.of(SurvivalSample.of(new double[] {4}, new boolean[] {false}));
        assertThat(censored.steps()).isEmpty();
        assertThat(reason(censored.quantile(0.5, SurvivalScale.LOG_LOG, LEVEL).estimate()))
                .isEqualTo(Reason.NOT_REACHED);
        assertThat(CoxModel.fit(
                                CoxData.of(new double[] {4}, new boolean[] {true}, new double[][] {{1}}),
                                TieHandling.EFRON)
                        .isEstimable())
                .isFalse();
    }

    /** All times equal: one step, whose height is the share without an event. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void allTimesTied(int events) {
        double[] times = new double[6];
        Arrays.fill(times, 2.5);
        boolean[] flags = new boolean[6];
        Arrays.fill(flags, 0, events, true);
        KaplanMeier curve = KaplanMeier.of(SurvivalSample.of(times, flags));
        assertThat(curve.steps()).hasSize(1);
        assertThat(curve.steps().get(0).survival()).isCloseTo(1 - events / 6.0, within(1e-15));
    }

    /** The exposed fail one after the other before anyone else: the likelihood rises without end, whatever the ties. */
    @ParameterizedTest
    @EnumSource(TieHandling.class)
    void monotoneLikelihoodIsSaid(TieHandling ties) {
        double[] times = {1, 2, 3, 3, 5, 6, 7, 8, 9, 10};
        boolean[] events = {true, true, true, true, false, false, true, false, true, false};
        double[][] x = new double[10][1];
        for (int i = 0; i < 4; i++) {
            x[i][0] = 1;
        }
        CoxModel model = CoxModel.fit(CoxData.of(times, events, x), ties).orElseThrow();
        assertThat(reason(model.coefficient(0))).isEqualTo(Reason.MONOTONE_LIKELIHOOD);
        assertThat(reason(model.waldTest())).isEqualTo(Reason.MONOTONE_LIKELIHOOD);
        // the score and the likelihood-ratio test need no estimate and do exist
        assertThat(model.scoreTest().pValue().value()).isLessThan(0.05);
        assertThat(model.likelihoodRatioTest().pValue().value()).isLessThan(0.05);
        // one exposed subject who fails last is enough for an estimate
        x[8][0] = 1;
        assertThat(CoxModel.fit(CoxData.of(times, events, x), ties)
                        .orElseThrow()
                        .coefficient(0)
                        .isEstimable())
                .isTrue();
    }

    /** A covariate in the order of the events is monotone without any group being empty. */
    @ParameterizedTest
    @EnumSource(TieHandling.class)
    void monotoneInAContinuousCovariate(TieHandling ties) {
        double[] times = {1, 2, 3, 4, 5, 6};
        boolean[] events = {true, true, true, true, true, true};
        double[][] x = {{9}, {7}, {6}, {4}, {2}, {1}};
        CoxModel model = CoxModel.fit(CoxData.of(times, events, x), ties).orElseThrow();
        assertThat(reason(model.coefficient(0))).isEqualTo(Reason.MONOTONE_LIKELIHOOD);
        double[][] nearly = {{9}, {7}, {6}, {4}, {1}, {2}};
        assertThat(CoxModel.fit(CoxData.of(times, events, nearly), ties)
                        .orElseThrow()
                        .coefficient(0)
                        .isEstimable())
                .isTrue();
    }

    /** A covariate that is constant within every stratum says nothing there, and so nothing at all. */
    @Test
    void constantWithinStrata() {
        double[] times = {1, 2, 3, 4, 5, 6};
        boolean[] events = {true, true, true, true, true, true};
        double[][] x = {{0}, {0}, {0}, {1}, {1}, {1}};
        int[] stratum = {0, 0, 0, 1, 1, 1};
        assertThat(reason(CoxModel.fit(CoxData.stratified(times, events, x, stratum), TieHandling.EFRON)))
                .isEqualTo(Reason.RANK_DEFICIENT);
    }

    /** A censored subject after the last event, and a stratum with one group, change no test and no estimate. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatCarriesNoInformationChangesNothing(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 40, 2, 15);
        CoxModel one = CoxModel.fit(
                        CoxData.stratified(data.times, data.events, data.covariates, data.stratum), TieHandling.EFRON)
                .orElseThrow();
        double[] times = Arrays.copyOf(data.times, 43);
        boolean[] events = Arrays.copyOf(data.events, 43);
        double[][] x = Arrays.copyOf(data.covariates, 43);
        int[] stratum = Arrays.copyOf(data.stratum, 43);
        for (int i = 40; i < 43; i++) {
            times[i] = 3 + i % 2;
            events[i] = i > 40;
            x[i] = new double[] {1, 0.25};
            stratum[i] = 7;
        }
        CoxModel two = CoxModel.fit(CoxData.stratified(times, events, x, stratum), TieHandling.EFRON)
                .orElseThrow();
        for (int j = 0; j < 2; j++) {
            assertThat(two.coefficient(j).orElseThrow().estimate())
                    .isCloseTo(one.coefficient(j).orElseThrow().estimate(), within(1e-9));
            assertThat(two.coefficient(j).orElseThrow().standardError())
                    .isCloseTo(one.coefficient(j).orElseThrow().standardError(), within(1e-9));
        }
    }

    /** 1 − x ≤ exp(−x), factor by factor. */
    @Test
    void theNelsonAalenHazardIsNeverBelowMinusTheLogarithmOfSurvival() {
        for (long seed = 1; seed <= 10; seed++) {
            SurvivalSample sample = new RandomSurvival(seed, 40, 2, 15).sample();
            NelsonAalen hazard = NelsonAalen.of(sample);
            KaplanMeier curve = KaplanMeier.of(sample);
            double last = 0;
            for (int i = 0; i < curve.steps().size(); i++) {
                double h = hazard.steps().get(i).cumulativeHazard();
                assertThat(h).isGreaterThan(last);
                assertThat(StrictMath.exp(-h))
                        .isGreaterThanOrEqualTo(curve.steps().get(i).survival());
                last = h;
            }
        }
    }

    @Test
    void anEventAtTimeZeroHasNoLogarithm() {
        RandomSurvival data = new RandomSurvival(5, 30, 2, 12);
        data.times[3] = 0;
        data.events[3] = true;
        CoxModel model = CoxModel.fit(data.cox(), TieHandling.EFRON).orElseThrow();
        ProportionalHazardsTest log = ProportionalHazardsTest.of(model, ProportionalHazardsTest.TimeTransformation.LOG);
        assertThat(reason(log.global())).isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(reason(log.columns(0))).isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(ProportionalHazardsTest.of(model, ProportionalHazardsTest.TimeTransformation.IDENTITY)
                        .global()
                        .isEstimable())
                .isTrue();
        // a censored time at zero is no event
        data.events[3] = false;
        assertThat(ProportionalHazardsTest.of(
                                CoxModel.fit(data.cox(), TieHandling.EFRON).orElseThrow(),
                                ProportionalHazardsTest.TimeTransformation.LOG)
                        .global()
                        .isEstimable())
                .isTrue();
    }
}
