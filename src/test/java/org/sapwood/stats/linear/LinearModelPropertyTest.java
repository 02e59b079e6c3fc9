package org.sapwood.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;
import static org.sapwood.stats.linear.RandomTrial.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.LeastSquaresMeans;
import org.sapwood.stats.design.LinearFunction;
import org.sapwood.stats.design.Margins;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldT;
import org.sapwood.stats.location.StudentT;
import org.sapwood.stats.location.TwoSampleT;

class LinearModelPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static List<WaldT> differences(LinearModel model, Margins margins) {
        return LeastSquaresMeans.of(model.design(), List.of("ARM"), margins).differences().stream()
                .map(d -> model.estimate(d, LEVEL).orElseThrow())
                .toList();
    }

    private static void same(WaldT one, WaldT two, double factor) {
        assertThat(two.estimate()).isCloseTo(factor * one.estimate(), within(1e-10));
        assertThat(two.standardError()).isCloseTo(Math.abs(factor) * one.standardError(), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anotherReferenceLevelOrRowOrderKeepsEveryContrast(long seed) {
        RandomTrial trial = new RandomTrial(seed, 30);
        List<Term> terms = Term.parse(List.of("ARM", "SITE", "BASE"));
        LinearModel one = fit(trial.design("ARM", "SITE", "BASE"), trial.change);
        List<String> arm = new ArrayList<>();
        List<String> site = new ArrayList<>();
        double[] base = new double[30];
        double[] change = new double[30];
        for (int i = 0; i < 30; i++) {
            arm.add(trial.arm.get(29 - i));
            site.add(trial.site.get(29 - i));
            base[i] = trial.base[29 - i];
            change[i] = trial.change[29 - i];
        }
        ModelFrame turned = ModelFrame.builder()
                .factor("SITE", List.of("C", "A", "B"), site)
                .factor("ARM", List.of("HIGH", "LOW", "PBO"), arm)
                .numeric("BASE", base)
                .build();
        LinearModel two = fit(DesignMatrix.of(turned, terms), change);
        for (Margins margins : Margins.values()) {
            List<WaldT> first = differences(one, margins); // LOW-PBO, HIGH-PBO, HIGH-LOW
            List<WaldT> second = differences(two, margins); // LOW-HIGH, PBO-HIGH, PBO-LOW
            same(first.get(0), second.get(2), -1);
            same(first.get(1), second.get(1), -1);
            same(first.get(2), second.get(0), -1);
        }
        assertThat(two.residualSumOfSquares()).isCloseTo(one.residualSumOfSquares(), within(1e-10));
        assertThat(two.goodnessOfFit().rSquared()).isCloseTo(one.goodnessOfFit().rSquared(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void codingDoesNotChangeFittedValuesMeansOrTypeThreeTests(long seed) {
        RandomTrial trial = new RandomTrial(seed, 36);
        DesignMatrix reference = trial.design("ARM*SITE", "BASE");
        LinearModel one = fit(reference, trial.change);
        LinearModel two = fit(reference.coded(Coding.SUM_TO_ZERO), trial.change);
        for (int i = 0; i < 36; i++) {
            assertThat(two.residuals()[i]).isCloseTo(one.residuals()[i], within(1e-11));
            assertThat(two.leverages()[i]).isCloseTo(one.leverages()[i], within(1e-11));
        }
        for (int d = 0; d < 3; d++) {
            same(
                    differences(one, Margins.EQUAL).get(d),
                    differences(two, Margins.EQUAL).get(d),
                    1);
        }
        Map<Term, Estimable<TermTest>> first = AnalysisOfVariance.typeThree(one);
        Map<Term, Estimable<TermTest>> second = AnalysisOfVariance.typeThree(two);
        first.forEach(
                (term, test) -> assertThat(second.get(term).orElseThrow().test().f())
                        .isCloseTo(test.orElseThrow().test().f(), within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void unitAndOriginOfResponseAndCovariateMoveOnlyTheirOwnNumbers(long seed) {
        RandomTrial trial = new RandomTrial(seed, 30);
        LinearModel one = fit(trial.design("ARM", "SITE", "BASE"), trial.change);
        double[] kilograms = Arrays.stream(trial.base).map(b -> 1000 + b / 8).toArray();
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", RandomTrial.ARMS, trial.arm)
                .factor("SITE", RandomTrial.SITES, trial.site)
                .numeric("BASE", kilograms)
                .build();
        LinearModel two = fit(
                DesignMatrix.of(frame, Term.parse(List.of("ARM", "SITE", "BASE"))),
                Arrays.stream(trial.change).map(y -> 4 * y - 7).toArray());
        for (int d = 0; d < 3; d++) {
            WaldT a = differences(one, Margins.OBSERVED).get(d);
            WaldT b = differences(two, Margins.OBSERVED).get(d);
            assertThat(b.estimate()).isCloseTo(4 * a.estimate(), within(1e-8));
            assertThat(b.pValue().value()).isCloseTo(a.pValue().value(), within(1e-9));
        }
        int slope = one.design().names().indexOf("BASE");
        assertThat(two.coefficient(slope, LEVEL).orElseThrow().estimate())
                .isCloseTo(32 * one.coefficient(slope, LEVEL).orElseThrow().estimate(), within(1e-7));
        assertThat(two.sigma()).isCloseTo(4 * one.sigma(), within(1e-9));
    }

    @Test
    void twoGroupsAreStudentsTest() {
        RandomTrial trial = new RandomTrial(5, 24);
        int[] two = IntStream.range(0, 24).filter(i -> i % 3 != 1).toArray();
        ModelFrame frame = ModelFrame.builder()
                .factor(
                        "ARM",
                        List.of("PBO", "HIGH"),
                        Arrays.stream(two).mapToObj(trial.arm::get).toList())
                .build();
        double[] y = Arrays.stream(two).mapToDouble(i -> trial.change[i]).toArray();
        WaldT model = fit(DesignMatrix.of(frame, Term.parse(List.of("ARM"))), y)
                .coefficient(1, LEVEL)
                .orElseThrow();
        StudentT student = TwoSampleT.of(
                        Arrays.stream(two)
                                .filter(i -> i % 3 == 2)
                                .mapToDouble(i -> trial.change[i])
                                .toArray(),
                        Arrays.stream(two)
                                .filter(i -> i % 3 == 0)
                                .mapToDouble(i -> trial.change[i])
                                .toArray(),
                        TwoSampleT.Variances.EQUAL)
                .orElseThrow();
        assertThat(model.estimate()).isCloseTo(student.estimate(), within(1e-13));
        assertThat(model.standardError()).isCloseTo(student.standardError(), within(1e-13));
        assertThat(model.pValue().value())
                .isCloseTo(student.pValue(0, Alternative.TWO_SIDED).value(), within(1e-13));
        assertThat(model.interval().lower()).isCloseTo(student.interval(LEVEL).lower(), within(1e-12));
    }

    /** With the whole of another factor duplicated, estimates stay and standard errors shrink by the degrees of freedom. */
    @Test
    void duplicatedDataShrinkTheErrorByAKnownFactor() {
        RandomTrial trial = new RandomTrial(8, 24);
        List<Term> terms = Term.parse(List.of("ARM", "BASE"));
        ModelFrame twice = ModelFrame.builder()
                .factor(
                        "ARM",
                        RandomTrial.ARMS,
                        IntStream.range(0, 48)
                                .mapToObj(i -> trial.arm.get(i / 2))
                                .toList())
                .numeric(
                        "BASE",
                        IntStream.range(0, 48)
                                .mapToDouble(i -> trial.base[i / 2])
                                .toArray())
                .build();
        double[] y =
                IntStream.range(0, 48).mapToDouble(i -> trial.change[i / 2]).toArray();
        LinearModel one = fit(trial.design("ARM", "BASE"), trial.change);
        LinearModel two = fit(DesignMatrix.of(twice, terms), y);
        for (int j = 0; j < 4; j++) {
            WaldT a = one.coefficient(j, LEVEL).orElseThrow();
            WaldT b = two.coefficient(j, LEVEL).orElseThrow();
            assertThat(b.estimate()).isCloseTo(a.estimate(), within(1e-11));
            // σ² keeps its sum per observation: 2 RSS/44 against RSS/20, and X'X doubles
            assertThat(b.standardError()).isCloseTo(a.standardError() * Math.sqrt(20.0 / 44), within(1e-11));
        }
        List<String> pairs = IntStream.range(0, 48).mapToObj(i -> "s" + i / 2).toList();
        ClusterRobust clustered =
                ClusterRobust.of(two, pairs, ClusterRobust.Adjustment.CR0).orElseThrow();
        double[][] single = HeteroscedasticityConsistent.HC0.covariance(one);
        for (int j = 0; j < 4; j++) {
            assertThat(clustered.coefficient(j, LEVEL).orElseThrow().standardError())
                    .isCloseTo(Math.sqrt(single[j][j]), within(1e-12));
        }
    }

    @Test
    void jointTestOfOneFunctionIsItsSquaredT() {
        RandomTrial trial = new RandomTrial(12, 30);
        LinearModel model = fit(trial.design("ARM", "SITE", "BASE"), trial.change);
        LinearFunction difference = LeastSquaresMeans.of(model.design(), List.of("ARM"), Margins.EQUAL)
                .differences()
                .get(1);
        double t = model.estimate(difference, LEVEL).orElseThrow().t();
        assertThat(model.jointTest(List.of(difference)).orElseThrow().f()).isCloseTo(t * t, within(1e-10));
        // the same statement twice is one statement
        assertThat(model.jointTest(List.of(difference, difference))
                        .orElseThrow()
                        .numeratorDegreesOfFreedom())
                .isEqualTo(1);
        // three differences of three arms are two statements, the type III test of the arm
        assertThat(model.jointTest(LeastSquaresMeans.of(model.design(), List.of("ARM"), Margins.EQUAL)
                                .differences())
                        .orElseThrow()
                        .f())
                .isCloseTo(
                        AnalysisOfVariance.typeThree(model)
                                .get(Term.of("ARM"))
                                .orElseThrow()
                                .test()
                                .f(),
                        within(1e-9));
    }

    @Test
    void aliasedTermsAreNotEstimableAndTheRestIs() {
        RandomTrial trial = new RandomTrial(13, 30);
        double[] twice = Arrays.stream(trial.base).map(b -> 3 - 2 * b).toArray();
        ModelFrame frame = trial.frame().numeric("AGAIN", twice).build();
        LinearModel model = fit(DesignMatrix.of(frame, Term.parse(List.of("ARM", "BASE", "AGAIN"))), trial.change);
        LinearModel plain = fit(trial.design("ARM", "BASE"), trial.change);
        assertThat(model.rank()).isEqualTo(4);
        assertThat(reason(model.coefficient(model.design().names().indexOf("AGAIN"), LEVEL)))
                .isEqualTo(Reason.RANK_DEFICIENT);
        assertThat(reason(model.coefficient(model.design().names().indexOf("BASE"), LEVEL)))
                .isEqualTo(Reason.RANK_DEFICIENT);
        same(
                plain.coefficient(1, LEVEL).orElseThrow(),
                model.coefficient(1, LEVEL).orElseThrow(),
                1);
        assertThat(model.residualDegreesOfFreedom()).isEqualTo(26);
    }

    @Test
    void degenerateDataSayWhy() {
        RandomTrial trial = new RandomTrial(14, 12);
        DesignMatrix design = trial.design("ARM", "BASE");
        double[] equal = new double[12];
        Arrays.fill(equal, 3);
        assertThat(reason(LinearModel.fit(design, equal))).isEqualTo(Reason.ZERO_VARIANCE);
        double[] exact = IntStream.range(0, 12)
                .mapToDouble(i -> 1 + 2 * trial.base[i] + i % 3)
                .toArray();
        assertThat(reason(LinearModel.fit(design, exact))).isEqualTo(Reason.ZERO_VARIANCE);
        ModelFrame four = trial.frame().build().complete(List.of("ARM", "BASE")).select(new int[] {0, 1, 2, 3});
        DesignMatrix small = DesignMatrix.of(four, Term.parse(List.of("ARM", "BASE")));
        assertThat(reason(LinearModel.fit(small, new double[] {1, 2, 3, 5}))).isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThatThrownBy(() -> LinearModel.fit(design, new double[5])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearModel.fit(design, trialWithNaN(trial)))
                .isInstanceOf(IllegalArgumentException.class);
        ModelFrame one =
                ModelFrame.builder().numeric("X", new double[] {1, 1, 1}).build();
        LinearModel intercept = fit(
                DesignMatrix.of(one, Term.parse(List.of("X")), Coding.REFERENCE, Intercept.ABSORBED),
                new double[] {1, 2, 4});
        assertThat(reason(intercept.goodnessOfFit().overall())).isEqualTo(Reason.RANK_DEFICIENT);
        assertThat(intercept.goodnessOfFit().rSquared()).isCloseTo(0, within(1e-14));
    }

    private static double[] trialWithNaN(RandomTrial trial) {
        double[] y = trial.change.clone();
        y[3] = Double.NaN;
        return y;
    }
}
