package org.sapwood.stats.logistic;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;
import org.sapwood.stats.logistic.EstimatingEquations.Correlation;
import org.sapwood.stats.logistic.EstimatingEquations.MomentEstimators;

class EstimatingEquationsPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    /** Subjects with correlated answers at their visits; some visits are missing. */
    private static final class Repeated {
        final List<String> subject = new ArrayList<>();
        final List<String> arm = new ArrayList<>();
        final double[] visit;
        final double[] event;

        Repeated(long seed, int subjects, int visits, double missing) {
            SplittableRandom random = new SplittableRandom(seed);
            List<double[]> rows = new ArrayList<>();
            for (int s = 0; s < subjects; s++) {
                double own = random.nextDouble();
                for (int v = 1; v <= visits; v++) {
                    if (random.nextDouble() >= missing) {
                        subject.add("S" + s);
                        arm.add(s % 2 == 0 ? "PBO" : "ACT");
                        double p = 0.5 * own + 0.2 * random.nextDouble() + 0.15 * (s % 2) + 0.03 * v;
                        rows.add(new double[] {v, p > 0.45 ? 1 : 0});
                    }
                }
            }
            visit = rows.stream().mapToDouble(r -> r[0]).toArray();
            event = rows.stream().mapToDouble(r -> r[1]).toArray();
        }

        DesignMatrix design() {
            return DesignMatrix.of(
                    ModelFrame.builder()
                            .factor("ARM", List.of("PBO", "ACT"), arm)
                            .numeric("TIME", visit)
                            .build(),
                    Term.parse(List.of("ARM", "TIME")));
        }
    }

    private static EstimatingEquations fit(Repeated data, Correlation correlation, MomentEstimators moments) {
        return EstimatingEquations.fit(data.design(), data.event, data.subject, data.visit, correlation, moments)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Correlation.class)
    void rowOrderAndSubjectNamesDoNotMatter(Correlation correlation) {
        for (MomentEstimators moments : MomentEstimators.values()) {
            Repeated data = new Repeated(1, 40, 4, 0.15);
            EstimatingEquations one = fit(data, correlation, moments);
            int n = data.event.length;
            int[] order = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
            ModelFrame frame = ModelFrame.builder()
                    .factor(
                            "ARM",
                            List.of("ACT", "PBO"),
                            Arrays.stream(order).mapToObj(data.arm::get).toList())
                    .numeric(
                            "TIME",
                            Arrays.stream(order)
                                    .mapToDouble(i -> data.visit[i] + 10)
                                    .toArray())
                    .build();
            EstimatingEquations two = EstimatingEquations.fit(
                            DesignMatrix.of(frame, Term.parse(List.of("ARM", "TIME"))),
                            Arrays.stream(order).mapToDouble(i -> data.event[i]).toArray(),
                            Arrays.stream(order)
                                    .mapToObj(i -> "X" + data.subject.get(i))
                                    .toList(),
                            Arrays.stream(order)
                                    .mapToDouble(i -> data.visit[i] + 10)
                                    .toArray(),
                            correlation,
                            moments)
                    .orElseThrow();
            assertThat(two.coefficients()[1]).isCloseTo(-one.coefficients()[1], within(1e-8));
            assertThat(two.coefficients()[2]).isCloseTo(one.coefficients()[2], within(1e-8));
            assertThat(two.alpha()).isCloseTo(one.alpha(), within(1e-8));
            assertThat(two.scale()).isCloseTo(one.scale(), within(1e-8));
            assertThat(two.modelStandardError(1)).isCloseTo(one.modelStandardError(1), within(1e-8));
            assertThat(two.coefficient(1, LEVEL).orElseThrow().standardError())
                    .isCloseTo(one.coefficient(1, LEVEL).orElseThrow().standardError(), within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Correlation.class)
    void eventsAndNonEventsExchangedTurnEverySign(Correlation correlation) {
        Repeated data = new Repeated(2, 40, 4, 0.15);
        EstimatingEquations one = fit(data, correlation, MomentEstimators.UNCORRECTED);
        EstimatingEquations two = EstimatingEquations.fit(
                        data.design(),
                        Arrays.stream(data.event).map(v -> 1 - v).toArray(),
                        data.subject,
                        data.visit,
                        correlation,
                        MomentEstimators.UNCORRECTED)
                .orElseThrow();
        for (int j = 0; j < 3; j++) {
            assertThat(two.coefficients()[j]).isCloseTo(-one.coefficients()[j], within(1e-8));
        }
        assertThat(two.alpha()).isCloseTo(one.alpha(), within(1e-9));
    }

    /** Under independence the estimates are those of logistic regression, and the sandwich adds scores by subject. */
    @Test
    void oneVisitPerSubjectIsLogisticRegressionWithWhitesErrors() {
        Repeated data = new Repeated(3, 70, 1, 0);
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", List.of("PBO", "ACT"), data.arm)
                .build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("ARM")));
        LogisticRegression logistic = LogisticRegression.fit(design, data.event).orElseThrow();
        EstimatingEquations model = EstimatingEquations.fit(
                        design,
                        data.event,
                        data.subject,
                        data.visit,
                        Correlation.INDEPENDENCE,
                        MomentEstimators.UNCORRECTED)
                .orElseThrow();
        for (int j = 0; j < 2; j++) {
            WaldZ white = logistic.coefficient(j, HeteroscedasticityConsistent.HC0, LEVEL)
                    .orElseThrow();
            WaldZ robust = model.coefficient(j, LEVEL).orElseThrow();
            assertThat(robust.estimate()).isCloseTo(white.estimate(), within(1e-9));
            assertThat(robust.standardError()).isCloseTo(white.standardError(), within(1e-9));
            assertThat(model.modelStandardError(j))
                    .isCloseTo(
                            Math.sqrt(model.scale())
                                    * logistic.coefficient(j, LEVEL)
                                            .orElseThrow()
                                            .standardError(),
                            within(1e-9));
        }
        // a saturated model: Σ r² is the number of observations
        assertThat(model.scale()).isCloseTo(1, within(1e-9));
        assertThat(model.alpha()).isZero();
        assertThat(reason(EstimatingEquations.fit(
                        design,
                        data.event,
                        data.subject,
                        data.visit,
                        Correlation.EXCHANGEABLE,
                        MomentEstimators.UNCORRECTED)))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }

    /** Two visits have one pair: the exchangeable and the autoregressive correlation are one. */
    @ParameterizedTest
    @EnumSource(MomentEstimators.class)
    void twoVisitsKnowOneCorrelation(MomentEstimators moments) {
        Repeated data = new Repeated(4, 60, 2, 0.1);
        EstimatingEquations exchangeable = fit(data, Correlation.EXCHANGEABLE, moments);
        EstimatingEquations autoregressive = fit(data, Correlation.AR1, moments);
        assertThat(autoregressive.alpha()).isCloseTo(exchangeable.alpha(), within(1e-9));
        for (int j = 0; j < 3; j++) {
            assertThat(autoregressive.coefficients()[j]).isCloseTo(exchangeable.coefficients()[j], within(1e-9));
            assertThat(autoregressive.coefficient(j, LEVEL).orElseThrow().standardError())
                    .isCloseTo(exchangeable.coefficient(j, LEVEL).orElseThrow().standardError(), within(1e-9));
        }
    }

    /** Everybody seen at all visits, arm only: any working correlation gives the observed log odds (a balanced mean). */
    @Test
    void balancedArmsKeepTheirProportions() {
        Repeated data = new Repeated(5, 40, 3, 0);
        ModelFrame frame = ModelFrame.builder()
                .factor("ARM", List.of("PBO", "ACT"), data.arm)
                .build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("ARM")));
        LogisticRegression logistic = LogisticRegression.fit(design, data.event).orElseThrow();
        EstimatingEquations model = EstimatingEquations.fit(
                        design,
                        data.event,
                        data.subject,
                        data.visit,
                        Correlation.EXCHANGEABLE,
                        MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM)
                .orElseThrow();
        EstimatingEquations independence = EstimatingEquations.fit(
                        design,
                        data.event,
                        data.subject,
                        data.visit,
                        Correlation.INDEPENDENCE,
                        MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM)
                .orElseThrow();
        for (int j = 0; j < 2; j++) {
            assertThat(model.coefficients()[j]).isCloseTo(logistic.model().coefficients()[j], within(1e-9));
            assertThat(model.coefficient(j, LEVEL).orElseThrow().standardError())
                    .isCloseTo(independence.coefficient(j, LEVEL).orElseThrow().standardError(), within(1e-9));
        }
        // saturated: Σ r² = N, so φ = N/(N − 2)
        assertThat(model.scale()).isCloseTo(120 / 118.0, within(1e-9));
        assertThat(model.alpha()).isPositive();
        // the robust variance of an arm's log odds from the sums of its subjects
        double p = 0;
        double[] sums = new double[20];
        for (int s = 0; s < 20; s++) {
            for (int v = 0; v < 3; v++) {
                sums[s] += data.event[2 * s * 3 + v];
            }
            p += sums[s] / 60;
        }
        double squares = 0;
        for (double sum : sums) {
            squares += (sum - 3 * p) * (sum - 3 * p);
        }
        assertThat(model.coefficient(0, LEVEL).orElseThrow().standardError())
                .isCloseTo(Math.sqrt(squares) / (60 * p * (1 - p)), within(1e-9));
    }

    /** Every answer given twice: the correlation is one, and no working matrix can be inverted. */
    @Test
    void repeatedAnswersAreNotPositiveDefinite() {
        Repeated data = new Repeated(6, 40, 1, 0);
        int n = data.event.length;
        ModelFrame frame = ModelFrame.builder()
                .factor(
                        "ARM",
                        List.of("PBO", "ACT"),
                        IntStream.range(0, 2 * n)
                                .mapToObj(i -> data.arm.get(i / 2))
                                .toList())
                .build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("ARM")));
        double[] y =
                IntStream.range(0, 2 * n).mapToDouble(i -> data.event[i / 2]).toArray();
        List<String> subject =
                IntStream.range(0, 2 * n).mapToObj(i -> "S" + i / 2).toList();
        double[] visit = IntStream.range(0, 2 * n).mapToDouble(i -> i % 2).toArray();
        EstimatingEquations single = EstimatingEquations.fit(
                        DesignMatrix.of(
                                ModelFrame.builder()
                                        .factor("ARM", List.of("PBO", "ACT"), data.arm)
                                        .build(),
                                Term.parse(List.of("ARM"))),
                        data.event,
                        data.subject,
                        data.visit,
                        Correlation.INDEPENDENCE,
                        MomentEstimators.UNCORRECTED)
                .orElseThrow();
        EstimatingEquations doubled = EstimatingEquations.fit(
                        design, y, subject, visit, Correlation.INDEPENDENCE, MomentEstimators.UNCORRECTED)
                .orElseThrow();
        assertThat(doubled.coefficient(1, LEVEL).orElseThrow().standardError())
                .isCloseTo(single.coefficient(1, LEVEL).orElseThrow().standardError(), within(1e-9));
        assertThat(reason(EstimatingEquations.fit(
                        design, y, subject, visit, Correlation.EXCHANGEABLE, MomentEstimators.UNCORRECTED)))
                .isEqualTo(Reason.NOT_POSITIVE_DEFINITE);
    }

    /**
     * Three visits of which exactly one or two answers are yes: the residuals of a subject repel each other with
     * α = −1/2, where the exchangeable matrix of three visits is singular, and below which it has a negative eigenvalue.
     */
    @Test
    void answersThatExcludeEachOtherAreNotPositiveDefinite() {
        int subjects = 12;
        double[] y = new double[3 * subjects];
        double[] visit = new double[3 * subjects];
        List<String> subject = new ArrayList<>();
        List<String> arm = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            subject.add("S" + i / 3);
            arm.add(i / 3 % 2 == 0 ? "PBO" : "ACT");
            visit[i] = i % 3;
            boolean chosen = i % 3 == i / 6 % 3;
            y[i] = (i / 3 % 2 == 0) == chosen ? 1 : 0;
        }
        DesignMatrix design = DesignMatrix.of(
                ModelFrame.builder().factor("ARM", List.of("PBO", "ACT"), arm).build(), Term.parse(List.of("ARM")));
        assertThat(reason(EstimatingEquations.fit(
                        design, y, subject, visit, Correlation.EXCHANGEABLE, MomentEstimators.UNCORRECTED)))
                .isEqualTo(Reason.NOT_POSITIVE_DEFINITE);
        assertThat(reason(EstimatingEquations.fit(
                        design,
                        y,
                        subject,
                        visit,
                        Correlation.EXCHANGEABLE,
                        MomentEstimators.RESIDUAL_DEGREES_OF_FREEDOM)))
                .isEqualTo(Reason.NOT_POSITIVE_DEFINITE);
    }
}
