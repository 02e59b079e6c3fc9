package org.sapwood.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.inference.ContinuityCorrection;

/** Permutation distributions of tied values against the enumeration of every arrangement. */
class TiedPermutationTest {

    @ParameterizedTest
    @CsvSource({"1, '2 3 3'", "2, '3 1 4'", "3, '2 2 2 2'", "4, '5 4'", "5, '1 1 6'", "6, '3 3 3'"})
    void jonckheereTerpstraEqualsTheEnumerationOfAllArrangements(int seed, String written) {
        int[] sizes =
                Arrays.stream(written.split(" ")).mapToInt(Integer::parseInt).toArray();
        int n = Arrays.stream(sizes).sum();
        double[] values = new Random(seed).ints(n, 0, 4).asDoubleStream().toArray();
        List<Double> statistics = new ArrayList<>();
        arrange(values, sizes, new int[n], 0, new int[sizes.length], statistics);
        JonckheereTerpstra test = JonckheereTerpstra.of(inOrder(values, sizes)).orElseThrow();

        double observed = test.statistic();
        double greater = share(statistics, j -> j >= observed);
        double less = share(statistics, j -> j <= observed);
        assertThat(p(test, Alternative.GREATER)).isCloseTo(greater, within(1e-12));
        assertThat(p(test, Alternative.LESS)).isCloseTo(less, within(1e-12));
        assertThat(p(test, Alternative.TWO_SIDED)).isCloseTo(Math.min(1, 2 * Math.min(greater, less)), within(1e-12));
    }

    private static double p(JonckheereTerpstra test, Alternative alternative) {
        return test.exact(alternative).orElseThrow().value();
    }

    /** The values as given: the first to the first group, and so on. */
    private static List<double[]> inOrder(double[] values, int[] sizes) {
        List<double[]> groups = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            groups.add(Arrays.copyOfRange(values, from, from + size));
            from += size;
        }
        return groups;
    }

    /** Every way to give each value a group; J counted pair by pair. */
    private static void arrange(
            double[] values, int[] sizes, int[] groupOf, int next, int[] taken, List<Double> statistics) {
        if (next == values.length) {
            double j = 0;
            for (int a = 0; a < values.length; a++) {
                for (int b = 0; b < values.length; b++) {
                    if (groupOf[a] < groupOf[b]) {
                        j += values[a] < values[b] ? 1 : values[a] == values[b] ? 0.5 : 0;
                    }
                }
            }
            statistics.add(j);
            return;
        }
        for (int g = 0; g < sizes.length; g++) {
            if (taken[g] < sizes[g]) {
                groupOf[next] = g;
                taken[g]++;
                arrange(values, sizes, groupOf, next + 1, taken, statistics);
                taken[g]--;
            }
        }
    }

    private static double share(List<Double> statistics, java.util.function.DoublePredicate extreme) {
        return statistics.stream().filter(j -> extreme.test(j)).count() / (double) statistics.size();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9})
    void ofTwoGroupsJonckheereTerpstraIsMannWhitney(int seed) {
        Random random = new Random(seed);
        double[] first = random.ints(35, 0, 6).asDoubleStream().toArray();
        double[] second = random.ints(28, 1, 7).asDoubleStream().toArray();

        double trend = p(JonckheereTerpstra.of(List.of(first, second)).orElseThrow(), Alternative.GREATER);

        double shift = MannWhitney.of(second, first)
                .orElseThrow()
                .exact(Alternative.GREATER)
                .value();
        assertThat(trend).isCloseTo(shift, within(1e-11 * shift));
    }

    @Test
    void reversingTheGroupsSwapsTheTailsOfAnOrdinalScale() {
        Random random = new Random(3);
        double[] low = random.ints(20, 0, 4).asDoubleStream().toArray();
        double[] middle = random.ints(22, 0, 4).asDoubleStream().toArray();
        double[] high = random.ints(18, 1, 5).asDoubleStream().toArray();

        double up = p(JonckheereTerpstra.of(List.of(low, middle, high)).orElseThrow(), Alternative.GREATER);
        double down = p(JonckheereTerpstra.of(List.of(high, middle, low)).orElseThrow(), Alternative.LESS);

        assertThat(up).isBetween(0.0, 0.5).isCloseTo(down, within(1e-12));
    }

    @Test
    void tooManyTiedGroupsAreRefusedNotTried() {
        List<double[]> groups = new ArrayList<>();
        for (int g = 0; g < 6; g++) {
            groups.add(new Random(g).ints(40, 0, 5).asDoubleStream().toArray());
        }

        assertThat(JonckheereTerpstra.of(groups).orElseThrow().exact(Alternative.GREATER))
                .isInstanceOfSatisfying(
                        Estimable.NotEstimable.class,
                        none -> assertThat(none.reason()).isEqualTo(Estimable.Reason.TOO_LARGE));
    }

    @Test
    void theNormalPermutationTestHasTheVarianceOfAllSplits() {
        double[] x = {3, 5, 5, 8};
        double[] y = {1, 2, 4};
        double[] all = {3, 5, 5, 8, 1, 2, 4};
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int mask = 0; mask < 1 << 7; mask++) {
            if (Integer.bitCount(mask) == 4) {
                double s = 0;
                for (int i = 0; i < 7; i++) {
                    s += (mask >> i & 1) * all[i];
                }
                sum += s;
                squares += s * s;
                count++;
            }
        }
        double z = (21 - sum / count) / Math.sqrt(squares / count - sum / count * (sum / count));

        MeanDifferencePermutation.PValues p =
                MeanDifferencePermutation.of(x, y).orElseThrow().asymptotic().orElseThrow();

        NormalDistribution normal = NormalDistribution.of(0, 1);
        assertThat(p.greater().value()).isCloseTo(normal.survivalProbability(z), within(1e-12));
        assertThat(p.less().value()).isCloseTo(normal.cumulativeProbability(z), within(1e-12));
        assertThat(p.twoSided().value()).isCloseTo(2 * normal.survivalProbability(z), within(1e-12));
    }

    @Test
    void drawnSplitsAgreeWithAllSplitsWithinTheirSamplingError() {
        double[] x = {3, 5, 5, 8, 11, 12, 15};
        double[] y = {1, 2, 4, 5, 6, 7, 9};
        MeanDifferencePermutation test = MeanDifferencePermutation.of(x, y).orElseThrow();
        double exact = test.exact().orElseThrow().twoSided().value();

        double drawn = test.monteCarlo(100_000, RandomSource.SPLIT_MIX_64.create(5L)::nextLong)
                .twoSided()
                .value();

        assertThat(drawn).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 100_000)));
    }

    @Test
    void withEqualWeightsOneStratumVanElterenIsCorrectedAsMannWhitney() {
        double[] x = {5, 7, 7, 9, 12};
        double[] y = {1, 2, 5, 6, 7, 8};

        VanElteren stratified = VanElteren.of(List.of(new VanElteren.Stratum(x, y)), VanElteren.Weights.EQUAL)
                .orElseThrow();
        VanElteren weighted = VanElteren.of(List.of(new VanElteren.Stratum(x, y)), VanElteren.Weights.VAN_ELTEREN)
                .orElseThrow();

        for (Alternative alternative : Alternative.values()) {
            double expected = MannWhitney.of(x, y)
                    .orElseThrow()
                    .normal(alternative, ContinuityCorrection.HALF)
                    .orElseThrow()
                    .z();
            assertThat(stratified.test(alternative, ContinuityCorrection.HALF).z())
                    .isCloseTo(expected, within(1e-12));
            assertThat(weighted.test(alternative, ContinuityCorrection.HALF).z())
                    .isCloseTo(expected, within(1e-12));
        }
    }
}
