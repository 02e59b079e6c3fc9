package org.sapwood.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.linear.LinearModel;

class MmrmPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    static Stream<Arguments> specifications() {
        return Stream.of(
                        MmrmSpecification.satterthwaite(ladder(CovarianceStructure.UNSTRUCTURED)),
                        MmrmSpecification.kenwardRoger(ladder(CovarianceStructure.UNSTRUCTURED)),
                        specification(
                                CovarianceStructure.TOEPLITZ_HETEROGENEOUS,
                                DegreesOfFreedom.KENWARD_ROGER,
                                CoefficientCovariance.KENWARD_ROGER),
                        specification(
                                CovarianceStructure.AR1_HETEROGENEOUS,
                                DegreesOfFreedom.SATTERTHWAITE,
                                CoefficientCovariance.EMPIRICAL_BIAS_REDUCED),
                        specification(
                                CovarianceStructure.COMPOUND_SYMMETRY_HOMOGENEOUS,
                                DegreesOfFreedom.SATTERTHWAITE,
                                CoefficientCovariance.EMPIRICAL_JACKKNIFE),
                        specification(
                                CovarianceStructure.ANTE_DEPENDENCE_HETEROGENEOUS,
                                DegreesOfFreedom.BETWEEN_WITHIN,
                                CoefficientCovariance.EMPIRICAL))
                .flatMap(s -> LongStream.rangeClosed(1, 4).mapToObj(seed -> Arguments.of(s, seed)));
    }

    private static CovarianceLadder ladder(CovarianceStructure structure) {
        return CovarianceLadder.of(structure);
    }

    private static MmrmSpecification specification(
            CovarianceStructure structure, DegreesOfFreedom df, CoefficientCovariance covariance) {
        return new MmrmSpecification(ladder(structure), Estimation.REML, df, covariance);
    }

    /** The same rows in another order, with columns, subjects and occasions changed. */
    private static RepeatedMeasures changed(
            RepeatedMeasures data, int[] order, Columns columns, int[] newOccasion, double scale, double shift) {
        int n = order.length;
        double[] y = new double[n];
        double[][] x = new double[n][];
        int[] subject = new int[n];
        int[] occasion = new int[n];
        for (int i = 0; i < n; i++) {
            y[i] = scale * data.response(order[i]) + shift;
            x[i] = columns.of(data.design(order[i]));
            subject[i] = data.subject(order[i]);
            occasion[i] = newOccasion[data.occasion(order[i])];
        }
        return RepeatedMeasures.of(y, x, data.columns(), subject, occasion, data.occasions());
    }

    /** What a row of the design becomes. */
    @FunctionalInterface
    interface Columns {
        double[] of(double[] row);
    }

    private static int[] inOrder(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static int[] shuffled(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = inOrder(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }

    private static WaldT difference(RepeatedMeasures data, MmrmSpecification specification, LinearFunction function) {
        return Mmrm.fit(data, specification)
                .fit()
                .orElseThrow()
                .estimate(function, LEVEL)
                .orElseThrow();
    }

    private static void assertSame(WaldT found, WaldT expected, double sign, double scale) {
        assertThat(found.estimate()).isCloseTo(sign * scale * expected.estimate(), within(1e-8 * scale));
        assertThat(found.standardError()).isCloseTo(scale * expected.standardError(), within(1e-8 * scale));
        assertThat(found.degreesOfFreedom())
                .isCloseTo(expected.degreesOfFreedom(), within(1e-6 * expected.degreesOfFreedom()));
        assertThat(found.pValue().value()).isCloseTo(expected.pValue().value(), within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void orderOfRowsDoesNotMatter(MmrmSpecification specification, long seed) {
        SimulatedTrial trial = SimulatedTrial.draw(50, 4, 0.25, seed);
        RepeatedMeasures data = trial.data();
        RepeatedMeasures mixed = changed(data, shuffled(data.rows(), seed), row -> row, inOrder(4), 1, 0);
        assertSame(
                difference(mixed, specification, trial.difference(3)),
                difference(data, specification, trial.difference(3)),
                1,
                1);
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void swappingArmsNegatesTheDifference(MmrmSpecification specification, long seed) {
        SimulatedTrial trial = SimulatedTrial.draw(50, 4, 0.25, seed);
        RepeatedMeasures data = trial.data();
        Columns swap = row -> {
            double[] other = row.clone();
            double arm = 1 - row[3];
            other[3] = arm;
            for (int j = 1; j < 4; j++) {
                other[6 + j] = arm * row[3 + j];
            }
            return other;
        };
        RepeatedMeasures swapped = changed(data, inOrder(data.rows()), swap, inOrder(4), 1, 0);
        assertSame(
                difference(swapped, specification, trial.difference(3)),
                difference(data, specification, trial.difference(3)),
                -1,
                1);
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void scaleOfTheResponseCarriesOver(MmrmSpecification specification, long seed) {
        SimulatedTrial trial = SimulatedTrial.draw(50, 4, 0.25, seed);
        RepeatedMeasures data = trial.data();
        RepeatedMeasures scaled = changed(data, inOrder(data.rows()), row -> row, inOrder(4), 1000, 1e5);
        assertSame(
                difference(scaled, specification, trial.difference(3)),
                difference(data, specification, trial.difference(3)),
                1,
                1000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfVisitsDoesNotMatterToTheUnstructuredModel(long seed) {
        SimulatedTrial trial = SimulatedTrial.draw(50, 4, 0.25, seed);
        RepeatedMeasures data = trial.data();
        RepeatedMeasures relabelled = changed(data, inOrder(data.rows()), row -> row, new int[] {2, 0, 3, 1}, 1, 0);
        MmrmSpecification specification = MmrmSpecification.kenwardRoger(ladder(CovarianceStructure.UNSTRUCTURED));
        assertSame(
                difference(relabelled, specification, trial.difference(3)),
                difference(data, specification, trial.difference(3)),
                1,
                1);
        double[][] before = Mmrm.fit(data, specification).fit().orElseThrow().covariance(0);
        double[][] after =
                Mmrm.fit(relabelled, specification).fit().orElseThrow().covariance(0);
        assertThat(after[2][0]).isCloseTo(before[0][1], within(1e-7));
        assertThat(after[1][1]).isCloseTo(before[3][3], within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneVisitIsTheAnalysisOfCovariance(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 30;
        double[] y = new double[n];
        double[] base = new double[n];
        String[] arm = new String[n];
        for (int i = 0; i < n; i++) {
            base[i] = 40 + 5 * random.nextGaussian();
            arm[i] = i % 3 == 0 ? "PBO" : "ACT";
            y[i] = 0.4 * base[i] + (i % 3 == 0 ? 0 : 1) + 3 * random.nextGaussian();
        }
        ModelFrame frame = ModelFrame.builder()
                .numeric("BASE", base)
                .factor("ARM", List.of("PBO", "ACT"), Arrays.asList(arm))
                .build();
        DesignMatrix design = DesignMatrix.of(frame, List.of(Term.of("BASE"), Term.of("ARM")));
        LinearModel ancova = LinearModel.fit(design, y).orElseThrow();
        RepeatedMeasures data = RepeatedMeasures.of(y, design, inOrder(n), new int[n], List.of("W12"));
        for (CovarianceStructure structure :
                List.of(CovarianceStructure.UNSTRUCTURED, CovarianceStructure.AR1_HETEROGENEOUS)) {
            for (MmrmSpecification specification : List.of(
                    MmrmSpecification.satterthwaite(ladder(structure)),
                    MmrmSpecification.kenwardRoger(ladder(structure)))) {
                MmrmFit fit = Mmrm.fit(data, specification).fit().orElseThrow();
                for (int j = 0; j < design.columns(); j++) {
                    WaldT expected = ancova.coefficient(j, LEVEL).orElseThrow();
                    WaldT found = fit.coefficient(j, LEVEL).orElseThrow();
                    double size = Math.abs(expected.estimate()) + expected.standardError();
                    assertThat(found.estimate()).isCloseTo(expected.estimate(), within(1e-10 * size));
                    assertThat(found.standardError()).isCloseTo(expected.standardError(), within(1e-10 * size));
                    assertThat(found.degreesOfFreedom()).isCloseTo(n - 3.0, within(1e-8));
                    assertThat(found.pValue().value())
                            .isCloseTo(expected.pValue().value(), within(1e-10));
                    assertThat(found.interval().upper())
                            .isCloseTo(expected.interval().upper(), within(1e-9 * size));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void commonFactorOfTheWeightsOnlyScalesTheCovariance(long seed) {
        SimulatedTrial trial = SimulatedTrial.draw(50, 3, 0.25, seed);
        RepeatedMeasures data = trial.data();
        double[] weights = new double[data.rows()];
        Arrays.fill(weights, 4);
        MmrmSpecification specification = MmrmSpecification.satterthwaite(ladder(CovarianceStructure.UNSTRUCTURED));
        MmrmFit plain = Mmrm.fit(data, specification).fit().orElseThrow();
        MmrmFit weighted =
                Mmrm.fit(data.withWeights(weights), specification).fit().orElseThrow();
        assertThat(weighted.neg2LogLikelihood()).isCloseTo(plain.neg2LogLikelihood(), within(1e-7));
        assertThat(weighted.covariance(0)[1][2]).isCloseTo(4 * plain.covariance(0)[1][2], within(1e-6));
        assertSame(
                weighted.estimate(trial.difference(2), LEVEL).orElseThrow(),
                plain.estimate(trial.difference(2), LEVEL).orElseThrow(),
                1,
                1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groupsThatShareNothingAreFittedApart(long seed) {
        SimulatedTrial trial = SimulatedTrial.draw(60, 3, 0.2, seed);
        RepeatedMeasures data = trial.data();
        int[] group = new int[data.rows()];
        double[][] separate = new double[data.rows()][6];
        for (int i = 0; i < group.length; i++) {
            group[i] = data.subject(i) % 2;
            separate[i][3 * group[i] + data.occasion(i)] = 1;
        }
        double[] y = new double[data.rows()];
        int[] subject = new int[y.length];
        int[] occasion = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = data.response(i);
            subject[i] = data.subject(i);
            occasion[i] = data.occasion(i);
        }
        MmrmSpecification specification = MmrmSpecification.satterthwaite(ladder(CovarianceStructure.UNSTRUCTURED));
        MmrmFit both = Mmrm.fit(
                        RepeatedMeasures.of(
                                        y,
                                        separate,
                                        List.of("a0", "a1", "a2", "b0", "b1", "b2"),
                                        subject,
                                        occasion,
                                        data.occasions())
                                .withGroups(group, List.of("a", "b")),
                        specification)
                .fit()
                .orElseThrow();
        int[] first = IntStream.range(0, y.length).filter(i -> group[i] == 0).toArray();
        MmrmFit alone = Mmrm.fit(
                        RepeatedMeasures.of(
                                IntStream.of(first).mapToDouble(i -> y[i]).toArray(),
                                IntStream.of(first)
                                        .mapToObj(i -> Arrays.copyOf(separate[i], 3))
                                        .toArray(double[][]::new),
                                List.of("a0", "a1", "a2"),
                                IntStream.of(first).map(i -> subject[i]).toArray(),
                                IntStream.of(first).map(i -> occasion[i]).toArray(),
                                data.occasions()),
                        specification)
                .fit()
                .orElseThrow();
        assertThat(both.covarianceParameters()).isEqualTo(12);
        for (int j = 0; j < 3; j++) {
            assertSame(
                    both.coefficient(j, LEVEL).orElseThrow(),
                    alone.coefficient(j, LEVEL).orElseThrow(),
                    1,
                    1);
            assertThat(both.covariance(0)[j]).containsExactly(alone.covariance(0)[j], within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nestedStructuresAreNeverMoreLikely(long seed) {
        RepeatedMeasures data = SimulatedTrial.draw(50, 4, 0.25, seed).data();
        double unstructured = neg2LogLikelihood(data, CovarianceStructure.UNSTRUCTURED);
        double heterogeneous = neg2LogLikelihood(data, CovarianceStructure.TOEPLITZ_HETEROGENEOUS);
        double homogeneous = neg2LogLikelihood(data, CovarianceStructure.TOEPLITZ_HOMOGENEOUS);
        double common = neg2LogLikelihood(data, CovarianceStructure.COMPOUND_SYMMETRY_HOMOGENEOUS);
        double autoregressive = neg2LogLikelihood(data, CovarianceStructure.AR1_HOMOGENEOUS);
        double anteDependent = neg2LogLikelihood(data, CovarianceStructure.ANTE_DEPENDENCE_HOMOGENEOUS);
        assertThat(unstructured).isLessThan(heterogeneous);
        assertThat(heterogeneous).isLessThan(homogeneous);
        assertThat(homogeneous).isLessThan(common).isLessThan(autoregressive);
        assertThat(anteDependent).isLessThan(autoregressive);
        double[] times = new double[data.rows()];
        Arrays.setAll(times, data::occasion);
        // on equally spaced visits the spatial exponential is the autoregressive structure with ρ in (0, 1)
        assertThat(neg2LogLikelihood(data.withTimes(times), CovarianceStructure.SPATIAL_EXPONENTIAL))
                .isCloseTo(autoregressive, within(1e-8));
    }

    private static double neg2LogLikelihood(RepeatedMeasures data, CovarianceStructure structure) {
        return Mmrm.fit(data, MmrmSpecification.satterthwaite(ladder(structure)))
                .fit()
                .orElseThrow()
                .neg2LogLikelihood();
    }
}
