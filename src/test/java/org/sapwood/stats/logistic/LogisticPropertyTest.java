package org.sapwood.stats.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.ChiSquareTest;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;

class LogisticPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static double[] negated(double[] y) {
        return Arrays.stream(y).map(v -> 1 - v).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eventsAndNonEventsExchangedTurnEverySign(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 50);
        DesignMatrix design = trial.design("ARM", "STRATUM", "SCORE");
        LogisticRegression one = LogisticRegression.fit(design, trial.event).orElseThrow();
        LogisticRegression two =
                LogisticRegression.fit(design, negated(trial.event)).orElseThrow();
        FirthLogistic firth = FirthLogistic.fit(design, trial.event).orElseThrow();
        FirthLogistic turned = FirthLogistic.fit(design, negated(trial.event)).orElseThrow();
        for (int j = 0; j < 4; j++) {
            WaldZ a = one.coefficient(j, LEVEL).orElseThrow();
            WaldZ b = two.coefficient(j, LEVEL).orElseThrow();
            assertThat(b.estimate()).isCloseTo(-a.estimate(), within(1e-9));
            assertThat(b.standardError()).isCloseTo(a.standardError(), within(1e-9));
            assertThat(turned.coefficients()[j]).isCloseTo(-firth.coefficients()[j], within(1e-9));
        }
        Interval interval = one.profileInterval(1, LEVEL);
        assertThat(two.profileInterval(1, LEVEL).lower()).isCloseTo(-interval.upper(), within(1e-7));
        Interval penalised = firth.profileInterval(1, LEVEL);
        assertThat(turned.profileInterval(1, LEVEL).lower()).isCloseTo(-penalised.upper(), within(1e-6));
        assertThat(two.overallTest().orElseThrow().statistic())
                .isCloseTo(one.overallTest().orElseThrow().statistic(), within(1e-9));
        assertThat(turned.likelihoodRatioTest(1).statistic())
                .isCloseTo(firth.likelihoodRatioTest(1).statistic(), within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowOrderAndTheUnitOfACovariateDoNotMatter(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 50);
        FirthLogistic one =
                FirthLogistic.fit(trial.design("ARM", "SCORE"), trial.event).orElseThrow();
        int[] order = IntStream.range(0, 50).map(i -> (7 * i + 3) % 50).toArray();
        ModelFrame frame = ModelFrame.builder()
                .factor(
                        "ARM",
                        List.of("ACT", "PBO"),
                        Arrays.stream(order).mapToObj(trial.arm::get).toList())
                .numeric(
                        "SCORE",
                        Arrays.stream(order)
                                .mapToDouble(i -> 4 * trial.score[i] - 1)
                                .toArray())
                .build();
        FirthLogistic two = FirthLogistic.fit(
                        DesignMatrix.of(frame, Term.parse(List.of("ARM", "SCORE"))),
                        Arrays.stream(order).mapToDouble(i -> trial.event[i]).toArray())
                .orElseThrow();
        assertThat(two.coefficients()[1]).isCloseTo(-one.coefficients()[1], within(1e-9));
        assertThat(4 * two.coefficients()[2]).isCloseTo(one.coefficients()[2], within(1e-9));
        assertThat(two.coefficient(1, LEVEL).standardError())
                .isCloseTo(one.coefficient(1, LEVEL).standardError(), within(1e-9));
        assertThat(two.likelihoodRatioTest(2).statistic())
                .isCloseTo(one.likelihoodRatioTest(2).statistic(), within(1e-7));
        // ½ log det(X'WX) moves with the unit, by log 4
        assertThat(two.penalisedLogLikelihood())
                .isCloseTo(one.penalisedLogLikelihood() + StrictMath.log(4), within(1e-8));
    }

    /** The profile interval holds a value when the likelihood-ratio test of that value does not reject: here zero. */
    @Test
    void profileIntervalsInvertTheLikelihoodRatioTest() {
        for (long seed = 1; seed <= 25; seed++) {
            BinaryTrial trial = new BinaryTrial(seed, 50);
            DesignMatrix design = trial.design("ARM", "SCORE");
            LogisticRegression model =
                    LogisticRegression.fit(design, trial.event).orElseThrow();
            double p = model.model()
                    .likelihoodRatioTest(new int[] {1})
                    .orElseThrow()
                    .pValue()
                    .value();
            assertThat(model.profileInterval(1, LEVEL).contains(0)).isEqualTo(p > LEVEL.alpha());
            FirthLogistic firth = FirthLogistic.fit(design, trial.event).orElseThrow();
            assertThat(firth.profileInterval(1, LEVEL).contains(0))
                    .isEqualTo(firth.likelihoodRatioTest(1).pValue().value() > LEVEL.alpha());
        }
    }

    /** At both ends of the interval of a single log odds, twice the likelihood lost is the chi-square quantile. */
    @Test
    void profileLimitsOfASingleProportionSolveTheirEquation() {
        ModelFrame ones = ModelFrame.builder()
                .numeric("ONE", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
                .build();
        DesignMatrix design = DesignMatrix.of(ones, Term.parse(List.of("ONE")), Coding.REFERENCE, Intercept.ABSORBED);
        double[] y = {1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
        LogisticRegression model = LogisticRegression.fit(design, y).orElseThrow();
        Interval interval = model.profileInterval(0, ConfidenceLevel.NINETY_FIVE);
        double most = 3 * StrictMath.log(0.3) + 7 * StrictMath.log(0.7);
        for (double limit : new double[] {interval.lower(), interval.upper()}) {
            double p = 1 / (1 + StrictMath.exp(-limit));
            assertThat(2 * (most - 3 * StrictMath.log(p) - 7 * StrictMath.log(1 - p)))
                    .isCloseTo(3.841458820694124, within(1e-9));
        }
        assertThat(model.overallTest().orElseThrow().degreesOfFreedom()).isEqualTo(1);
    }

    /** Firth's estimate of a saturated table adds one half to each cell, whatever the counts. */
    @Test
    void firthAddsOneHalfToEachCellOfATable() {
        for (int x1 = 0; x1 <= 7; x1++) {
            for (int x2 = 0; x2 <= 5; x2++) {
                FirthLogistic firth = FirthLogistic.fit(BinaryTrial.twoArms(7, 5), BinaryTrial.events(7, x1, 5, x2))
                        .orElseThrow();
                assertThat(firth.coefficients()[0]).isCloseTo(StrictMath.log((x1 + 0.5) / (7.5 - x1)), within(1e-9));
                assertThat(firth.coefficients()[1])
                        .isCloseTo(StrictMath.log((x2 + 0.5) / (5.5 - x2) * (7.5 - x1) / (x1 + 0.5)), within(1e-9));
            }
        }
    }

    /** Without interaction and with factors of two levels, type III is the test of each coefficient. */
    @Test
    void typeThreeOfTwoLevelsIsTheCoefficientSquared() {
        BinaryTrial trial = new BinaryTrial(4, 80);
        LogisticRegression model = LogisticRegression.fit(trial.design("ARM", "STRATUM", "SCORE"), trial.event)
                .orElseThrow();
        Map<Term, Estimable<ChiSquareTest>> wald = model.typeThreeWald();
        Map<Term, Estimable<ChiSquareTest>> ratio = model.typeThreeLikelihoodRatio();
        List<Term> terms = List.of(Term.of("ARM"), Term.of("STRATUM"), Term.of("SCORE"));
        assertThat(List.copyOf(wald.keySet())).isEqualTo(terms);
        for (int t = 0; t < 3; t++) {
            double z = model.coefficient(t + 1, LEVEL).orElseThrow().z();
            ChiSquareTest test = wald.get(terms.get(t)).orElseThrow();
            assertThat(test.statistic()).isCloseTo(z * z, within(1e-8));
            assertThat(test.degreesOfFreedom()).isEqualTo(1);
            assertThat(ratio.get(terms.get(t)).orElseThrow().statistic())
                    .isCloseTo(
                            model.model()
                                    .likelihoodRatioTest(new int[] {t + 1})
                                    .orElseThrow()
                                    .statistic(),
                            within(1e-8));
        }
    }

    @Test
    void degenerateDataSayWhy() {
        BinaryTrial trial = new BinaryTrial(5, 20);
        ModelFrame doubled = trial.frame()
                .numeric("AGAIN", Arrays.stream(trial.score).map(s -> 1 - s).toArray())
                .build();
        DesignMatrix aliased = DesignMatrix.of(doubled, Term.parse(List.of("SCORE", "AGAIN")));
        assertThat(reason(FirthLogistic.fit(aliased, trial.event))).isEqualTo(Reason.RANK_DEFICIENT);
        DesignMatrix nobody = DesignMatrix.of(trial.frame().build().select(new int[0]), Term.parse(List.of("SCORE")));
        assertThat(reason(FirthLogistic.fit(nobody, new double[0]))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(reason(LogisticRegression.fit(nobody, new double[0]))).isEqualTo(Reason.EMPTY_GROUP);
    }

    // Proportional odds.

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoCategoriesAreLogisticRegression(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 60);
        int[] category = Arrays.stream(trial.event).mapToInt(v -> (int) v).toArray();
        ProportionalOdds odds =
                ProportionalOdds.fit(trial.absorbed("ARM", "SCORE"), category).orElseThrow();
        LogisticRegression logistic = LogisticRegression.fit(trial.design("ARM", "SCORE"), trial.event)
                .orElseThrow();
        for (int j = 0; j < 2; j++) {
            WaldZ a = odds.coefficient(j, LEVEL);
            WaldZ b = logistic.coefficient(j + 1, LEVEL).orElseThrow();
            assertThat(a.estimate()).isCloseTo(b.estimate(), within(1e-8));
            assertThat(a.standardError()).isCloseTo(b.standardError(), within(1e-8));
        }
        assertThat(odds.logLikelihood()).isCloseTo(logistic.model().logLikelihood(), within(1e-9));
        assertThat(odds.threshold(0, LEVEL).estimate())
                .isCloseTo(-logistic.model().coefficients()[0], within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void categoriesCountedFromTheOtherEndTurnEverySign(long seed) {
        BinaryTrial trial = new BinaryTrial(seed, 60);
        int[] category = IntStream.range(0, 60)
                .map(i -> (int) trial.event[i] + (trial.score[(i + 5) % 60] > 1.6 ? 1 : 0))
                .toArray();
        int[] turned = Arrays.stream(category).map(c -> 2 - c).toArray();
        ProportionalOdds one =
                ProportionalOdds.fit(trial.absorbed("ARM", "SCORE"), category).orElseThrow();
        ProportionalOdds two =
                ProportionalOdds.fit(trial.absorbed("ARM", "SCORE"), turned).orElseThrow();
        for (int j = 0; j < 2; j++) {
            assertThat(two.coefficient(j, LEVEL).z())
                    .isCloseTo(-one.coefficient(j, LEVEL).z(), within(1e-8));
            assertThat(two.threshold(j, LEVEL).estimate())
                    .isCloseTo(-one.threshold(1 - j, LEVEL).estimate(), within(1e-8));
        }
        assertThat(two.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
        assertThat(two.likelihoodRatioTest().statistic())
                .isCloseTo(one.likelihoodRatioTest().statistic(), within(1e-9));
        assertThat(one.likelihoodRatioTest().degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void everyCategoryMustOccur() {
        BinaryTrial trial = new BinaryTrial(6, 4);
        assertThatThrownBy(() -> ProportionalOdds.fit(trial.absorbed("SCORE"), new int[] {0, 2, 0, 2}))
                .hasMessageContaining("none is 1");
    }

    // Conditional logistic regression.

    /** Matched pairs: the odds ratio is the ratio of discordant pairs, its log variance the sum of their reciprocals. */
    @Test
    void matchedPairsAreMcNemarsOddsRatio() {
        int b = 7;
        int c = 3;
        int n = b + c + 4;
        double[] exposed = new double[2 * n];
        double[] y = new double[2 * n];
        int[] pair = new int[2 * n];
        for (int i = 0; i < n; i++) {
            pair[2 * i] = i;
            pair[2 * i + 1] = i;
            y[2 * i] = 1;
            exposed[2 * i] = i < b || i >= b + c + 2 ? 1 : 0;
            exposed[2 * i + 1] = i >= b && i < b + c || i >= b + c + 2 ? 1 : 0;
        }
        ModelFrame frame = ModelFrame.builder().numeric("EXPOSED", exposed).build();
        DesignMatrix design =
                DesignMatrix.of(frame, Term.parse(List.of("EXPOSED")), Coding.REFERENCE, Intercept.ABSORBED);
        ConditionalLogistic model = ConditionalLogistic.fit(design, y, pair).orElseThrow();
        WaldZ odds = model.coefficient(0, LEVEL).orElseThrow();
        assertThat(odds.ratio()).isCloseTo(7.0 / 3, within(1e-9));
        assertThat(odds.standardError()).isCloseTo(Math.sqrt(1 / 7.0 + 1 / 3.0), within(1e-9));
        // concordant pairs say nothing but log ½
        assertThat(model.logLikelihood())
                .isCloseTo(7 * StrictMath.log(0.7) + 3 * StrictMath.log(0.3) + 4 * StrictMath.log(0.5), within(1e-9));
    }
}
