package org.sapwood.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.linear.LinearModel;

class LinearMixedModelTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;
    private static final int SUBJECTS = 20;
    private static final int REPEATS = 4;

    private final double[] y = new double[SUBJECTS * REPEATS];
    private final double[] week = new double[y.length];
    private final int[] subject = new int[y.length];
    private final int[] occasion = new int[y.length];
    private final DesignMatrix design;

    LinearMixedModelTest() {
        SplittableRandom random = new SplittableRandom(17);
        List<String> arm = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            double person = 1.5 * random.nextGaussian();
            double speed = 0.3 * random.nextGaussian();
            for (int j = 0; j < REPEATS; j++) {
                int row = i * REPEATS + j;
                subject[row] = i;
                occasion[row] = j;
                week[row] = 2 * j;
                arm.add(i % 2 == 0 ? "PBO" : "ACT");
                y[row] = 5 + (i % 2) * 0.8 + person + (0.2 + speed) * week[row] + random.nextGaussian();
            }
        }
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", List.of("PBO", "ACT"), arm)
                .numeric("WEEK", week)
                .build();
        design = DesignMatrix.of(frame, Term.parse(List.of("ARM*WEEK")));
    }

    private Estimable<LinearMixedModel> fit(RandomCoefficients random, Estimation estimation, DegreesOfFreedom df) {
        return LinearMixedModel.fit(y, design, subject, random, estimation, df);
    }

    @Test
    void randomInterceptIsCompoundSymmetry() {
        LinearMixedModel model = fit(
                        RandomCoefficients.intercept(y.length), Estimation.REML, DegreesOfFreedom.SATTERTHWAITE)
                .orElseThrow();
        MmrmFit marginal = Mmrm.fit(
                        RepeatedMeasures.of(y, design, subject, occasion, List.of("a", "b", "c", "d")),
                        MmrmSpecification.satterthwaite(
                                CovarianceLadder.of(CovarianceStructure.COMPOUND_SYMMETRY_HOMOGENEOUS)))
                .fit()
                .orElseThrow();
        assertThat(model.neg2LogLikelihood()).isCloseTo(marginal.neg2LogLikelihood(), within(1e-9));
        assertThat(model.randomCovariance()[0][0]).isCloseTo(marginal.covariance(0)[0][1], within(1e-8));
        assertThat(model.randomCovariance()[0][0] + model.residualVariance())
                .isCloseTo(marginal.covariance(0)[0][0], within(1e-8));
        for (int j = 0; j < design.columns(); j++) {
            WaldT found = model.coefficient(j, LEVEL).orElseThrow();
            WaldT expected = marginal.coefficient(j, LEVEL).orElseThrow();
            assertThat(found.estimate()).isCloseTo(expected.estimate(), within(1e-9));
            assertThat(found.standardError()).isCloseTo(expected.standardError(), within(1e-9));
            assertThat(found.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-5));
        }
        assertThat(model.gradientNorm()).isLessThan(1e-6);
        assertThat(model.iterations()).isBetween(1, 30);
    }

    @Test
    void balancedRandomInterceptHasTheAnovaEstimates() {
        ModelFrame frame = ModelFrame.builder().numeric("WEEK", week).build();
        DesignMatrix mean = DesignMatrix.of(frame, List.of());
        LinearMixedModel model = LinearMixedModel.fit(
                        y,
                        mean,
                        subject,
                        RandomCoefficients.intercept(y.length),
                        Estimation.REML,
                        DegreesOfFreedom.KENWARD_ROGER)
                .orElseThrow();
        double grand = java.util.Arrays.stream(y).average().orElseThrow();
        double between = 0;
        double within = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            double own = 0;
            for (int j = 0; j < REPEATS; j++) {
                own += y[i * REPEATS + j] / REPEATS;
            }
            between += REPEATS * (own - grand) * (own - grand) / (SUBJECTS - 1);
            for (int j = 0; j < REPEATS; j++) {
                within += (y[i * REPEATS + j] - own) * (y[i * REPEATS + j] - own) / (SUBJECTS * (REPEATS - 1));
            }
        }
        assertThat(model.residualVariance()).isCloseTo(within, within(1e-9));
        assertThat(model.randomCovariance()[0][0]).isCloseTo((between - within) / REPEATS, within(1e-8));
        WaldT intercept = model.coefficient(0, LEVEL).orElseThrow();
        assertThat(intercept.estimate()).isCloseTo(grand, within(1e-10));
        assertThat(intercept.standardError()).isCloseTo(Math.sqrt(between / y.length), within(1e-9));
        assertThat(intercept.degreesOfFreedom()).isCloseTo(SUBJECTS - 1.0, within(1e-6));
    }

    @Test
    void varianceOfZeroGivesTheLinearModel() {
        double[] centred = y.clone();
        for (int i = 0; i < SUBJECTS; i++) {
            double own = 0;
            for (int j = 0; j < REPEATS; j++) {
                own += y[i * REPEATS + j] / REPEATS;
            }
            for (int j = 0; j < REPEATS; j++) {
                centred[i * REPEATS + j] -= own;
            }
        }
        LinearModel linear = LinearModel.fit(design, centred).orElseThrow();
        LinearMixedModel model = LinearMixedModel.fit(
                        centred,
                        design,
                        subject,
                        RandomCoefficients.intercept(y.length),
                        Estimation.REML,
                        DegreesOfFreedom.SATTERTHWAITE)
                .orElseThrow();
        assertThat(model.randomCovariance()[0][0]).isCloseTo(0, within(1e-10));
        WaldT found = model.coefficient(2, LEVEL).orElseThrow();
        WaldT expected = linear.coefficient(2, LEVEL).orElseThrow();
        assertThat(found.standardError()).isCloseTo(expected.standardError(), within(1e-9));
        assertThat(found.degreesOfFreedom()).isCloseTo(y.length - 4.0, within(1e-5));
    }

    @Test
    void unitOfTimeDoesNotMatter() {
        double[] days = new double[week.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = 7 * week[i];
        }
        for (DegreesOfFreedom df : List.of(DegreesOfFreedom.SATTERTHWAITE, DegreesOfFreedom.KENWARD_ROGER)) {
            LinearMixedModel weeks = fit(RandomCoefficients.interceptAndSlope("WEEK", week), Estimation.REML, df)
                    .orElseThrow();
            LinearMixedModel inDays = fit(RandomCoefficients.interceptAndSlope("DAY", days), Estimation.REML, df)
                    .orElseThrow();
            assertThat(inDays.neg2LogLikelihood()).isCloseTo(weeks.neg2LogLikelihood(), within(1e-8));
            assertThat(inDays.randomCovariance()[1][1]).isCloseTo(weeks.randomCovariance()[1][1] / 49, within(1e-8));
            WaldT found = inDays.coefficient(3, LEVEL).orElseThrow();
            WaldT expected = weeks.coefficient(3, LEVEL).orElseThrow();
            assertThat(found.standardError()).isCloseTo(expected.standardError(), within(1e-9));
            assertThat(found.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-5));
        }
    }

    @Test
    void typeThreeTestOfASingleColumnIsItsSquaredT() {
        LinearMixedModel model = fit(
                        RandomCoefficients.intercept(y.length), Estimation.REML, DegreesOfFreedom.SATTERTHWAITE)
                .orElseThrow();
        WaldT interaction = model.coefficient(3, LEVEL).orElseThrow();
        assertThat(model.typeThree().get(Term.of("ARM", "WEEK")).orElseThrow().f())
                .isCloseTo(interaction.t() * interaction.t(), within(1e-9));
        assertThat(model.typeThree().keySet()).containsExactly(Term.of("ARM"), Term.of("WEEK"), Term.of("ARM", "WEEK"));
    }

    @Test
    void kenwardRogerNeedsRestrictedLikelihood() {
        assertThatThrownBy(() ->
                        fit(RandomCoefficients.intercept(y.length), Estimation.ML, DegreesOfFreedom.KENWARD_ROGER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REML");
        assertThatThrownBy(
                        () -> fit(RandomCoefficients.intercept(y.length), Estimation.REML, DegreesOfFreedom.RESIDUAL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
