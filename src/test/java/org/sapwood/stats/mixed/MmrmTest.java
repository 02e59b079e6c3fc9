package org.sapwood.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.design.FTest;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.WaldT;

class MmrmTest {
    private static final CovarianceLadder LADDER = CovarianceLadder.of(
            CovarianceStructure.UNSTRUCTURED,
            CovarianceStructure.TOEPLITZ_HETEROGENEOUS,
            CovarianceStructure.COMPOUND_SYMMETRY_HOMOGENEOUS);

    private static RepeatedMeasures only(RepeatedMeasures data, java.util.function.IntPredicate row) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < data.rows(); i++) {
            if (row.test(i)) {
                kept.add(i);
            }
        }
        return RepeatedMeasures.of(
                kept.stream().mapToDouble(data::response).toArray(),
                kept.stream().map(data::design).toArray(double[][]::new),
                data.columns(),
                kept.stream().mapToInt(data::subject).toArray(),
                kept.stream().mapToInt(data::occasion).toArray(),
                data.occasions());
    }

    private static RepeatedMeasures withColumns(RepeatedMeasures data, List<String> names, double[][] design) {
        int n = data.rows();
        double[] y = new double[n];
        int[] subject = new int[n];
        int[] occasion = new int[n];
        for (int i = 0; i < n; i++) {
            y[i] = data.response(i);
            subject[i] = data.subject(i);
            occasion[i] = data.occasion(i);
        }
        return RepeatedMeasures.of(y, design, names, subject, occasion, data.occasions());
    }

    @Test
    void firstStructureThatConvergesIsUsed() {
        Mmrm.Outcome outcome =
                Mmrm.fit(SimulatedTrial.draw(60, 3, 0.2, 1).data(), MmrmSpecification.satterthwaite(LADDER));
        MmrmFit fit = outcome.fit().orElseThrow();
        assertThat(fit.structure()).isEqualTo(CovarianceStructure.UNSTRUCTURED);
        assertThat(outcome.attempts()).hasSize(1).isEqualTo(fit.attempts());
        FitAttempt attempt = fit.diagnostics();
        assertThat(attempt.converged()).isTrue();
        assertThat(attempt.parameters()).isEqualTo(6);
        assertThat(attempt.iterations()).isBetween(1, 20);
        assertThat(attempt.gradientNorm()).isLessThan(1e-6);
        assertThat(attempt.hessianEigenvalues()).hasSize(6).allMatch(x -> x > 0);
        assertThat(attempt.neg2LogLikelihood()).isEqualTo(fit.neg2LogLikelihood());
        assertThat(attempt.explanation()).isEqualTo("converged");
    }

    @Test
    void visitsNeverSeenTogetherLeadToTheNextStructureAndAreRecorded() {
        RepeatedMeasures all = SimulatedTrial.draw(60, 3, 0, 2).data();
        RepeatedMeasures data = only(all, i -> all.occasion(i) != (all.subject(i) / 2 % 2 == 0 ? 0 : 2));
        Mmrm.Outcome outcome = Mmrm.fit(data, MmrmSpecification.satterthwaite(LADDER));
        assertThat(outcome.attempts()).hasSizeGreaterThanOrEqualTo(2);
        FitAttempt first = outcome.attempts().get(0);
        assertThat(first.structure()).isEqualTo(CovarianceStructure.UNSTRUCTURED);
        assertThat(first.converged()).isFalse();
        assertThat(first.explanation()).doesNotContain("converged");
        assertThat(outcome.fit().orElseThrow().structure()).isNotEqualTo(CovarianceStructure.UNSTRUCTURED);
        assertThat(outcome.fit().orElseThrow().diagnostics())
                .isEqualTo(outcome.attempts().get(outcome.attempts().size() - 1));
    }

    @Test
    void ladderWithoutConvergenceSaysWhatWasTried() {
        RepeatedMeasures all = SimulatedTrial.draw(60, 3, 0, 2).data();
        RepeatedMeasures data = only(all, i -> all.occasion(i) != (all.subject(i) / 2 % 2 == 0 ? 0 : 2));
        Mmrm.Outcome outcome =
                Mmrm.fit(data, MmrmSpecification.satterthwaite(CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED)));
        assertThat(outcome.fit()).isInstanceOfSatisfying(Estimable.NotEstimable.class, none -> {
            assertThat(none.reason()).isEqualTo(Estimable.Reason.NO_CONVERGENCE);
            assertThat(none.detail()).contains("UNSTRUCTURED");
        });
        assertThat(outcome.attempts()).hasSize(1);
    }

    @Test
    void aliasedColumnsAreNamedAndMakeOnlyTheirOwnFunctionsInestimable() {
        SimulatedTrial trial = SimulatedTrial.draw(60, 3, 0.2, 3);
        RepeatedMeasures data = trial.data();
        double[][] wide = new double[data.rows()][];
        for (int i = 0; i < wide.length; i++) {
            double[] x = java.util.Arrays.copyOf(data.design(i), data.columns().size() + 1);
            x[x.length - 1] = 2 * x[1] - 3 * x[2] + 1;
            wide[i] = x;
        }
        List<String> names = new ArrayList<>(data.columns());
        names.add("COPY");
        MmrmSpecification specification = MmrmSpecification.kenwardRoger(LADDER);
        MmrmFit full = Mmrm.fit(data, specification).fit().orElseThrow();
        MmrmFit fit =
                Mmrm.fit(withColumns(data, names, wide), specification).fit().orElseThrow();
        assertThat(full.aliasedColumns()).isEmpty();
        assertThat(fit.aliasedColumns()).containsExactly("COPY");
        assertThat(fit.rank()).isEqualTo(full.rank());
        assertThat(fit.neg2LogLikelihood()).isCloseTo(full.neg2LogLikelihood(), within(1e-8));
        assertThat(fit.coefficient(names.size() - 1, ConfidenceLevel.NINETY_FIVE))
                .isInstanceOfSatisfying(
                        Estimable.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo(Estimable.Reason.RANK_DEFICIENT));
        double[] slope = new double[names.size()];
        slope[1] = 1;
        assertThat(fit.estimate(new LinearFunction("slope", slope), ConfidenceLevel.NINETY_FIVE))
                .isInstanceOfSatisfying(
                        Estimable.NotEstimable.class,
                        none -> assertThat(none.detail()).contains("slope").contains("COPY"));
        double[] l = java.util.Arrays.copyOf(trial.difference(2).coefficients(), names.size());
        WaldT difference = fit.estimate(new LinearFunction("difference", l), ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        WaldT expected =
                full.estimate(trial.difference(2), ConfidenceLevel.NINETY_FIVE).orElseThrow();
        assertThat(difference.estimate()).isCloseTo(expected.estimate(), within(1e-9));
        assertThat(difference.standardError()).isCloseTo(expected.standardError(), within(1e-9));
        assertThat(difference.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-6));
    }

    @Test
    void designWithoutErrorAndTooFewRowsAreNotEstimable() {
        RepeatedMeasures data = SimulatedTrial.draw(20, 2, 0, 4).data();
        MmrmSpecification specification = MmrmSpecification.satterthwaite(LADDER);
        double[] exact = new double[data.rows()];
        double[][] design = new double[data.rows()][];
        int[] subject = new int[data.rows()];
        int[] occasion = new int[data.rows()];
        for (int i = 0; i < exact.length; i++) {
            design[i] = data.design(i);
            exact[i] = 3 + 2 * design[i][1];
            subject[i] = data.subject(i);
            occasion[i] = data.occasion(i);
        }
        RepeatedMeasures perfect =
                RepeatedMeasures.of(exact, design, data.columns(), subject, occasion, data.occasions());
        assertThat(reason(Mmrm.fit(perfect, specification))).isEqualTo(Estimable.Reason.ZERO_VARIANCE);
        assertThat(reason(Mmrm.fit(only(data, i -> i < 4), specification)))
                .isEqualTo(Estimable.Reason.TOO_FEW_OBSERVATIONS);
    }

    private static Estimable.Reason reason(Mmrm.Outcome outcome) {
        return ((Estimable.NotEstimable<MmrmFit>) outcome.fit()).reason();
    }

    @Test
    void occasionWithoutRowsIsLeftOutOfTheCovariance() {
        RepeatedMeasures all = SimulatedTrial.draw(40, 3, 0, 5).data();
        RepeatedMeasures data = only(all, i -> all.occasion(i) != 1);
        MmrmFit fit =
                Mmrm.fit(data, MmrmSpecification.satterthwaite(LADDER)).fit().orElseThrow();
        assertThat(fit.occasions()).containsExactly("V0", "V2");
        assertThat(fit.covariance(0)).hasDimensions(2, 2);
        assertThat(fit.covarianceParameters()).isEqualTo(3);
        assertThat(fit.correlation(0)[0][0]).isEqualTo(1);
        assertThat(fit.correlation(0)[0][1]).isBetween(-1.0, 1.0);
    }

    @Test
    void standardisedEffectDividesByTheModelsStandardDeviation() {
        SimulatedTrial trial = SimulatedTrial.draw(60, 3, 0.2, 6);
        MmrmFit fit = Mmrm.fit(trial.data(), MmrmSpecification.satterthwaite(LADDER))
                .fit()
                .orElseThrow();
        double estimate = fit.estimate(trial.difference(2), ConfidenceLevel.NINETY_FIVE)
                .orElseThrow()
                .estimate();
        assertThat(fit.standardisedEffect(trial.difference(2), "V2").orElseThrow())
                .isCloseTo(estimate / Math.sqrt(fit.covariance(0)[2][2]), within(1e-12));
        assertThatThrownBy(() -> fit.standardisedEffect(trial.difference(2), "V9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("V9");
    }

    @Test
    void jointTestOfOneFunctionIsTheSquaredT() {
        SimulatedTrial trial = SimulatedTrial.draw(60, 3, 0.2, 7);
        for (MmrmSpecification specification :
                List.of(MmrmSpecification.satterthwaite(LADDER), MmrmSpecification.kenwardRoger(LADDER))) {
            MmrmFit fit = Mmrm.fit(trial.data(), specification).fit().orElseThrow();
            WaldT t = fit.estimate(trial.difference(2), ConfidenceLevel.NINETY_FIVE)
                    .orElseThrow();
            FTest f = fit.jointTest(List.of(trial.difference(2))).orElseThrow();
            assertThat(f.f()).isCloseTo(t.t() * t.t(), within(1e-10));
            assertThat(f.denominatorDegreesOfFreedom()).isCloseTo(t.degreesOfFreedom(), within(1e-8));
            assertThat(f.pValue().value()).isCloseTo(t.pValue().value(), within(1e-12));
            FTest twice = fit.jointTest(List.of(trial.difference(2), trial.difference(2)))
                    .orElseThrow();
            assertThat(twice.numeratorDegreesOfFreedom()).isEqualTo(1);
            assertThat(twice.f()).isCloseTo(f.f(), within(1e-8));
        }
    }

    @Test
    void specificationRefusesCombinationsWithoutMeaning() {
        assertThatThrownBy(() -> new MmrmSpecification(
                        LADDER, Estimation.REML, DegreesOfFreedom.SATTERTHWAITE, CoefficientCovariance.KENWARD_ROGER))
                .hasMessageContaining("go together");
        assertThatThrownBy(() -> new MmrmSpecification(
                        LADDER, Estimation.ML, DegreesOfFreedom.KENWARD_ROGER, CoefficientCovariance.KENWARD_ROGER))
                .hasMessageContaining("REML");
        assertThatThrownBy(() -> new CovarianceLadder(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(
                        () -> CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED, CovarianceStructure.UNSTRUCTURED))
                .hasMessageContaining("twice");
    }

    @Test
    void measurementsThatContradictThemselvesAreRefused() {
        List<String> names = List.of("(Intercept)");
        double[][] ones = {{1}, {1}};
        assertThatThrownBy(() -> RepeatedMeasures.of(
                        new double[] {1, Double.NaN}, ones, names, new int[2], new int[] {0, 1}, List.of("a", "b")))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> RepeatedMeasures.of(
                        new double[] {1, 2}, ones, names, new int[2], new int[] {0, 2}, List.of("a", "b")))
                .hasMessageContaining("occasion");
        RepeatedMeasures twice =
                RepeatedMeasures.of(new double[] {1, 2}, ones, names, new int[2], new int[2], List.of("a", "b"));
        assertThatThrownBy(() -> Mmrm.fit(twice, MmrmSpecification.satterthwaite(LADDER)))
                .hasMessageContaining("two rows");
        assertThatThrownBy(() -> twice.withWeights(new double[] {1, 0})).hasMessageContaining("positive");
        assertThatThrownBy(() -> twice.withGroups(new int[] {0, 1}, List.of("a")))
                .hasMessageContaining("group");
    }

    @Test
    void sparseSubjectsSaturateTheJackknife() {
        double[] y = {1, 2, 3, 5, 4, 6};
        double[][] design = {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 0}};
        RepeatedMeasures data = RepeatedMeasures.of(
                y, design, List.of("(Intercept)", "ONE"), new int[] {0, 1, 2, 3, 4, 5}, new int[6], List.of("V"));
        MmrmFit fit = Mmrm.fit(
                        data,
                        new MmrmSpecification(
                                CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED),
                                Estimation.REML,
                                DegreesOfFreedom.SATTERTHWAITE,
                                CoefficientCovariance.EMPIRICAL_JACKKNIFE))
                .fit()
                .orElseThrow();
        assertThat(fit.coefficient(1, ConfidenceLevel.NINETY_FIVE))
                .isInstanceOfSatisfying(
                        Estimable.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo(Estimable.Reason.ZERO_DENOMINATOR));
    }
}
