package org.sapwood.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.inference.ChiSquareTest;

class PairedPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.of(0.9);

    private static Reason reason(Estimable<?> estimable) {
        return ((Estimable.NotEstimable<?>) estimable).reason();
    }

    private static PairedTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new PairedTable(
                1 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(12));
    }

    /** Every yes a no and every no a yes. */
    private static PairedTable negated(PairedTable t) {
        return new PairedTable(t.neither(), t.secondOnly(), t.firstOnly(), t.bothYes());
    }

    @ParameterizedTest
    @EnumSource(PairedRiskDifference.Method.class)
    void exchangingTheMeasurementsOrTheAnswersTurnsTheDifference(PairedRiskDifference.Method method) {
        for (long seed = 1; seed <= 60; seed++) {
            PairedTable table = table(seed);
            Interval interval =
                    PairedRiskDifference.interval(table, method, LEVEL).orElseThrow();
            double estimate = PairedRiskDifference.estimate(table).orElseThrow();
            for (PairedTable turned : new PairedTable[] {table.swapped(), negated(table)}) {
                assertThat(PairedRiskDifference.estimate(turned).orElseThrow()).isEqualTo(-estimate);
                Interval mirrored =
                        PairedRiskDifference.interval(turned, method, LEVEL).orElseThrow();
                assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-10));
                assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-10));
            }
            if (method != PairedRiskDifference.Method.AGRESTI_MIN) {
                assertThat(interval.contains(estimate)).isTrue();
            }
        }
    }

    /** At no difference Tango's score is McNemar's statistic. */
    @Test
    void tangosIntervalHoldsZeroWhenMcNemarDoesNotReject() {
        for (long seed = 1; seed <= 200; seed++) {
            PairedTable table = table(seed);
            double p = McNemar.asymptotic(table, McNemar.Correction.NONE)
                    .orElseThrow()
                    .pValue()
                    .value();
            assertThat(PairedRiskDifference.interval(table, PairedRiskDifference.Method.TANGO, LEVEL)
                            .orElseThrow()
                            .contains(0))
                    .isEqualTo(p > LEVEL.alpha());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PairedRiskDifference.Method.class,
            names = {"TANGO", "NEWCOMBE"})
    void scoreAndSquareAndAddStayWithinPossibleDifferences(PairedRiskDifference.Method method) {
        for (int b = 0; b <= 4; b++) {
            for (int c = 0; c <= 4; c++) {
                for (int a = b + c == 0 ? 1 : 0; a <= 3; a++) {
                    for (int d = 0; d <= 3; d++) {
                        PairedTable table = new PairedTable(a, b, c, d);
                        Interval interval = PairedRiskDifference.interval(table, method, LEVEL)
                                .orElseThrow();
                        assertThat(interval.lower()).as("%s", table).isBetween(-1 - 1e-12, 1.0);
                        assertThat(interval.upper()).as("%s", table).isBetween(-1.0, 1 + 1e-12);
                    }
                }
            }
        }
    }

    /** 10 yes/no, 4 no/yes of 20: difference 0.3, Wald variance (14 − 36/20)/400, each side 1/20 wider when corrected. */
    @Test
    void waldFormsByHand() {
        PairedTable table = new PairedTable(2, 10, 4, 4);
        double z = 1.959963984540054;
        double half = z * Math.sqrt(12.2) / 20;
        Interval wald = PairedRiskDifference.interval(
                        table, PairedRiskDifference.Method.WALD, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        Interval corrected = PairedRiskDifference.interval(
                        table, PairedRiskDifference.Method.WALD_CORRECTED, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        assertThat(wald.lower()).isCloseTo(0.3 - half, within(1e-12));
        assertThat(wald.upper()).isCloseTo(0.3 + half, within(1e-12));
        assertThat(corrected.lower()).isCloseTo(wald.lower() - 0.05, within(1e-12));
        assertThat(corrected.upper()).isCloseTo(wald.upper() + 0.05, within(1e-12));
        // half an observation in each of four cells: 22 pairs, 15 discordant
        Interval added = PairedRiskDifference.interval(
                        table, PairedRiskDifference.Method.AGRESTI_MIN, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        double addedHalf = z * Math.sqrt(15 - 36.0 / 22) / 22;
        assertThat(added.lower()).isCloseTo(6.0 / 22 - addedHalf, within(1e-12));
        assertThat(added.upper()).isCloseTo(6.0 / 22 + addedHalf, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void exchangingTheMeasurementsInvertsTheRatios(long seed) {
        PairedTable table = table(seed);
        PairedTable swapped = table.swapped();
        assertThat(PairedRatios.riskRatio(table).orElseThrow()
                        * PairedRatios.riskRatio(swapped).orElseThrow())
                .isCloseTo(1, within(1e-14));
        assertThat(PairedRatios.oddsRatio(table).orElseThrow()
                        * PairedRatios.oddsRatio(swapped).orElseThrow())
                .isCloseTo(1, within(1e-14));
        inverts(PairedRatios.riskRatioInterval(table, LEVEL), PairedRatios.riskRatioInterval(swapped, LEVEL));
        inverts(PairedRatios.oddsRatioWaldInterval(table, LEVEL), PairedRatios.oddsRatioWaldInterval(swapped, LEVEL));
        inverts(PairedRatios.oddsRatioExactInterval(table, LEVEL), PairedRatios.oddsRatioExactInterval(swapped, LEVEL));
        // answers exchanged, the odds ratio inverts too
        assertThat(PairedRatios.oddsRatio(negated(table))).isEqualTo(PairedRatios.oddsRatio(swapped));
    }

    private static void inverts(Estimable<Interval> one, Estimable<Interval> two) {
        assertThat(one.orElseThrow().lower() * two.orElseThrow().upper()).isCloseTo(1, within(1e-8));
        assertThat(one.orElseThrow().upper() * two.orElseThrow().lower()).isCloseTo(1, within(1e-8));
    }

    @Test
    void theExactOddsRatioIntervalHoldsOneWhenTheExactTestDoesNotReject() {
        for (int b = 0; b <= 15; b++) {
            for (int c = b == 0 ? 1 : 0; c <= 15; c++) {
                PairedTable table = new PairedTable(3, b, c, 2);
                assertThat(PairedRatios.oddsRatioExactInterval(table, LEVEL)
                                .orElseThrow()
                                .contains(1))
                        .as("b %d, c %d", b, c)
                        .isEqualTo(McNemar.exact(table).orElseThrow().value() > LEVEL.alpha());
            }
        }
    }

    /** Given b + c = n, the exact p-values of all tables under the null weigh to at most their own size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 16})
    void theExactTestHoldsItsSizeAndIsTheSignTest(int n) {
        double[] p = new double[n + 1];
        double[] probability = new double[n + 1];
        double pointOfAll = StrictMath.pow(0.5, n);
        double total = 0;
        double binomial = 1;
        for (int b = 0; b <= n; b++) {
            PairedTable table = new PairedTable(0, b, n - b, 7);
            p[b] = McNemar.exact(table).orElseThrow().value();
            probability[b] = binomial * pointOfAll;
            total += probability[b];
            binomial *= (n - b) / (b + 1.0);
            assertThat(p[b])
                    .isCloseTo(new SignTest(n, b).pValue(Alternative.TWO_SIDED).value(), within(1e-13));
            double mid = McNemar.midP(table).orElseThrow().value();
            assertThat(mid).isCloseTo(2 * b == n ? 1 - probability[b] / 2 : p[b] - probability[b], within(1e-12));
        }
        assertThat(total).isCloseTo(1, within(1e-12));
        for (double size : p) {
            double rejected = 0;
            for (int b = 0; b <= n; b++) {
                rejected += p[b] <= size + 1e-12 ? probability[b] : 0;
            }
            assertThat(rejected).isLessThanOrEqualTo(size + 1e-12);
        }
    }

    @Test
    void bothTailsAndTheObservedSignCountMakeOne() {
        for (int n = 1; n <= 12; n++) {
            for (int k = 0; k <= n; k++) {
                SignTest test = new SignTest(n, k);
                double both = test.pValue(Alternative.LESS).value()
                        + test.pValue(Alternative.GREATER).value();
                double choose = 1;
                for (int i = 0; i < k; i++) {
                    choose *= (n - i) / (i + 1.0);
                }
                assertThat(both - choose * StrictMath.pow(0.5, n)).isCloseTo(1, within(1e-12));
                assertThat(test.centred()).isEqualTo(k - n / 2.0);
            }
        }
    }

    @Test
    void theSignTestLeavesZerosOut() {
        assertThat(SignTest.of(1, -2, 0, 3, 0)).isEqualTo(Estimable.of(new SignTest(3, 2)));
        assertThat(reason(SignTest.of(0, 0))).isEqualTo(Reason.ZERO_VARIANCE);
    }

    @Test
    void edwardsShortensTheDifferenceByOne() {
        PairedTable table = new PairedTable(1, 10, 4, 1);
        assertThat(McNemar.asymptotic(table, McNemar.Correction.NONE)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(36.0 / 14, within(1e-14));
        assertThat(McNemar.asymptotic(table, McNemar.Correction.EDWARDS)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(25.0 / 14, within(1e-14));
        assertThat(McNemar.asymptotic(new PairedTable(1, 4, 4, 1), McNemar.Correction.EDWARDS)
                        .orElseThrow()
                        .statistic())
                .isZero();
    }

    @Test
    void squareTablesOfTwoCategoriesAreMcNemar() {
        for (long seed = 1; seed <= 30; seed++) {
            PairedTable table = table(seed);
            SquareTable square = SquareTable.of(
                    new int[][] {{table.bothYes(), table.firstOnly()}, {table.secondOnly(), table.neither()}});
            ChiSquareTest mcNemar =
                    McNemar.asymptotic(table, McNemar.Correction.NONE).orElseThrow();
            assertThat(square.bowker().orElseThrow().statistic()).isCloseTo(mcNemar.statistic(), within(1e-12));
            assertThat(square.stuartMaxwell().orElseThrow().statistic()).isCloseTo(mcNemar.statistic(), within(1e-12));
            assertThat(square.stuartMaxwell().orElseThrow().degreesOfFreedom()).isEqualTo(1);
        }
    }

    private static int[][] square(long seed, int k) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] counts = new int[k][k];
        for (int[] row : counts) {
            for (int j = 0; j < k; j++) {
                row[j] = random.nextInt(9);
            }
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void squareTablesIgnoreTheOrderOfCategoriesAndMeasurementsAndTheDiagonal(long seed) {
        int[][] counts = square(seed, 4);
        int[] order = {2, 0, 3, 1};
        int[][] moved = new int[4][4];
        int[][] transposed = new int[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                moved[i][j] = counts[order[i]][order[j]] + (i == j ? 17 : 0);
                transposed[i][j] = counts[j][i];
            }
        }
        ChiSquareTest bowker = SquareTable.of(counts).bowker().orElseThrow();
        ChiSquareTest margins = SquareTable.of(counts).stuartMaxwell().orElseThrow();
        for (int[][] other : new int[][][] {moved, transposed}) {
            assertThat(SquareTable.of(other).bowker().orElseThrow().statistic())
                    .isCloseTo(bowker.statistic(), within(1e-10));
            assertThat(SquareTable.of(other).stuartMaxwell().orElseThrow().statistic())
                    .isCloseTo(margins.statistic(), within(1e-9));
        }
        assertThat(bowker.degreesOfFreedom()).isEqualTo(6);
        assertThat(margins.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void aCategoryThatNobodyEntersOrLeavesCarriesNothing() {
        int[][] three = {{5, 3, 1}, {2, 4, 6}, {4, 0, 3}};
        int[][] four = {{5, 3, 0, 1}, {2, 4, 0, 6}, {0, 0, 9, 0}, {4, 0, 0, 3}};
        ChiSquareTest less = SquareTable.of(three).stuartMaxwell().orElseThrow();
        ChiSquareTest more = SquareTable.of(four).stuartMaxwell().orElseThrow();
        assertThat(more.degreesOfFreedom()).isEqualTo(2);
        assertThat(more.statistic()).isCloseTo(less.statistic(), within(1e-12));
        assertThat(SquareTable.of(four).bowker().orElseThrow().statistic())
                .isCloseTo(SquareTable.of(three).bowker().orElseThrow().statistic(), within(1e-12));
        // by hand: differences of margins −2, 5 of categories 1, 2; covariance [[10, −5], [−5, 11]]
        assertThat(less.statistic()).isCloseTo((11 * 4 - 2 * 5 * 2 * 5 + 10 * 25) / 85.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cochranIgnoresSubjectsWithOneAnswerTheOrderAndTheName(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] answers = new boolean[12][4];
        boolean[][] moved = new boolean[14][4];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 4; j++) {
                answers[i][j] = random.nextInt(10) < 3 + j;
                moved[12 - i][3 - j] = !answers[i][j];
            }
        }
        Arrays.fill(moved[13], true);
        ChiSquareTest one = CochranQ.of(answers).orElseThrow();
        ChiSquareTest two = CochranQ.of(moved).orElseThrow();
        assertThat(two.statistic()).isCloseTo(one.statistic(), within(1e-10));
        assertThat(one.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void cochranOfTwoOccasionsIsMcNemar() {
        boolean[][] answers = {{true, false}, {true, false}, {true, false}, {false, true}, {true, true}, {false, false}
        };
        assertThat(CochranQ.of(answers).orElseThrow().statistic()).isCloseTo(1, within(1e-14));
        assertThat(CochranQ.of(answers).orElseThrow().degreesOfFreedom()).isEqualTo(1);
    }

    /** The interval of a median holds a value when the sign test of the deviations from it does not reject. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theMedianIntervalInvertsTheSignTest(long seed) {
        double[] x = new SplittableRandom(seed).doubles(17, 0, 10).toArray();
        Interval interval = MedianInterval.of(x, LEVEL).orElseThrow().interval();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < 16; i++) {
            double between = (sorted[i] + sorted[i + 1]) / 2;
            SignTest test = SignTest.of(Arrays.stream(x).map(v -> v - between).toArray())
                    .orElseThrow();
            assertThat(interval.contains(between))
                    .isEqualTo(test.pValue(Alternative.TWO_SIDED).value() > LEVEL.alpha());
        }
        double[] minus = Arrays.stream(x).map(v -> 3 - v).toArray();
        Interval mirrored = MedianInterval.of(minus, LEVEL).orElseThrow().interval();
        assertThat(mirrored.lower()).isEqualTo(3 - interval.upper());
        assertThat(mirrored.upper()).isEqualTo(3 - interval.lower());
    }

    /** Six values: the extremes miss the median with probability 2/64; five cannot reach 95 %. */
    @Test
    void theSmallestSampleWithADistributionFreeInterval() {
        MedianInterval interval = MedianInterval.of(new double[] {6, 1, 5, 2, 4, 3}, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
        assertThat(interval.interval().lower()).isEqualTo(1);
        assertThat(interval.interval().upper()).isEqualTo(6);
        assertThat(interval.achievedLevel()).isCloseTo(1 - 2 / 64.0, within(1e-14));
        assertThat(reason(MedianInterval.of(new double[] {1, 2, 3, 4, 5}, ConfidenceLevel.NINETY_FIVE)))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
        assertThat(reason(MedianInterval.of(new double[0], LEVEL))).isEqualTo(Reason.EMPTY_GROUP);
        // 50 %: one value misses its own median with probability one
        assertThat(reason(MedianInterval.of(new double[] {1}, ConfidenceLevel.of(0.5))))
                .isEqualTo(Reason.TOO_FEW_OBSERVATIONS);
    }

    @Test
    void degenerateTablesSayWhy() {
        PairedTable none = new PairedTable(0, 0, 0, 0);
        PairedTable concordant = new PairedTable(5, 0, 0, 3);
        PairedTable oneWay = new PairedTable(0, 4, 0, 3);
        assertThat(reason(PairedRiskDifference.estimate(none))).isEqualTo(Reason.EMPTY_GROUP);
        assertThat(PairedRiskDifference.estimate(concordant)).isEqualTo(Estimable.of(0.0));
        for (PairedRiskDifference.Method method : PairedRiskDifference.Method.values()) {
            assertThat(reason(PairedRiskDifference.interval(none, method, LEVEL)))
                    .isEqualTo(Reason.EMPTY_GROUP);
            assertThat(PairedRiskDifference.interval(concordant, method, LEVEL)
                            .orElseThrow()
                            .contains(0))
                    .isTrue();
        }
        for (Estimable<?> nothing : new Estimable<?>[] {
            McNemar.exact(concordant),
            McNemar.midP(concordant),
            McNemar.asymptotic(concordant, McNemar.Correction.NONE),
            PairedRatios.oddsRatio(concordant),
            PairedRatios.oddsRatioExactInterval(concordant, LEVEL),
            SquareTable.of(new int[][] {{5, 0}, {0, 3}}).bowker(),
            SquareTable.of(new int[][] {{5, 0}, {0, 3}}).stuartMaxwell(),
            CochranQ.of(new boolean[][] {{true, true}, {false, false}}),
            CochranQ.of(new boolean[0][0])
        }) {
            assertThat(reason(nothing)).isEqualTo(Reason.NO_DISCORDANT_PAIRS);
        }
        assertThat(reason(PairedRatios.riskRatio(oneWay))).isEqualTo(Reason.ZERO_DENOMINATOR);
        assertThat(reason(PairedRatios.oddsRatio(oneWay))).isEqualTo(Reason.ZERO_DENOMINATOR);
        for (PairedTable t : new PairedTable[] {oneWay, oneWay.swapped()}) {
            assertThat(reason(PairedRatios.riskRatioInterval(t, LEVEL))).isEqualTo(Reason.ZERO_CELL);
            assertThat(reason(PairedRatios.oddsRatioWaldInterval(t, LEVEL))).isEqualTo(Reason.ZERO_CELL);
        }
        // all four changed one way: p lower limit is (α/2)^(1/4)
        double p = StrictMath.pow(0.05, 0.25);
        Interval open = PairedRatios.oddsRatioExactInterval(oneWay, LEVEL).orElseThrow();
        assertThat(open.lower()).isCloseTo(p / (1 - p), within(1e-8));
        assertThat(open.upper()).isInfinite();
        Interval zero =
                PairedRatios.oddsRatioExactInterval(oneWay.swapped(), LEVEL).orElseThrow();
        assertThat(zero.lower()).isZero();
        assertThat(zero.upper()).isCloseTo((1 - p) / p, within(1e-8));
    }

    /** Two categories that only exchange with each other, twice: the margins' covariance has rank 2, not 3. */
    @Test
    void separateExchangesHaveASingularCovariance() {
        int[][] blocks = {{0, 3, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 2}, {0, 0, 5, 0}};
        assertThat(reason(SquareTable.of(blocks).stuartMaxwell())).isEqualTo(Reason.NOT_POSITIVE_DEFINITE);
        assertThat(SquareTable.of(blocks).bowker().orElseThrow().statistic()).isCloseTo(1 + 9.0 / 7, within(1e-14));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PairedTable(-1, 0, 0, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairedTable(0, -1, 0, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairedTable(0, 0, -1, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairedTable(0, 0, 0, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> SquareTable.of(new int[][] {{1}})).hasMessageContaining("2 x 2");
        assertThatThrownBy(() -> SquareTable.of(new int[][] {{1, 2}, {3}})).hasMessageContaining("row of 1");
        assertThatThrownBy(() -> SquareTable.of(new int[][] {{1, 2}, {-3, 1}})).hasMessageContaining("-3");
        assertThatThrownBy(() -> CochranQ.of(new boolean[][] {{true}})).hasMessageContaining("found 1");
        assertThatThrownBy(() -> CochranQ.of(new boolean[][] {{true, false}, {true}}))
                .hasMessageContaining("found 1");
    }
}
