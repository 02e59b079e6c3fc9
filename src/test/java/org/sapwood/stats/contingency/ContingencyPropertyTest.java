package org.sapwood.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Estimable.Reason;
import org.sapwood.stats.Interval;
import org.sapwood.stats.proportion.NormalTail;
import org.sapwood.stats.proportion.RatioEstimate;

class ContingencyPropertyTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;

    static Stream<ContingencyTable> smallTables() {
        SplittableRandom random = new SplittableRandom(20260102);
        List<ContingencyTable> tables = new ArrayList<>();
        int[][] shapes = {{2, 2}, {2, 3}, {3, 2}, {3, 3}, {2, 5}, {4, 2}, {3, 4}};
        for (int[] shape : shapes) {
            for (int round = 0; round < 4; round++) {
                int[][] counts = new int[shape[0]][shape[1]];
                for (int k = 0; k < 14; k++) {
                    counts[random.nextInt(shape[0])][random.nextInt(shape[1])]++;
                }
                tables.add(ContingencyTable.of(counts));
            }
        }
        return tables.stream();
    }

    static Stream<TwoByTwo> fourfoldTables() {
        SplittableRandom random = new SplittableRandom(20260103);
        return Stream.generate(() ->
                        new TwoByTwo(random.nextInt(12), random.nextInt(12), random.nextInt(12), random.nextInt(12)))
                .filter(t -> !t.hasEmptyMargin())
                .limit(40);
    }

    /** Adds up tables by dealing out all observations one way after the other: the plain definition. */
    private static double[] enumerate(ContingencyTable table) {
        double[] sums = new double[4];
        int[][] cells = new int[table.rows()][table.columns()];
        int[] rows = new int[table.rows()];
        int[] columns = new int[table.columns()];
        Arrays.setAll(rows, table::rowTotal);
        Arrays.setAll(columns, table::columnTotal);
        visit(table, cells, 0, rows, columns, sums);
        return sums;
    }

    private static void visit(
            ContingencyTable observed, int[][] cells, int position, int[] rows, int[] columns, double[] sums) {
        int c = columns.length;
        if (position == rows.length * c) {
            if (Arrays.stream(rows).allMatch(r -> r == 0)
                    && Arrays.stream(columns).allMatch(r -> r == 0)) {
                ContingencyTable table = ContingencyTable.of(cells);
                double p = probability(table);
                double po = probability(observed);
                sums[0] += p;
                sums[1] += p <= po * (1 + 1e-7) ? p : 0;
                if (observed.hasFullMargins()) {
                    double x = PearsonChiSquare.statistic(observed, 0);
                    sums[2] += PearsonChiSquare.statistic(table, 0) >= x * (1 - 1e-7) ? p : 0;
                    double g = LikelihoodRatioChiSquare.statistic(observed);
                    sums[3] += LikelihoodRatioChiSquare.statistic(table) >= g * (1 - 1e-7) ? p : 0;
                }
            }
            return;
        }
        int i = position / c;
        int j = position % c;
        for (int x = 0; x <= Math.min(rows[i], columns[j]); x++) {
            cells[i][j] = x;
            rows[i] -= x;
            columns[j] -= x;
            if (j < c - 1 || rows[i] == 0) {
                visit(observed, cells, position + 1, rows, columns, sums);
            }
            rows[i] += x;
            columns[j] += x;
        }
        cells[i][j] = 0;
    }

    private static double probability(ContingencyTable table) {
        double p = 1 / factorial(table.total());
        for (int i = 0; i < table.rows(); i++) {
            p *= factorial(table.rowTotal(i));
            for (int j = 0; j < table.columns(); j++) {
                p /= factorial(table.count(i, j));
            }
        }
        for (int j = 0; j < table.columns(); j++) {
            p *= factorial(table.columnTotal(j));
        }
        return p;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int k = 2; k <= n; k++) {
            product *= k;
        }
        return product;
    }

    @ParameterizedTest
    @MethodSource("smallTables")
    void exactTestsAddUpTheTablesOfTheDefinition(ContingencyTable table) {
        double[] sums = enumerate(table);
        assertThat(sums[0]).isCloseTo(1, within(1e-12));
        ExactTableResult fisher = FisherExact.test(table).orElseThrow();
        assertThat(fisher.pValue().value()).isCloseTo(sums[1], within(1e-12));
        assertThat(fisher.tableProbability()).isCloseTo(probability(table), within(1e-13));
        if (table.hasFullMargins()) {
            assertThat(ExactTableTests.pearson(table).orElseThrow().pValue().value())
                    .isCloseTo(sums[2], within(1e-12));
            assertThat(ExactTableTests.likelihoodRatio(table)
                            .orElseThrow()
                            .pValue()
                            .value())
                    .isCloseTo(sums[3], within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("smallTables")
    void orderOfRowsAndColumnsDoesNotMatter(ContingencyTable table) {
        int[][] turned = new int[table.columns()][table.rows()];
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                turned[table.columns() - 1 - j][table.rows() - 1 - i] = table.count(i, j);
            }
        }
        ContingencyTable other = ContingencyTable.of(turned);
        assertThat(FisherExact.test(other).orElseThrow().pValue().value())
                .isCloseTo(FisherExact.test(table).orElseThrow().pValue().value(), within(1e-12));
        Estimable<ChiSquareResult> one = PearsonChiSquare.test(table, ContinuityCorrection.NONE);
        if (one.isEstimable()) {
            assertThat(PearsonChiSquare.test(other, ContinuityCorrection.NONE)
                            .orElseThrow()
                            .statistic())
                    .isCloseTo(one.orElseThrow().statistic(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void bothRoutesToFishersTestAgree(TwoByTwo table) {
        double fourfold = FisherExact.test(table, Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                .value();
        assertThat(FisherExact.test(table.table()).orElseThrow().pValue().value())
                .isCloseTo(fourfold, within(1e-12));
        assertThat(ConditionalOddsRatio.ofStrata(List.of(table))
                        .pValue(Alternative.TWO_SIDED, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                        .value())
                .isCloseTo(fourfold, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void theTwoTailsOverlapInTheObservedTable(TwoByTwo table) {
        double greater = FisherExact.test(table, Alternative.GREATER, TwoSidedMethod.CENTRAL)
                .value();
        double less = FisherExact.test(table, Alternative.LESS, TwoSidedMethod.CENTRAL)
                .value();
        assertThat(greater + less).isCloseTo(1 + FisherExact.tableProbability(table), within(1e-12));
        double central = FisherExact.test(table, Alternative.TWO_SIDED, TwoSidedMethod.CENTRAL)
                .value();
        assertThat(FisherExact.test(table, Alternative.TWO_SIDED, TwoSidedMethod.BLAKER)
                        .value())
                .isLessThanOrEqualTo(central + 1e-12)
                .isGreaterThanOrEqualTo(Math.min(greater, less) - 1e-12);
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void swappingRowsInvertsTheConditionalIntervals(TwoByTwo table) {
        TwoByTwo swapped = new TwoByTwo(table.c(), table.d(), table.a(), table.b());
        for (ConditionalInterval type : List.of(
                ConditionalInterval.CENTRAL, ConditionalInterval.MID_P, ConditionalInterval.MINIMUM_LIKELIHOOD)) {
            Interval one = ConditionalOddsRatio.of(table).interval(type, LEVEL);
            Interval other = ConditionalOddsRatio.of(swapped).interval(type, LEVEL);
            assertSame(other.lower(), 1 / one.upper());
            assertSame(other.upper(), 1 / one.lower());
            double estimate = ConditionalOddsRatio.of(table).estimate().orElseThrow();
            assertThat(one.lower() <= estimate && estimate <= one.upper()).isTrue();
        }
    }

    private static void assertSame(double actual, double expected) {
        if (expected == 0 || Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual / expected).isCloseTo(1, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void theExactTestRejectsWhereItsIntervalExcludesOne(TwoByTwo table) {
        ConditionalOddsRatio inference = ConditionalOddsRatio.of(table);
        double central =
                inference.pValue(Alternative.TWO_SIDED, TwoSidedMethod.CENTRAL).value();
        for (double level : new double[] {0.51, 0.81, 0.953}) {
            Interval interval = inference.interval(ConditionalInterval.CENTRAL, ConfidenceLevel.of(level));
            assertThat(interval.contains(1)).isEqualTo(central > 1 - level);
        }
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void oneStratumIsTheUnstratifiedTest(TwoByTwo table) {
        double nMinusOne =
                PearsonChiSquare.nMinusOne(table.table()).orElseThrow().statistic();
        assertThat(CochranMantelHaenszel.test(List.of(table), ContinuityCorrection.NONE)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(nMinusOne, within(1e-10));
        assertThat(GeneralisedCochranMantelHaenszel.generalAssociation(List.of(table.table()))
                        .orElseThrow()
                        .statistic())
                .isCloseTo(nMinusOne, within(1e-10));
        assertThat(LinearAssociation.test(table.table(), new double[] {0, 1}, new double[] {0, 1})
                        .orElseThrow()
                        .statistic())
                .isCloseTo(nMinusOne, within(1e-10));
        double pearson = PearsonChiSquare.test(table.table(), ContinuityCorrection.NONE)
                .orElseThrow()
                .statistic();
        double z = CochranArmitage.z(table.table(), new double[] {1, 2}).orElseThrow();
        assertThat(z * z).isCloseTo(pearson, within(1e-10));
        if (!table.hasEmptyCell()) {
            double oddsRatio = (double) table.a() * table.d() / ((double) table.b() * table.c());
            RatioEstimate pooled = MantelHaenszel.oddsRatio(List.of(table), LEVEL);
            assertThat(pooled.estimate().orElseThrow() / oddsRatio).isCloseTo(1, within(1e-12));
            double woolf = Math.sqrt(1.0 / table.a() + 1.0 / table.b() + 1.0 / table.c() + 1.0 / table.d());
            assertThat(pooled.logStandardError().orElseThrow()).isCloseTo(woolf, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void orderOfStrataDoesNotMatter(TwoByTwo table) {
        List<TwoByTwo> strata = List.of(table, new TwoByTwo(4, 5, 3, 8), new TwoByTwo(1, 7, 2, 5));
        List<TwoByTwo> turned = List.of(strata.get(2), strata.get(0), strata.get(1));
        assertThat(ConditionalOddsRatio.ofStrata(turned).estimate().orElseThrow())
                .isCloseTo(ConditionalOddsRatio.ofStrata(strata).estimate().orElseThrow(), within(1e-9));
        for (BreslowDay.Tarone tarone : BreslowDay.Tarone.values()) {
            assertThat(BreslowDay.test(turned, tarone).orElseThrow().statistic())
                    .isCloseTo(BreslowDay.test(strata, tarone).orElseThrow().statistic(), within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void unconditionalTestsIgnoreWhichGroupIsNamedFirst(TwoByTwo table) {
        for (UnconditionalStatistic statistic : UnconditionalStatistic.values()) {
            double greater = unconditional(table, statistic, Alternative.GREATER);
            TwoByTwo swapped = new TwoByTwo(table.c(), table.d(), table.a(), table.b());
            assertThat(unconditional(swapped, statistic, Alternative.LESS)).isCloseTo(greater, within(1e-9));
            assertThat(unconditional(swapped, statistic, Alternative.TWO_SIDED))
                    .isCloseTo(unconditional(table, statistic, Alternative.TWO_SIDED), within(1e-9));
        }
    }

    private static double unconditional(TwoByTwo table, UnconditionalStatistic statistic, Alternative alternative) {
        return UnconditionalTest.of(table.rows(), statistic, alternative)
                .orElseThrow()
                .pValue()
                .value();
    }

    @ParameterizedTest
    @MethodSource("fourfoldTables")
    void boschlooIsNeverAboveFisher(TwoByTwo table) {
        for (Alternative alternative : Alternative.values()) {
            assertThat(unconditional(table, UnconditionalStatistic.BOSCHLOO, alternative))
                    .isLessThanOrEqualTo(FisherExact.test(table, alternative, TwoSidedMethod.MINIMUM_LIKELIHOOD)
                                    .value()
                            + 1e-9);
        }
    }

    @Test
    void exactTrendOfTwoGroupsIsFishersTest() {
        TwoByTwo table = new TwoByTwo(7, 8, 2, 12);
        CochranArmitage.Exact exact = CochranArmitage.exact(table.table(), new double[] {0, 1});
        assertThat(exact.lower().value())
                .isCloseTo(
                        FisherExact.test(table, Alternative.GREATER, TwoSidedMethod.CENTRAL)
                                .value(),
                        within(1e-12));
        assertThat(exact.upper().value())
                .isCloseTo(
                        FisherExact.test(table, Alternative.LESS, TwoSidedMethod.CENTRAL)
                                .value(),
                        within(1e-12));
    }

    @Test
    void movingAndStretchingScoresChangesNothing() {
        ContingencyTable table = ContingencyTable.of(new int[][] {{3, 17}, {6, 15}, {11, 10}});
        double z = CochranArmitage.z(table, new double[] {0, 1, 2}).orElseThrow();
        assertThat(z).isPositive();
        assertThat(CochranArmitage.z(table, new double[] {5, 8, 11}).orElseThrow())
                .isCloseTo(z, within(1e-12));
        assertThat(CochranArmitage.z(table, new double[] {2, 1, 0}).orElseThrow())
                .isCloseTo(-z, within(1e-12));
        assertThat(((Estimable.NotEstimable<Double>) CochranArmitage.z(table, new double[] {1, 1, 1})).reason())
                .isEqualTo(Reason.ZERO_VARIANCE);
        assertThatThrownBy(() -> CochranArmitage.z(table, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
        ChiSquareResult linear = LinearAssociation.test(table, new double[] {0, 1, 2}, new double[] {1, 0})
                .orElseThrow();
        assertThat(linear.statistic()).isCloseTo(z * z * 61 / 62, within(1e-10));
        assertThat(linear.pValue().value())
                .isCloseTo(
                        NormalTail.pValue(Math.sqrt(linear.statistic()), Alternative.TWO_SIDED)
                                .value(),
                        within(1e-12));
    }

    @Test
    void twoOrderedColumnsMakeAllStratifiedTestsOne() {
        List<ContingencyTable> strata = List.of(
                ContingencyTable.of(new int[][] {{10, 12}, {5, 17}}),
                ContingencyTable.of(new int[][] {{8, 9}, {4, 14}}),
                ContingencyTable.of(new int[][] {{1, 0}, {0, 0}}));
        double cmh = CochranMantelHaenszel.test(
                        List.of(new TwoByTwo(10, 12, 5, 17), new TwoByTwo(8, 9, 4, 14)), ContinuityCorrection.NONE)
                .orElseThrow()
                .statistic();
        assertThat(GeneralisedCochranMantelHaenszel.generalAssociation(strata)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(cmh, within(1e-10));
        double[] scores = {3, 7};
        assertThat(GeneralisedCochranMantelHaenszel.rowMeanScores(strata, CategoryScores.TABLE, scores)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(cmh, within(1e-10));
        assertThat(GeneralisedCochranMantelHaenszel.correlation(strata, CategoryScores.TABLE, scores, scores)
                        .orElseThrow()
                        .statistic())
                .isCloseTo(cmh, within(1e-10));
    }

    @Test
    void strataOfDifferentShapeAreRefused() {
        List<ContingencyTable> strata =
                List.of(ContingencyTable.of(new int[][] {{1, 2}}), ContingencyTable.of(new int[][] {{1}, {2}}));
        assertThatThrownBy(() -> GeneralisedCochranMantelHaenszel.generalAssociation(strata))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContingencyTable.of(new int[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(GeneralisedCochranMantelHaenszel.generalAssociation(List.of())
                        .isEstimable())
                .isFalse();
    }

    @Test
    void tablesBeyondCountingSaySo() {
        int[][] counts = new int[8][8];
        for (int[] row : counts) {
            Arrays.fill(row, 90);
        }
        Estimable<ExactTableResult> test = FisherExact.test(ContingencyTable.of(counts));
        assertThat(((Estimable.NotEstimable<ExactTableResult>) test).reason()).isEqualTo(Reason.TOO_LARGE);
    }
}
