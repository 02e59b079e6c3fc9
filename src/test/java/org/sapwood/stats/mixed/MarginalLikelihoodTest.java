package org.sapwood.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarginalLikelihoodTest {
    private static final RepeatedMeasures DATA = weightedAndGrouped(SimulatedTrial.draw(40, 4, 0.3, 11));

    private static RepeatedMeasures weightedAndGrouped(SimulatedTrial trial) {
        RepeatedMeasures data = trial.data();
        SplittableRandom random = new SplittableRandom(5);
        double[] weights = new double[data.rows()];
        double[] times = new double[data.rows()];
        int[] group = new int[data.rows()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.5 + random.nextDouble();
            times[i] = data.occasion(i) + 0.3 * random.nextDouble();
            group[i] = data.subject(i) % 2;
        }
        return data.withWeights(weights).withTimes(times).withGroups(group, List.of("even", "odd"));
    }

    static MarginalLikelihood likelihood(CovarianceStructure structure, Estimation estimation) {
        double[] times = Arrays.stream(DATA.times()).distinct().sorted().toArray();
        int[] slots = new int[DATA.rows()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = structure.needsTimes() ? Arrays.binarySearch(times, DATA.times()[i]) : DATA.occasion(i);
        }
        ReducedData reduced = new ReducedData(DATA, slots, structure.needsTimes() ? times.length : 4, false);
        return new MarginalLikelihood(reduced, structure.function(4, times), estimation);
    }

    static Stream<Arguments> everyStructure() {
        return Arrays.stream(CovarianceStructure.values())
                .flatMap(s -> Arrays.stream(Estimation.values()).map(e -> Arguments.of(s, e)));
    }

    @ParameterizedTest
    @MethodSource("everyStructure")
    void gradientAndHessianAreTheDerivativesOfTheLikelihood(CovarianceStructure structure, Estimation estimation) {
        MarginalLikelihood likelihood = likelihood(structure, estimation);
        double[] theta = likelihood.start();
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < theta.length; k++) {
            theta[k] += 0.02 * random.nextGaussian();
        }
        MarginalLikelihood.Slope slope = likelihood.slope(Objects.requireNonNull(likelihood.at(theta)));
        double h = 1e-4;
        for (int k = 0; k < theta.length; k++) {
            MarginalLikelihood.Point up = shifted(likelihood, theta, k, h);
            MarginalLikelihood.Point down = shifted(likelihood, theta, k, -h);
            double numeric = (up.value() - down.value()) / (2 * h);
            assertThat(slope.gradient()[k]).isCloseTo(numeric, within(1e-5 * (1 + Math.abs(numeric))));
            double[] high = likelihood.slope(up).gradient();
            double[] low = likelihood.slope(down).gradient();
            for (int l = 0; l < theta.length; l++) {
                double second = (high[l] - low[l]) / (2 * h);
                assertThat(slope.hessian()[k * theta.length + l])
                        .as("second derivative %s, %s", k, l)
                        .isCloseTo(second, within(2e-5 * (1 + Math.abs(second))));
            }
        }
    }

    private static MarginalLikelihood.Point shifted(MarginalLikelihood likelihood, double[] theta, int k, double h) {
        double[] other = theta.clone();
        other[k] += h;
        return Objects.requireNonNull(likelihood.at(other));
    }

    @ParameterizedTest
    @MethodSource("everyStructure")
    void noNeighbourOfTheMaximumIsMoreLikely(CovarianceStructure structure, Estimation estimation) {
        MarginalLikelihood likelihood = likelihood(structure, estimation);
        Newton.Result result = Newton.minimise(likelihood, likelihood.start());
        assertThat(result.converged()).isTrue();
        MarginalLikelihood.Point best = Objects.requireNonNull(result.point());
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            double[] theta = best.theta().clone();
            for (int k = 0; k < theta.length; k++) {
                theta[k] += 0.05 * random.nextGaussian();
            }
            MarginalLikelihood.Point other = likelihood.at(theta);
            if (other != null) {
                assertThat(other.value()).isGreaterThan(best.value());
            }
        }
    }

    @Test
    void crossProductsFormedAnewAreThoseThatWouldBeKept() {
        double[] rows = new double[4 * 3];
        SplittableRandom random = new SplittableRandom(1);
        Arrays.setAll(rows, i -> random.nextGaussian());
        double[] w = {2, 0.5, 0.5, 3};
        double[] s = new Pattern(0, new int[] {0, 1}, 3, new int[] {0, 2}, rows).crossProducts();
        double expected = 0;
        for (int subject = 0; subject < 2; subject++) {
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    expected += w[a * 2 + b] * rows[(2 * subject + a) * 3 + 2] * rows[(2 * subject + b) * 3];
                }
            }
        }
        int entry = 3;
        assertThat(w[0] * s[entry] + w[2] * s[6 + entry] + w[3] * s[12 + entry]).isCloseTo(expected, within(1e-12));
    }
}
