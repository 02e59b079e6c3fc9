package org.sapwood.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.survival.ProportionalHazardsTest.TimeTransformation;

class CoxPropertyTest {
    private static CoxModel fit(CoxData data, TieHandling ties) {
        return CoxModel.fit(data, ties).orElseThrow();
    }

    private static CoxModel.Coefficient coefficient(CoxModel model, int column) {
        return model.coefficient(column).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withoutTiesAllMethodsAgree(long seed) {
        CoxData data = new RandomSurvival(seed, 50, 2, 1_000_000).cox();
        CoxModel efron = fit(data, TieHandling.EFRON);
        for (TieHandling ties : TieHandling.values()) {
            CoxModel other = fit(data, ties);
            assertThat(other.logLikelihood()).isCloseTo(efron.logLikelihood(), within(1e-10));
            assertThat(coefficient(other, 0).estimate())
                    .isCloseTo(coefficient(efron, 0).estimate(), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(TieHandling.class)
    void shiftingAndStretchingACovariateMovesOnlyItsScale(TieHandling ties) {
        RandomSurvival data = new RandomSurvival(11, 50, 2, 10);
        double[][] moved = Arrays.stream(data.covariates)
                .map(x -> new double[] {1 - x[0], 100 + 10 * x[1]})
                .toArray(double[][]::new);
        CoxModel one = fit(data.cox(), ties);
        CoxModel two = fit(CoxData.of(data.times, data.events, moved), ties);
        assertThat(coefficient(two, 0).estimate())
                .isCloseTo(-coefficient(one, 0).estimate(), within(1e-8));
        assertThat(coefficient(two, 0).standardError())
                .isCloseTo(coefficient(one, 0).standardError(), within(1e-8));
        assertThat(10 * coefficient(two, 1).estimate())
                .isCloseTo(coefficient(one, 1).estimate(), within(1e-8));
        assertThat(two.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
        assertThat(two.nullLogLikelihood()).isCloseTo(one.nullLogLikelihood(), within(1e-9));
        assertThat(two.waldTest().orElseThrow().statistic())
                .isCloseTo(one.waldTest().orElseThrow().statistic(), within(1e-8));
        assertThat(two.scoreTest().statistic()).isCloseTo(one.scoreTest().statistic(), within(1e-8));
    }

    /** The discrete likelihood written out over all subsets. */
    @ParameterizedTest
    @ValueSource(doubles = {-1.5, 0, 0.7})
    void discreteDenominatorIsTheSumOverSubsets(double beta) {
        double[] x = {0.3, -1.2, 0.8, 2.0, 0.1, -0.4};
        boolean[] events = {true, false, true, true, false, false};
        double[][] rows = Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int subset = 0; subset < 64; subset++) {
            if (Integer.bitCount(subset) == 3) {
                double s = 0;
                for (int i = 0; i < 6; i++) {
                    s += (subset >> i & 1) == 1 ? x[i] : 0;
                }
                sum += StrictMath.exp(beta * s);
                first += s * StrictMath.exp(beta * s);
                second += s * s * StrictMath.exp(beta * s);
            }
        }
        double observed = x[0] + x[2] + x[3];
        PartialLikelihood.Value value = new PartialLikelihood(
                        CoxData.of(new double[] {1, 1, 1, 1, 1, 1}, events, rows), TieHandling.DISCRETE)
                .at(new double[] {beta});
        assertThat(value.logLikelihood).isCloseTo(beta * observed - StrictMath.log(sum), within(1e-12));
        assertThat(value.score[0]).isCloseTo(observed - first / sum, within(1e-12));
        assertThat(value.information[0][0]).isCloseTo(second / sum - (first / sum) * (first / sum), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(TieHandling.class)
    void scoreAndInformationAreTheDerivatives(TieHandling ties) {
        RandomSurvival data = new RandomSurvival(5, 40, 2, 8);
        PartialLikelihood likelihood =
                new PartialLikelihood(CoxData.stratified(data.times, data.events, data.covariates, data.stratum), ties);
        double[] beta = {0.4, -0.8};
        PartialLikelihood.Value value = likelihood.at(beta);
        double h = 1e-5;
        for (int j = 0; j < 2; j++) {
            double[] up = beta.clone();
            double[] down = beta.clone();
            up[j] += h;
            down[j] -= h;
            PartialLikelihood.Value above = likelihood.at(up);
            PartialLikelihood.Value below = likelihood.at(down);
            assertThat((above.logLikelihood - below.logLikelihood) / (2 * h)).isCloseTo(value.score[j], within(1e-6));
            for (int l = 0; l < 2; l++) {
                assertThat((below.score[l] - above.score[l]) / (2 * h))
                        .isCloseTo(value.information[j][l], within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scoreResidualsSumToTheScoreWhichIsZero(long seed) {
        RandomSurvival data = new RandomSurvival(seed, 50, 2, 9);
        for (TieHandling ties : new TieHandling[] {TieHandling.EFRON, TieHandling.BRESLOW}) {
            CoxModel model = fit(CoxData.stratified(data.times, data.events, data.covariates, data.stratum), ties);
            double[][] residuals = RobustCovariance.scoreResiduals(model);
            for (int j = 0; j < 2; j++) {
                int column = j;
                assertThat(Arrays.stream(residuals).mapToDouble(r -> r[column]).sum())
                        .isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void duplicatedClustersAreOneCluster() {
        RandomSurvival data = new RandomSurvival(3, 30, 2, 1_000_000);
        double[] times = new double[60];
        boolean[] events = new boolean[60];
        double[][] x = new double[60][];
        int[] cluster = new int[60];
        for (int i = 0; i < 60; i++) {
            times[i] = data.times[i / 2];
            events[i] = data.events[i / 2];
            x[i] = data.covariates[i / 2];
            cluster[i] = i / 2;
        }
        double[][] single = RobustCovariance.of(fit(data.cox(), TieHandling.BRESLOW));
        double[][] doubled =
                RobustCovariance.clustered(fit(CoxData.of(times, events, x), TieHandling.BRESLOW), cluster);
        assertThat(doubled[0][0]).isCloseTo(single[0][0], within(1e-9));
        assertThat(doubled[0][1]).isCloseTo(single[0][1], within(1e-9));
    }

    @Test
    void waldIntervalHoldsOneWhenTheTestDoesNotReject() {
        for (long seed = 1; seed <= 20; seed++) {
            CoxModel.Coefficient c = coefficient(fit(new RandomSurvival(seed, 40, 2, 20).cox(), TieHandling.EFRON), 0);
            Interval interval = c.hazardRatioInterval(ConfidenceLevel.of(0.8));
            assertThat(interval.contains(1)).isEqualTo(c.pValue().value() > 0.2);
            assertThat(interval.lower() * interval.upper()).isCloseTo(c.hazardRatio() * c.hazardRatio(), within(1e-9));
        }
    }

    @Test
    void groupWithoutEventsHasNoHazardRatioButTheOthersDo() {
        double[][] x = new double[30][2];
        double[] times = new double[30];
        boolean[] events = new boolean[30];
        for (int i = 0; i < 30; i++) {
            x[i][0] = i % 3 == 1 ? 1 : 0;
            x[i][1] = i % 3 == 2 ? 1 : 0;
            times[i] = 1 + (i * 7) % 30;
            events[i] = i % 3 != 2 && i % 4 != 0;
        }
        CoxModel model = fit(CoxData.of(times, events, x), TieHandling.EFRON);
        assertThat(reason(model.coefficient(1))).isEqualTo(Reason.MONOTONE_LIKELIHOOD);
        assertThat(reason(model.waldTest())).isEqualTo(Reason.MONOTONE_LIKELIHOOD);
        assertThat(model.likelihoodRatioTest().statistic()).isPositive();
        int[] others =
                java.util.stream.IntStream.range(0, 30).filter(i -> i % 3 != 2).toArray();
        double[] someTimes = Arrays.stream(others).mapToDouble(i -> times[i]).toArray();
        boolean[] someEvents = new boolean[others.length];
        double[][] someX = new double[others.length][1];
        for (int i = 0; i < others.length; i++) {
            someEvents[i] = events[others[i]];
            someX[i][0] = x[others[i]][0];
        }
        CoxModel.Coefficient without = coefficient(fit(CoxData.of(someTimes, someEvents, someX), TieHandling.EFRON), 0);
        assertThat(coefficient(model, 0).estimate()).isCloseTo(without.estimate(), within(1e-6));
        assertThat(coefficient(model, 0).standardError()).isCloseTo(without.standardError(), within(1e-6));
    }

    @Test
    void dependentColumnIsLeftOut() {
        RandomSurvival data = new RandomSurvival(4, 40, 2, 20);
        double[][] x = Arrays.stream(data.covariates)
                .map(row -> new double[] {row[0], 3 - 2 * row[0], row[1]})
                .toArray(double[][]::new);
        CoxModel model = fit(CoxData.of(data.times, data.events, x), TieHandling.EFRON);
        CoxModel plain = fit(data.cox(), TieHandling.EFRON);
        assertThat(reason(model.coefficient(1))).isEqualTo(Reason.RANK_DEFICIENT);
        assertThat(coefficient(model, 0).estimate())
                .isCloseTo(coefficient(plain, 0).estimate(), within(1e-9));
        assertThat(coefficient(model, 2).standardError())
                .isCloseTo(coefficient(plain, 1).standardError(), within(1e-9));
        assertThat(model.likelihoodRatioTest().degreesOfFreedom()).isEqualTo(2);
        assertThat(model.covariance()[1]).containsOnly(0);
        assertThat(ProportionalHazardsTest.of(model, TimeTransformation.LOG)
                        .global()
                        .orElseThrow()
                        .degreesOfFreedom())
                .isEqualTo(2);
    }

    @Test
    void degenerateDataSayWhy() {
        double[][] one = {{0}, {1}};
        assertThat(reason(CoxModel.fit(CoxData.of(new double[0], new boolean[0], new double[0][]), TieHandling.EFRON)))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(CoxModel.fit(CoxData.of(new double[] {1, 2}, new boolean[2], one), TieHandling.EFRON)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(CoxModel.fit(
                        CoxData.of(new double[] {1, 2}, new boolean[] {true, true}, new double[][] {{3}, {3}}),
                        TieHandling.EFRON)))
                .isEqualTo(Reason.RANK_DEFICIENT);
    }

    @Test
    void identityTransformationTestIsThatOfATimeDependentCoefficient() {
        // Log and identity agree up to the scale of g, Kaplan-Meier without censoring is the rank of the event.
        RandomSurvival data = new RandomSurvival(8, 40, 2, 1_000_000);
        Arrays.fill(data.events, true);
        double[] sorted = data.times.clone();
        Arrays.sort(sorted);
        double[] ranks = Arrays.stream(data.times)
                .map(t -> Arrays.binarySearch(sorted, t))
                .toArray();
        CoxModel model = fit(data.cox(), TieHandling.EFRON);
        CoxModel ranked = fit(CoxData.of(ranks, data.events, data.covariates), TieHandling.EFRON);
        double km = ProportionalHazardsTest.of(model, TimeTransformation.KAPLAN_MEIER)
                .columns(0)
                .orElseThrow()
                .statistic();
        double identity = ProportionalHazardsTest.of(ranked, TimeTransformation.IDENTITY)
                .columns(0)
                .orElseThrow()
                .statistic();
        assertThat(km).isCloseTo(identity, within(1e-8));
    }

    @Test
    void refusesWhatCannotBe() {
        double[][] x = {{1}, {2}};
        boolean[] events = {true, true};
        assertThatThrownBy(() -> CoxData.of(new double[1], events, x)).hasMessageContaining("one length");
        assertThatThrownBy(() -> CoxData.of(new double[] {1, -2}, events, x)).hasMessageContaining("-2");
        assertThatThrownBy(() -> CoxData.of(new double[2], events, new double[][] {{1}, {1, 2}}))
                .hasMessageContaining("row 2");
        assertThatThrownBy(() -> CoxData.of(new double[2], events, new double[][] {{1}, {Double.NaN}}))
                .hasMessageContaining("NaN");
        CoxModel discrete = fit(
                CoxData.of(new double[] {1, 2, 3}, new boolean[] {true, true, true}, new double[][] {{1}, {2}, {1}}),
                TieHandling.DISCRETE);
        assertThatThrownBy(() -> RobustCovariance.of(discrete)).isInstanceOf(IllegalArgumentException.class);
    }
}
