package org.sapwood.stats.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.logistic.MarginalStandardisation.RobustVariance;

class MarginalStandardisationPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static LogisticRegression fit(DesignMatrix design, double[] y) {
        return LogisticRegression.fit(design, y).orElseThrow();
    }

    private static MarginalStandardisation delta(LogisticRegression model) {
        return MarginalStandardisation.withDeltaMethod(
                model, "ARM", model.model().covariance());
    }

    /** Without covariates the standardised risks are the proportions, 5/20 and 18/30. */
    @Test
    void withoutCovariatesTheRisksAreTheProportions() {
        double[] y = BinaryTrial.events(20, 5, 30, 18);
        LogisticRegression model = fit(BinaryTrial.twoArms(20, 30), y);
        MarginalStandardisation delta = delta(model);
        assertThat(delta.levels()).containsExactly("PBO", "ACT");
        assertThat(delta.risk(0)).isCloseTo(0.25, within(1e-12));
        assertThat(delta.risk(1)).isCloseTo(0.6, within(1e-12));
        double v0 = 0.25 * 0.75 / 20;
        double v1 = 0.6 * 0.4 / 30;
        assertThat(delta.standardError(0).orElseThrow()).isCloseTo(Math.sqrt(v0), within(1e-12));
        assertThat(delta.difference(1, 0, LEVEL).orElseThrow().standardError())
                .isCloseTo(Math.sqrt(v0 + v1), within(1e-12));
        assertThat(delta.logRiskRatio(1, 0, LEVEL).orElseThrow().ratio()).isCloseTo(2.4, within(1e-11));
        assertThat(delta.logRiskRatio(1, 0, LEVEL).orElseThrow().standardError())
                .isCloseTo(Math.sqrt(v0 / 0.0625 + v1 / 0.36), within(1e-12));
        assertThat(delta.logOddsRatio(1, 0, LEVEL).orElseThrow().ratio()).isCloseTo(4.5, within(1e-10));
        assertThat(delta.logOddsRatio(1, 0, LEVEL).orElseThrow().standardError())
                .isCloseTo(Math.sqrt(1 / 5.0 + 1 / 15.0 + 1 / 18.0 + 1 / 12.0), within(1e-11));
        for (RobustVariance form : RobustVariance.values()) {
            MarginalStandardisation robust = MarginalStandardisation.withRobustVariance(model, y, "ARM", form);
            // predictions are constant, what is left is the sample variance with n − 1
            assertThat(robust.standardError(0).orElseThrow()).isCloseTo(Math.sqrt(v0 * 20 / 19), within(1e-12));
            assertThat(robust.difference(1, 0, LEVEL).orElseThrow().standardError())
                    .isCloseTo(Math.sqrt(v0 * 20 / 19 + v1 * 30 / 29), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void swappedArmsTurnEveryContrastAndTheReferenceLevelDoesNotMatter(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 60);
        LogisticRegression one = fit(trial.design("ARM", "STRATUM", "SCORE"), trial.event);
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", List.of("ACT", "PBO"), trial.arm)
                .factor("STRATUM", List.of("SEVERE", "MILD"), trial.stratum)
                .numeric(
                        "SCORE", Arrays.stream(trial.score).map(s -> 10 - 4 * s).toArray())
                .build();
        LogisticRegression two =
                fit(DesignMatrix.of(frame, Term.parse(List.of("ARM", "STRATUM", "SCORE"))), trial.event);
        List<MarginalStandardisation> first = new java.util.ArrayList<>(List.of(delta(one)));
        List<MarginalStandardisation> second = new java.util.ArrayList<>(List.of(delta(two)));
        for (RobustVariance form : RobustVariance.values()) {
            first.add(MarginalStandardisation.withRobustVariance(one, trial.event, "ARM", form));
            second.add(MarginalStandardisation.withRobustVariance(two, trial.event, "ARM", form));
        }
        for (int k = 0; k < 3; k++) {
            assertThat(second.get(k).risk(0)).isCloseTo(first.get(k).risk(1), within(1e-10));
            turned(
                    first.get(k).difference(1, 0, LEVEL).orElseThrow(),
                    first.get(k).difference(0, 1, LEVEL).orElseThrow(),
                    -1);
            turned(
                    first.get(k).logRiskRatio(1, 0, LEVEL).orElseThrow(),
                    first.get(k).logRiskRatio(0, 1, LEVEL).orElseThrow(),
                    -1);
            turned(
                    first.get(k).logOddsRatio(1, 0, LEVEL).orElseThrow(),
                    first.get(k).logOddsRatio(0, 1, LEVEL).orElseThrow(),
                    -1);
            turned(
                    first.get(k).difference(1, 0, LEVEL).orElseThrow(),
                    second.get(k).difference(0, 1, LEVEL).orElseThrow(),
                    1);
            turned(
                    first.get(k).logRiskRatio(1, 0, LEVEL).orElseThrow(),
                    second.get(k).logRiskRatio(0, 1, LEVEL).orElseThrow(),
                    1);
        }
    }

    private static void turned(WaldZ one, WaldZ two, int sign) {
        assertThat(two.estimate()).isCloseTo(sign * one.estimate(), within(1e-9));
        assertThat(two.standardError()).isCloseTo(one.standardError(), within(1e-9));
    }

    /** Events and non-events exchanged turn the difference and invert the odds ratio. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void exchangedOutcomes(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 60);
        double[] not = Arrays.stream(trial.event).map(v -> 1 - v).toArray();
        LogisticRegression one = fit(trial.design("ARM", "SCORE"), trial.event);
        LogisticRegression two = fit(trial.design("ARM", "SCORE"), not);
        turned(
                delta(one).difference(1, 0, LEVEL).orElseThrow(),
                delta(two).difference(1, 0, LEVEL).orElseThrow(),
                -1);
        turned(
                delta(one).logOddsRatio(1, 0, LEVEL).orElseThrow(),
                delta(two).logOddsRatio(1, 0, LEVEL).orElseThrow(),
                -1);
        for (RobustVariance form : RobustVariance.values()) {
            turned(
                    MarginalStandardisation.withRobustVariance(one, trial.event, "ARM", form)
                            .difference(1, 0, LEVEL)
                            .orElseThrow(),
                    MarginalStandardisation.withRobustVariance(two, not, "ARM", form)
                            .difference(1, 0, LEVEL)
                            .orElseThrow(),
                    -1);
        }
    }

    /** Three treated subjects: the decomposed variance, a difference of moments, comes out negative in such data. */
    @Test
    void aNegativeVarianceIsNoStandardError() {
        int refused = 0;
        for (long seed = 1; seed <= 200; seed++) {
            BinaryTrial trial = new BinaryTrial(seed, 12);
            for (int i = 0; i < 12; i++) {
                trial.arm.set(i, i < 9 ? "PBO" : "ACT");
            }
            if (LogisticRegression.fit(trial.design("ARM", "SCORE"), trial.event)
                    instanceof Estimable.Of<LogisticRegression> model) {
                for (RobustVariance form : RobustVariance.values()) {
                    MarginalStandardisation robust =
                            MarginalStandardisation.withRobustVariance(model.value(), trial.event, "ARM", form);
                    if (robust.difference(1, 0, LEVEL) instanceof Estimable.NotEstimable<WaldZ> none) {
                        refused++;
                        assertThat(none.reason()).isEqualTo(Reason.NOT_POSITIVE_DEFINITE);
                    }
                    if (robust.standardError(1) instanceof Estimable.Of<Double> error) {
                        assertThat(error.value()).isPositive();
                    }
                }
            }
        }
        assertThat(refused).isPositive();
    }
}
