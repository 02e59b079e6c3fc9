package org.sapwood.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.rate.NegativeBinomialModel.Information;

class NegativeBinomialPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);
    private static final int N = 80;

    /** Counts with a frailty, over unequal times. */
    private static final class Relapses {
        final List<String> arm = new ArrayList<>();
        final double[] age = new double[N];
        final double[] counts = new double[N];
        final double[] offset = new double[N];

        Relapses(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < N; i++) {
                arm.add(i % 2 == 0 ? "PBO" : "ACT");
                age[i] = random.nextDouble();
                double years = 0.5 + random.nextDouble();
                offset[i] = StrictMath.log(years);
                double frailty = -StrictMath.log(1 - random.nextDouble());
                double mean = years * frailty * (i % 2 == 0 ? 3 : 1.8) * (0.7 + age[i]);
                double limit = StrictMath.exp(-mean);
                double product = random.nextDouble();
                while (product > limit) {
                    counts[i]++;
                    product *= random.nextDouble();
                }
            }
        }

        DesignMatrix design(int[] order, List<String> levels) {
            return DesignMatrix.of(
                    ModelFrame.builder()
                            .factor(
                                    "ARM",
                                    levels,
                                    Arrays.stream(order).mapToObj(arm::get).toList())
                            .numeric("AGE", pick(order, age))
                            .build(),
                    Term.parse(List.of("ARM", "AGE")));
        }

        NegativeBinomialModel fit() {
            int[] order = IntStream.range(0, N).toArray();
            return NegativeBinomialModel.fit(design(order, List.of("PBO", "ACT")), counts, offset)
                    .orElseThrow();
        }
    }

    private static double[] pick(int[] order, double[] values) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowOrderReferenceAndUnitOfTimeMoveOnlyTheirOwnNumbers(long seed) {
        Relapses data = new Relapses(seed);
        NegativeBinomialModel one = data.fit();
        int[] order = IntStream.range(0, N).map(i -> (i * 7 + 5) % N).toArray();
        double[] months = Arrays.stream(pick(order, data.offset))
                .map(o -> o + StrictMath.log(12))
                .toArray();
        NegativeBinomialModel two = NegativeBinomialModel.fit(
                        data.design(order, List.of("ACT", "PBO")), pick(order, data.counts), months)
                .orElseThrow();
        assertThat(two.coefficients()[1]).isCloseTo(-one.coefficients()[1], within(1e-8));
        assertThat(two.coefficients()[2]).isCloseTo(one.coefficients()[2], within(1e-8));
        assertThat(two.coefficients()[0])
                .isCloseTo(one.coefficients()[0] + one.coefficients()[1] - StrictMath.log(12), within(1e-8));
        assertThat(two.dispersion()).isCloseTo(one.dispersion(), within(1e-8));
        assertThat(two.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
        for (Information information : Information.values()) {
            assertThat(two.coefficient(1, information, LEVEL).z())
                    .isCloseTo(-one.coefficient(1, information, LEVEL).z(), within(1e-7));
        }
        assertThat(two.standardErrorOfLogDispersion()).isCloseTo(one.standardErrorOfLogDispersion(), within(1e-7));
        assertThat(one.size() * one.dispersion()).isCloseTo(1, within(1e-13));
    }

    /** The likelihood as a product of negative binomial probabilities, by their recurrence. */
    private static double logLikelihood(Relapses data, double[] beta, double size) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            double mu = StrictMath.exp(data.offset[i] + beta[0] + (i % 2 == 1 ? beta[1] : 0) + beta[2] * data.age[i]);
            double p = mu / (mu + size);
            double log = size * StrictMath.log(1 - p);
            for (int k = 0; k < data.counts[i]; k++) {
                log += StrictMath.log((size + k) / (k + 1) * p);
            }
            sum += log;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theEstimateIsTheHighestOfItsNeighboursAndTheErrorsAreItsCurvature(long seed) {
        Relapses data = new Relapses(seed);
        NegativeBinomialModel model = data.fit();
        double most = logLikelihood(data, model.coefficients(), model.size());
        assertThat(model.logLikelihood()).isCloseTo(most, within(1e-9));
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 100; k++) {
            double[] near = Arrays.stream(model.coefficients())
                    .map(b -> b + random.nextDouble(-0.05, 0.05))
                    .toArray();
            assertThat(logLikelihood(data, near, model.size() * (1 + random.nextDouble(-0.1, 0.1))))
                    .isLessThan(most);
        }
        // second differences in (β, log size), inverted against the covariance of β and the error of log κ
        double h = 1e-3;
        double[][] information = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double sum = 0;
                for (int sign = 0; sign < 4; sign++) {
                    double[] theta = Arrays.copyOf(model.coefficients(), 4);
                    theta[3] = StrictMath.log(model.size());
                    theta[a] += sign % 2 == 0 ? h : -h;
                    theta[b] += sign / 2 == 0 ? h : -h;
                    sum += (sign == 0 || sign == 3 ? 1 : -1)
                            * logLikelihood(data, Arrays.copyOf(theta, 3), StrictMath.exp(theta[3]));
                }
                information[a][b] = -sum / (4 * h * h);
            }
        }
        double[][] v = inverse(information);
        double[][] observed = model.covariance(Information.OBSERVED);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(observed[a][b]).isCloseTo(v[a][b], within(1e-5));
            }
        }
        assertThat(model.standardErrorOfLogDispersion()).isCloseTo(Math.sqrt(v[3][3]), within(1e-4));
    }

    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, a[i], 0, n);
            a[i][n + i] = 1;
        }
        for (int i = 0; i < n; i++) {
            double pivot = a[i][i];
            for (int j = 0; j < 2 * n; j++) {
                a[i][j] /= pivot;
            }
            for (int k = 0; k < n; k++) {
                double factor = a[k][i];
                for (int j = 0; j < 2 * n && k != i; j++) {
                    a[k][j] -= factor * a[i][j];
                }
            }
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = Arrays.copyOfRange(a[i], n, 2 * n);
        }
        return inverse;
    }

    /** With equal times and the arm alone the means are the arms' means, and the expected variance is (1/μ + κ)/n each. */
    @Test
    void twoArmsByHand() {
        List<String> arm = new ArrayList<>();
        double[] counts = {0, 1, 2, 9, 0, 0, 3, 5, 1, 12, 4, 0};
        for (int i = 0; i < 12; i++) {
            arm.add(i < 6 ? "PBO" : "ACT");
        }
        DesignMatrix design = DesignMatrix.of(
                ModelFrame.builder().factor("ARM", List.of("PBO", "ACT"), arm).build(), Term.parse(List.of("ARM")));
        NegativeBinomialModel model =
                NegativeBinomialModel.fit(design, counts, new double[12]).orElseThrow();
        double kappa = model.dispersion();
        assertThat(model.coefficients()[0]).isCloseTo(StrictMath.log(2), within(1e-9));
        assertThat(model.coefficients()[1]).isCloseTo(StrictMath.log(25.0 / 12), within(1e-9));
        double first = (1 / 2.0 + kappa) / 6;
        double second = (6 / 25.0 + kappa) / 6;
        assertThat(model.covariance(Information.EXPECTED)[0][0]).isCloseTo(first, within(1e-9));
        assertThat(model.covariance(Information.EXPECTED)[1][1]).isCloseTo(first + second, within(1e-9));
    }

    @Test
    void degenerateCountsSayWhy() {
        DesignMatrix design = DesignMatrix.of(
                ModelFrame.builder()
                        .factor("ARM", List.of("PBO", "ACT"), List.of("PBO", "PBO", "PBO", "ACT", "ACT", "ACT"))
                        .build(),
                Term.parse(List.of("ARM")));
        double[] none = new double[6];
        // equal counts vary less than Poisson counts
        assertThat(reason(NegativeBinomialModel.fit(design, new double[] {2, 2, 2, 3, 3, 3}, none)))
                .isEqualTo(Reason.OUTSIDE_DOMAIN);
        assertThat(reason(NegativeBinomialModel.fit(design, new double[] {0, 0, 0, 3, 9, 0}, none)))
                .isEqualTo(Reason.NO_EVENTS);
        assertThat(reason(NegativeBinomialModel.fit(design, none, none))).isEqualTo(Reason.NO_EVENTS);
    }
}
