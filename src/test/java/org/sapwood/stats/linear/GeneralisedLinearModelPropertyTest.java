package org.sapwood.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.GeneralisedLinearModel.Family;

class GeneralisedLinearModelPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static GeneralisedLinearModel fit(Family family, DesignMatrix design, double[] y) {
        return GeneralisedLinearModel.fit(family, design, y).orElseThrow();
    }

    private static double[] response(Family family, RandomTrial trial) {
        return family == Family.BINOMIAL ? trial.event : trial.count;
    }

    /** The likelihood written out, at other coefficients than the estimate. */
    private static double logLikelihood(Family family, double[][] x, double[] y, double[] beta) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double eta = 0;
            for (int j = 0; j < beta.length; j++) {
                eta += x[i][j] * beta[j];
            }
            if (family == Family.BINOMIAL) {
                double p = 1 / (1 + StrictMath.exp(-eta));
                sum += StrictMath.log(y[i] == 1 ? p : 1 - p);
            } else {
                double mu = StrictMath.exp(eta);
                double factorial = 1;
                for (int k = 2; k <= y[i]; k++) {
                    factorial *= k;
                }
                sum += y[i] * StrictMath.log(mu) - mu - StrictMath.log(factorial);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void theEstimateIsTheHighestOfItsNeighbours(Family family) {
        RandomTrial trial = new RandomTrial(1, 60);
        DesignMatrix design = trial.design("ARM", "SITE", "BASE");
        double[] y = response(family, trial);
        GeneralisedLinearModel model = fit(family, design, y);
        double[] beta = model.coefficients();
        assertThat(model.logLikelihood()).isCloseTo(logLikelihood(family, design.rows(), y, beta), within(1e-10));
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 100; k++) {
            double[] near = Arrays.stream(beta)
                    .map(b -> b + random.nextDouble(-0.1, 0.1))
                    .toArray();
            assertThat(logLikelihood(family, design.rows(), y, near)).isLessThan(model.logLikelihood());
        }
    }

    /** The covariance is the inverse of the second differences of the log-likelihood. */
    @ParameterizedTest
    @EnumSource(Family.class)
    void theCovarianceIsTheInverseCurvature(Family family) {
        RandomTrial trial = new RandomTrial(3, 60);
        DesignMatrix design = trial.design("BASE");
        double[] y = response(family, trial);
        GeneralisedLinearModel model = fit(family, design, y);
        double[][] v = model.covariance();
        double h = 1e-4;
        double[][] information = new double[2][2];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                double sum = 0;
                for (int sign = 0; sign < 4; sign++) {
                    double[] beta = model.coefficients();
                    beta[a] += sign % 2 == 0 ? h : -h;
                    beta[b] += sign / 2 == 0 ? h : -h;
                    sum += (sign == 0 || sign == 3 ? 1 : -1) * logLikelihood(family, design.rows(), y, beta);
                }
                information[a][b] = -sum / (4 * h * h);
            }
        }
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                double product = v[a][0] * information[0][b] + v[a][1] * information[1][b];
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-5));
            }
        }
    }

    /** The score equations: residuals are orthogonal to every column, so fitted and observed sums agree in each arm. */
    @ParameterizedTest
    @EnumSource(Family.class)
    void fittedSumsAreTheObservedOnes(Family family) {
        RandomTrial trial = new RandomTrial(4, 60);
        DesignMatrix design = trial.design("ARM", "BASE");
        double[] y = response(family, trial);
        GeneralisedLinearModel model = fit(family, design, y);
        for (int j = 0; j < design.columns(); j++) {
            double sum = 0;
            for (int i = 0; i < 60; i++) {
                sum += design.get(i, j) * model.residuals()[i];
                assertThat(model.residuals()[i] + model.fitted()[i]).isCloseTo(y[i], within(1e-14));
            }
            assertThat(sum).isCloseTo(0, within(1e-9));
        }
        assertThat(model.residualDegreesOfFreedom()).isEqualTo(56);
        assertThat(model.aic()).isCloseTo(8 - 2 * model.logLikelihood(), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void codingReferenceAndUnitsKeepTheFit(Family family) {
        RandomTrial trial = new RandomTrial(5, 60);
        double[] y = response(family, trial);
        DesignMatrix design = trial.design("ARM", "BASE");
        GeneralisedLinearModel one = fit(family, design, y);
        GeneralisedLinearModel sum = fit(family, design.coded(Coding.SUM_TO_ZERO), y);
        ModelFrame turned = ModelFrame.builder()
                .factor("ARM", List.of("HIGH", "LOW", "PBO"), trial.arm)
                .numeric("BASE", Arrays.stream(trial.base).map(b -> 100 - 8 * b).toArray())
                .build();
        GeneralisedLinearModel other = fit(family, DesignMatrix.of(turned, Term.parse(List.of("ARM", "BASE"))), y);
        for (GeneralisedLinearModel model : List.of(sum, other)) {
            assertThat(model.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-10));
            assertThat(model.deviance()).isCloseTo(one.deviance(), within(1e-9));
            assertThat(model.pearsonChiSquare()).isCloseTo(one.pearsonChiSquare(), within(1e-8));
            for (int i = 0; i < 60; i++) {
                assertThat(model.fitted()[i]).isCloseTo(one.fitted()[i], within(1e-10));
            }
        }
        WaldZ highAgainstPlacebo = one.coefficient(2, one.covariance(), LEVEL).orElseThrow();
        WaldZ placeboAgainstHigh =
                other.coefficient(2, other.covariance(), LEVEL).orElseThrow();
        assertThat(placeboAgainstHigh.z()).isCloseTo(-highAgainstPlacebo.z(), within(1e-8));
        WaldZ slope = other.coefficient(3, other.covariance(), LEVEL).orElseThrow();
        assertThat(-8 * slope.estimate())
                .isCloseTo(
                        one.coefficient(3, one.covariance(), LEVEL)
                                .orElseThrow()
                                .estimate(),
                        within(1e-9));
    }

    /** One binary covariate: log odds and log rates of a table, variances sums of reciprocal counts. */
    @Test
    void aTwoByTwoTableIsItsCells() {
        double[] treated = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            treated[i] = i < 12 ? 0 : 1; // 12 controls with 4 events, 18 treated with 9
            y[i] = i < 4 || (i >= 12 && i < 21) ? 1 : 0;
        }
        ModelFrame frame = ModelFrame.builder().numeric("TRT", treated).build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("TRT")));
        GeneralisedLinearModel odds = fit(Family.BINOMIAL, design, y);
        assertThat(odds.coefficients()[0]).isCloseTo(StrictMath.log(0.5), within(1e-12));
        assertThat(odds.coefficients()[1]).isCloseTo(StrictMath.log(2), within(1e-12));
        assertThat(odds.covariance()[1][1]).isCloseTo(1 / 4.0 + 1 / 8.0 + 1 / 9.0 + 1 / 9.0, within(1e-12));
        assertThat(odds.deviance())
                .isCloseTo(
                        -2 * (4 * StrictMath.log(1 / 3.0) + 8 * StrictMath.log(2 / 3.0) + 18 * StrictMath.log(0.5)),
                        within(1e-11));
        assertThat(odds.likelihoodRatioTest(new int[] {1}).orElseThrow().statistic())
                .isCloseTo(
                        -2 * (13 * StrictMath.log(13 / 30.0) + 17 * StrictMath.log(17 / 30.0)) - odds.deviance(),
                        within(1e-10));
        GeneralisedLinearModel rates = fit(Family.POISSON, design, y);
        assertThat(rates.coefficients()[1]).isCloseTo(StrictMath.log(1.5), within(1e-12));
        assertThat(rates.covariance()[1][1]).isCloseTo(1 / 4.0 + 1 / 9.0, within(1e-12));
        // y = 1 contributes 2(−log μ) and Σ(y − μ) is nothing
        assertThat(rates.deviance()).isCloseTo(-8 * StrictMath.log(1 / 3.0) - 18 * StrictMath.log(0.5), within(1e-10));
        // robust: Σ e² over squared event counts in each group, p(1 − p)n/(np)²
        double robust = (8 / 12.0) / 4 + 0.5 / 9;
        assertThat(rates.covariance(HeteroscedasticityConsistent.HC0)[1][1]).isCloseTo(robust, within(1e-12));
    }

    @Test
    void anOffsetIsExposure() {
        RandomTrial trial = new RandomTrial(6, 60);
        DesignMatrix design = trial.design("ARM", "BASE");
        double[] offset = new double[60];
        Arrays.fill(offset, StrictMath.log(3));
        GeneralisedLinearModel one = fit(Family.POISSON, design, trial.count);
        GeneralisedLinearModel per = GeneralisedLinearModel.fit(Family.POISSON, design, trial.count, offset)
                .orElseThrow();
        assertThat(per.coefficients()[0]).isCloseTo(one.coefficients()[0] - StrictMath.log(3), within(1e-10));
        assertThat(per.coefficients()[2]).isCloseTo(one.coefficients()[2], within(1e-10));
        assertThat(per.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-10));
        assertThat(per.likelihoodRatioTest(new int[] {1, 2}).orElseThrow().statistic())
                .isCloseTo(
                        one.likelihoodRatioTest(new int[] {1, 2}).orElseThrow().statistic(), within(1e-9));
        // half the followed time in half the rows is taken out of the rates there
        double[] moved =
                IntStream.range(0, 60).mapToDouble(i -> trial.base[i] * 0.5).toArray();
        GeneralisedLinearModel tilted = GeneralisedLinearModel.fit(Family.POISSON, design, trial.count, moved)
                .orElseThrow();
        assertThat(tilted.coefficients()[3]).isCloseTo(one.coefficients()[3] - 0.5, within(1e-9));
    }

    @Test
    void duplicatedDataHalveTheVariance() {
        RandomTrial trial = new RandomTrial(7, 45);
        ModelFrame twice = ModelFrame.builder()
                .factor(
                        "ARM",
                        RandomTrial.ARMS,
                        IntStream.range(0, 90)
                                .mapToObj(i -> trial.arm.get(i / 2))
                                .toList())
                .numeric(
                        "BASE",
                        IntStream.range(0, 90)
                                .mapToDouble(i -> trial.base[i / 2])
                                .toArray())
                .build();
        DesignMatrix design = DesignMatrix.of(twice, Term.parse(List.of("ARM", "BASE")));
        for (Family family : Family.values()) {
            double[] y = response(family, trial);
            GeneralisedLinearModel one = fit(family, trial.design("ARM", "BASE"), y);
            GeneralisedLinearModel two = fit(
                    family,
                    design,
                    IntStream.range(0, 90).mapToDouble(i -> y[i / 2]).toArray());
            for (int j = 0; j < 4; j++) {
                assertThat(two.coefficients()[j]).isCloseTo(one.coefficients()[j], within(1e-9));
                assertThat(2 * two.covariance()[j][j]).isCloseTo(one.covariance()[j][j], within(1e-9));
            }
            assertThat(two.likelihoodRatioTest(new int[] {3}).orElseThrow().statistic())
                    .isCloseTo(
                            2
                                    * one.likelihoodRatioTest(new int[] {3})
                                            .orElseThrow()
                                            .statistic(),
                            within(1e-9));
        }
    }

    @Test
    void degenerateDataSayWhy() {
        RandomTrial trial = new RandomTrial(8, 30);
        DesignMatrix design = trial.design("ARM");
        double[] onlyHigh = IntStream.range(0, 30)
                .mapToDouble(i -> i % 3 == 2 && i > 4 ? 1 : 0)
                .toArray();
        assertThat(reason(GeneralisedLinearModel.fit(Family.BINOMIAL, design, onlyHigh)))
                .isEqualTo(Reason.SEPARATION);
        assertThat(reason(GeneralisedLinearModel.fit(Family.POISSON, design, onlyHigh)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(GeneralisedLinearModel.fit(Family.POISSON, design, new double[30])))
                .isEqualTo(Reason.NO_EVENTS);
        double[] everybody = new double[30];
        Arrays.fill(everybody, 1);
        assertThat(reason(GeneralisedLinearModel.fit(Family.BINOMIAL, design, everybody)))
                .isEqualTo(Reason.SEPARATION);
        ModelFrame doubled = trial.frame()
                .numeric("AGAIN", Arrays.stream(trial.base).map(b -> 2 * b).toArray())
                .build();
        assertThat(reason(GeneralisedLinearModel.fit(
                        Family.BINOMIAL, DesignMatrix.of(doubled, Term.parse(List.of("BASE", "AGAIN"))), trial.event)))
                .isEqualTo(Reason.RANK_DEFICIENT);
        assertThatThrownBy(() -> GeneralisedLinearModel.fit(Family.BINOMIAL, design, trial.base))
                .hasMessageContaining("0 or 1");
        double[] two = everybody.clone();
        two[3] = 2;
        assertThatThrownBy(() -> GeneralisedLinearModel.fit(Family.BINOMIAL, design, two))
                .hasMessageContaining("2.0");
        two[3] = -1;
        assertThatThrownBy(() -> GeneralisedLinearModel.fit(Family.POISSON, design, two))
                .hasMessageContaining("-1");
    }
}
