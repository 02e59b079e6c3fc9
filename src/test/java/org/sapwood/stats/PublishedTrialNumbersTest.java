package org.sapwood.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sapwood.stats.contingency.ContinuityCorrection;
import org.sapwood.stats.contingency.FisherExact;
import org.sapwood.stats.contingency.LikelihoodRatioChiSquare;
import org.sapwood.stats.contingency.PearsonChiSquare;
import org.sapwood.stats.contingency.TwoByTwo;
import org.sapwood.stats.contingency.TwoSidedMethod;
import org.sapwood.stats.paired.McNemar;
import org.sapwood.stats.paired.PairedTable;
import org.sapwood.stats.proportion.OddsRatio;
import org.sapwood.stats.proportion.Proportion;
import org.sapwood.stats.proportion.ProportionInterval;
import org.sapwood.stats.proportion.RatioEstimate;
import org.sapwood.stats.proportion.RiskDifference;
import org.sapwood.stats.proportion.RiskDifferenceInterval;
import org.sapwood.stats.proportion.TwoProportions;
import org.sapwood.stats.rank.SignedRank;
import org.sapwood.stats.samplesize.ProportionComparison;
import org.sapwood.stats.samplesize.TestError;
import org.sapwood.stats.sequential.Sides;

/**
 * Numbers of interleukin-2 trials and their neighbours, computed from the published counts in R: which test a paper used
 * shows in the digits it printed.
 */
class PublishedTrialNumbersTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.95);

    private static TwoByTwo table(int x1, int n1, int x2, int n2) {
        return TwoByTwo.of(new TwoProportions(x1, n1, x2, n2));
    }

    private static double fisher(TwoByTwo table) {
        return FisherExact.test(table, Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                .value();
    }

    private static double pearson(TwoByTwo table, ContinuityCorrection correction) {
        return PearsonChiSquare.test(table.table(), correction)
                .orElseThrow()
                .pValue()
                .value();
    }

    /** He 2020 (lupus), LUPIL-2 2022, He 2022 (Sjögren): responders of two arms by four tests. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SRI-4 at week 24,               19, 29, 11, 30, 0.0267, 0.0280, 0.0505, 0.0379",
        "SRI-4 at week 12,               16, 29,  9, 30, 0.0504, 0.0524, 0.0905, 0.0673",
        "complete remission of nephritis, 7, 13,  2, 12, 0.0530, 0.0580, 0.1290, 0.0968",
        "rash before and at week 12,     13, 29,  2, 29, 0.0010, 0.0011, 0.0027, 0.0020"
    })
    void fourTestsOfTheSameCounts(
            String what,
            int x1,
            int n1,
            int x2,
            int n2,
            double pearson,
            double nMinusOne,
            double yates,
            double fisher) {
        TwoByTwo table = table(x1, n1, x2, n2);
        assertThat(pearson(table, ContinuityCorrection.NONE)).isCloseTo(pearson, within(5e-5));
        assertThat(PearsonChiSquare.nMinusOne(table.table())
                        .orElseThrow()
                        .pValue()
                        .value())
                .isCloseTo(nMinusOne, within(5e-5));
        assertThat(pearson(table, ContinuityCorrection.YATES)).isCloseTo(yates, within(5e-5));
        assertThat(fisher(table)).isCloseTo(fisher, within(5e-5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SRI-4 at week 12 of all randomised, 16, 30,  9, 30, 0.0668",
        "SRI-4 at week 24 of all randomised, 19, 30, 11, 30, 0.0389",
        "LUPIL-2 by intention to treat,      34, 50, 29, 50, 0.3004",
        "LUPIL-2 per protocol,               20, 24, 15, 29, 0.0156",
        "ESSDAI at week 24,                  20, 30,  8, 30, 0.0019"
    })
    void pearsonWithoutCorrection(String what, int x1, int n1, int x2, int n2, double p) {
        assertThat(pearson(table(x1, n1, x2, n2), ContinuityCorrection.NONE)).isCloseTo(p, within(5.1e-5));
    }

    @Test
    void theSjoegrenTrialUsedFisher() {
        assertThat(fisher(table(20, 30, 8, 30))).isCloseTo(0.0040, within(5e-5));
        assertThat(pearson(table(20, 30, 8, 30), ContinuityCorrection.YATES)).isCloseTo(0.0044, within(5e-5));
        assertThat(fisher(table(34, 50, 29, 50))).isCloseTo(0.4076, within(5e-5));
        assertThat(PearsonChiSquare.nMinusOne(table(20, 24, 15, 29).table())
                        .orElseThrow()
                        .pValue()
                        .value())
                .isCloseTo(0.0166, within(5e-5));
    }

    @Test
    void theRemissionOfNephritisIsNoneOfTheUsualTests() {
        TwoByTwo table = table(7, 13, 2, 12);
        assertThat(LikelihoodRatioChiSquare.test(table.table())
                        .orElseThrow()
                        .pValue()
                        .value())
                .isCloseTo(0.048, within(5e-4));
    }

    /** Table 2 treats before and after as if they were two groups of patients; Table 1 and 2 by Fisher's test. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "placebo rash,                16, 30, 6, 30, 0.0150",
        "ulcer,                        4, 29, 0, 29, 0.112",
        "arthritis at week 12,        14, 29, 4, 29, 0.0096",
        "arthritis at week 24,        14, 29, 3, 29, 0.0032",
        "placebo arthritis week 12,   15, 30, 9, 30, 0.1872",
        "placebo arthritis week 24,   15, 30, 8, 30, 0.1102",
        "placebo vasculitis,           2, 30, 0, 30, 0.4915",
        "alopecia at week 24,         12, 29, 5, 29, 0.0819",
        "alopecia at week 12,         12, 29, 6, 29, 0.1550",
        "fever,                        3, 29, 0, 29, 0.2368",
        "placebo fever at week 24,     4, 30, 0, 30, 0.1124",
        "placebo alopecia,             7, 30, 2, 30, 0.1455",
        "azathioprine,                 1, 30, 4, 30, 0.3533",
        "leflunomide,                  3, 30, 1, 30, 0.6120",
        "sex,                         27, 30, 29, 30, 0.6120",
        "cyclophosphamide,             4, 30, 0, 30, 0.1124",
        "ciclosporin,                  0, 30, 5, 30, 0.0522",
        "hydroxychloroquine,          29, 30, 28, 30, 1",
        "mycophenolate,                9, 30, 8, 30, 1"
    })
    void theLupusTrialUsedFishersTest(String what, int x1, int n1, int x2, int n2, double p) {
        assertThat(fisher(table(x1, n1, x2, n2))).isCloseTo(p, within(5.1e-4));
    }

    @Test
    void effectsOfTheLupusTrial() {
        TwoProportions week12 = new TwoProportions(16, 29, 9, 30);
        TwoProportions week24 = new TwoProportions(19, 29, 11, 30);
        assertThat(RiskDifference.estimate(week12).orElseThrow()).isCloseTo(0.252, within(5e-4));
        interval(RiskDifference.interval(week12, RiskDifferenceInterval.WALD, LEVEL), 0.0075, 0.496, 5e-5);
        interval(RiskDifference.interval(week12, RiskDifferenceInterval.NEWCOMBE, LEVEL), 0.001, 0.463, 5e-4);
        assertThat(RiskDifference.estimate(week24).orElseThrow()).isCloseTo(0.289, within(5e-4));
        interval(RiskDifference.interval(week24, RiskDifferenceInterval.NEWCOMBE, LEVEL), 0.034, 0.496, 5e-4);
        oddsRatio(week12, 2.87, 0.985, 8.37);
        oddsRatio(week24, 3.28, 1.13, 9.54);
    }

    private static void oddsRatio(TwoProportions counts, double estimate, double low, double high) {
        RatioEstimate odds = OddsRatio.woolf(counts, LEVEL);
        assertThat(odds.estimate().orElseThrow()).isCloseTo(estimate, within(5e-3));
        interval(odds.interval(), low, high, 5e-3);
    }

    private static void interval(Estimable<Interval> interval, double low, double high, double tolerance) {
        assertThat(interval.orElseThrow().lower()).isCloseTo(low, within(tolerance));
        assertThat(interval.orElseThrow().upper()).isCloseTo(high, within(tolerance));
    }

    /** Miao 2021: 14 and 15 of 18; Lim 2020: 8 of 19, whose printed exact interval is not that of Clopper and Pearson. */
    @ParameterizedTest(name = "{0} of {1}, {2}")
    @CsvSource({
        "14, 18, CLOPPER_PEARSON, 52.4, 93.6",
        "14, 18, WILSON, 54.8, 91.0",
        "15, 18, CLOPPER_PEARSON, 58.6, 96.4",
        "15, 18, WILSON, 60.8, 94.2",
        "8, 19, CLOPPER_PEARSON, 20.25, 66.50",
        "8, 19, WALD, 19.9, 64.3"
    })
    void intervalsOfSmallTrials(int x, int n, ProportionInterval type, double low, double high) {
        Interval interval = Proportion.interval(x, n, type, LEVEL).orElseThrow();
        assertThat(100 * interval.lower()).isCloseTo(low, within(0.05));
        assertThat(100 * interval.upper()).isCloseTo(high, within(0.05));
    }

    @Test
    void rashThatOnlyWentAwayIsDecidedByItsElevenChanges() {
        assertThat(McNemar.exact(new PairedTable(2, 11, 0, 16)).orElseThrow().value())
                .isCloseTo(0.00098, within(5e-6));
    }

    @ParameterizedTest
    @CsvSource({"7, 0.015625", "8, 0.0078125"})
    void aSmallTrialCannotReachASmallerRankPValue(int pairs, double smallest) {
        double[] rises = IntStream.rangeClosed(1, pairs).mapToDouble(i -> i).toArray();
        assertThat(SignedRank.of(rises, SignedRank.Zeros.DROP)
                        .orElseThrow()
                        .exact(Alternative.TWO_SIDED)
                        .value())
                .isCloseTo(smallest, within(1e-12));
    }

    /** The size a stated power asks for is the size of the trial; powers are rounded to a percent, or to a tenth. */
    @ParameterizedTest(name = "{0} per arm, {1} v {2}")
    @CsvSource({
        "30, 0.30, 0.55, 0.50, 1.0",
        "30, 0.30, 0.65, 0.79, 0.5",
        "120, 0.44, 0.62, 0.802, 0.5",
        "108, 0.44, 0.62, 0.76, 2.0"
    })
    void theTrialsHadThisPower(int perArm, double p1, double p2, double power, double tolerance) {
        assertThat(new ProportionComparison(p1, p2, 1).pooled(new TestError(0.05, Sides.TWO, power)))
                .isCloseTo(perArm, within(tolerance));
    }
}
