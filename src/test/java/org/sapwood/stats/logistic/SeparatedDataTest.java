package org.sapwood.stats.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sapwood.stats.NotEstimableReason.reason;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;
import org.sapwood.stats.design.WaldZ;
import org.sapwood.stats.linear.HeteroscedasticityConsistent;

/** What each logistic method says of the same separated data. */
class SeparatedDataTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    private static boolean[] flags(double[] y) {
        boolean[] flags = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            flags[i] = y[i] == 1;
        }
        return flags;
    }

    private static double[] column(DesignMatrix design, int j) {
        return Arrays.stream(design.rows()).mapToDouble(row -> row[j]).toArray();
    }

    private static double[][] noNuisance(int n) {
        return new double[n][0];
    }

    /** No event under placebo, all or some under treatment: complete (0/3, 3/3) and quasi-complete separation. */
    @ParameterizedTest
    @CsvSource({"3, 0, 3, 3", "8, 0, 8, 3", "8, 8, 8, 5", "12, 0, 5, 5"})
    void maximumLikelihoodSaysSeparationFirthIsFiniteExactIsOneSided(int n1, int x1, int n2, int x2) {
        DesignMatrix design = BinaryTrial.twoArms(n1, n2);
        double[] y = BinaryTrial.events(n1, x1, n2, x2);
        Estimable<LogisticRegression> likelihood = LogisticRegression.fit(design, y);
        assertThat(reason(likelihood)).isEqualTo(Reason.SEPARATION);
        assertThat(((Estimable.NotEstimable<?>) likelihood).detail()).contains("no finite estimate");

        FirthLogistic firth = FirthLogistic.fit(design, y).orElseThrow();
        WaldZ coefficient = firth.coefficient(1, LEVEL);
        // In a saturated table the penalty adds one half to each cell.
        double odds1 = (x1 + 0.5) / (n1 - x1 + 0.5);
        double odds2 = (x2 + 0.5) / (n2 - x2 + 0.5);
        assertThat(coefficient.estimate()).isCloseTo(StrictMath.log(odds2 / odds1), within(1e-9));
        double information1 = n1 * odds1 / ((1 + odds1) * (1 + odds1));
        double information2 = n2 * odds2 / ((1 + odds2) * (1 + odds2));
        assertThat(coefficient.standardError()).isCloseTo(Math.sqrt(1 / information1 + 1 / information2), within(1e-8));
        Interval profile = firth.profileInterval(1, LEVEL);
        assertThat(profile.contains(coefficient.estimate())).isTrue();
        assertThat(profile.lower()).isFinite();
        assertThat(firth.likelihoodRatioTest(1).pValue().value()).isBetween(0.0, 1.0);

        ExactLogistic exact = ExactLogistic.of(flags(y), column(design, 1), noNuisance(n1 + n2))
                .orElseThrow();
        Interval interval = exact.interval(LEVEL);
        if (x1 == 0) {
            assertThat(exact.estimate()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(interval.upper()).isInfinite();
            assertThat(tail(n1, n2, x2, interval.lower())).isCloseTo(0.025, within(1e-10));
        } else {
            assertThat(exact.estimate()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(interval.lower()).isInfinite();
            assertThat(interval.upper()).isFinite();
        }
    }

    /** P(all events fall in the second arm) at a log odds ratio: the noncentral hypergeometric end point. */
    private static double tail(int n1, int n2, int events, double beta) {
        double sum = 0;
        double last = 0;
        for (int t = Math.max(0, events - n1); t <= Math.min(events, n2); t++) {
            last = choose(n2, t) * choose(n1, events - t) * StrictMath.exp(beta * t);
            sum += last;
        }
        return last / sum;
    }

    private static double choose(int n, int k) {
        double c = 1;
        for (int i = 0; i < k; i++) {
            c *= (n - i) / (i + 1.0);
        }
        return c;
    }

    @Test
    void separationByACovariateReachesEveryMethodThatNeedsTheEstimate() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] y = {0, 0, 0, 0, 1, 1, 1, 1};
        ModelFrame frame = ModelFrame.builder().numeric("DOSE", x).build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("DOSE")));
        List<String> subject = List.of("a", "a", "b", "b", "c", "c", "d", "d");
        double[] visit = {1, 2, 1, 2, 1, 2, 1, 2};
        assertThat(reason(LogisticRegression.fit(design, y))).isEqualTo(Reason.SEPARATION);
        assertThat(reason(EstimatingEquations.fit(
                        design,
                        y,
                        subject,
                        visit,
                        EstimatingEquations.Correlation.INDEPENDENCE,
                        EstimatingEquations.MomentEstimators.UNCORRECTED)))
                .isEqualTo(Reason.SEPARATION);
        FirthLogistic firth = FirthLogistic.fit(design, y).orElseThrow();
        assertThat(firth.coefficients()[1]).isPositive().isFinite();
        assertThat(firth.coefficient(1, LEVEL).standardError()).isFinite();
        // one crossing pair is enough for the estimate
        double[] crossed = {0, 0, 0, 1, 0, 1, 1, 1};
        assertThat(LogisticRegression.fit(design, crossed).isEstimable()).isTrue();
    }

    @Test
    void aSeparatedOutcomeOfSeveralCategories() {
        double[] x = {1, 2, 3, 4, 5, 6};
        ModelFrame frame = ModelFrame.builder().numeric("DOSE", x).build();
        DesignMatrix design = DesignMatrix.of(frame, Term.parse(List.of("DOSE")), Coding.REFERENCE, Intercept.ABSORBED);
        assertThat(reason(ProportionalOdds.fit(design, new int[] {0, 0, 1, 1, 2, 2})))
                .isEqualTo(Reason.SEPARATION);
        assertThat(ProportionalOdds.fit(design, new int[] {0, 1, 0, 2, 1, 2}).isEstimable())
                .isTrue();
        assertThat(reason(ProportionalOdds.fit(design, new int[6]))).isEqualTo(Reason.ALL_TIED);
    }

    /** Within every pair the exposed one has the event: the conditional likelihood keeps rising. */
    @Test
    void aSeparatedMatchedStudyIsMonotone() {
        double[] exposed = {1, 0, 1, 0, 1, 0};
        double[] y = {1, 0, 1, 0, 1, 0};
        int[] pair = {1, 1, 2, 2, 3, 3};
        ModelFrame frame = ModelFrame.builder().numeric("EXPOSED", exposed).build();
        DesignMatrix design =
                DesignMatrix.of(frame, Term.parse(List.of("EXPOSED")), Coding.REFERENCE, Intercept.ABSORBED);
        assertThat(reason(ConditionalLogistic.fit(design, y, pair).orElseThrow().coefficient(0, LEVEL)))
                .isEqualTo(Reason.MONOTONE_LIKELIHOOD);
    }

    /** No event in an arm leaves the log-linear model without an estimate as well. */
    @Test
    void anArmWithoutEventsHasNoRiskRatio() {
        DesignMatrix design = BinaryTrial.twoArms(6, 6);
        assertThat(reason(ModifiedPoisson.fit(design, BinaryTrial.events(6, 0, 6, 4))))
                .isEqualTo(Reason.NO_EVENTS);
        // everybody with the event is no trouble for a risk
        double[] all = BinaryTrial.events(6, 3, 6, 6);
        assertThat(ModifiedPoisson.fit(design, all)
                        .orElseThrow()
                        .logRiskRatio(1, HeteroscedasticityConsistent.HC0, LEVEL)
                        .orElseThrow()
                        .ratio())
                .isCloseTo(2, within(1e-10));
    }
}
