package org.sapwood.stats.rank;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ProcessorClock;

/** How long the exact rank tests with ties and the permutation test take; {@link #main} is a warm loop without JMH. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RankBenchmark {
    private static final int DRAWS = 100_000;
    private static final double[] FIRST = tied(1, 500, 40, 2);
    private static final double[] SECOND = tied(2, 500, 40, 0);
    private static final double[] DIFFERENCES = tied(3, 500, 60, -28);
    private static final double[] TREATED = new Random(4).doubles(120).toArray();
    private static final double[] CONTROL = new Random(5).doubles(120).toArray();
    private static final List<double[]> DOSES = List.of(tied(6, 25, 5, 0), tied(7, 25, 5, 0), tied(8, 25, 5, 1));

    private static double[] tied(int seed, int n, int values, int shift) {
        return new Random(seed).ints(n, 0, values).mapToDouble(v -> v + shift).toArray();
    }

    @Benchmark
    public Object mannWhitney() {
        return MannWhitney.of(FIRST, SECOND).orElseThrow().exact(Alternative.TWO_SIDED);
    }

    @Benchmark
    public Object signedRank() {
        return SignedRank.of(DIFFERENCES, SignedRank.Zeros.DROP).orElseThrow().exact(Alternative.TWO_SIDED);
    }

    @Benchmark
    public Object permutation() {
        return MeanDifferencePermutation.of(TREATED, CONTROL)
                .orElseThrow()
                .monteCarlo(DRAWS, RandomSource.SPLIT_MIX_64.create(1L)::nextLong);
    }

    @Benchmark
    public Object jonckheereTerpstra() {
        return JonckheereTerpstra.of(DOSES).orElseThrow().exact(Alternative.GREATER);
    }

    /** Prints the processor time of each after warming up. */
    public static void main(String[] arguments) {
        RankBenchmark benchmark = new RankBenchmark();
        ProcessorClock.print("Mann-Whitney exact with ties, 500 per arm", 20, benchmark::mannWhitney);
        ProcessorClock.print("signed rank exact with ties, n=500", 20, benchmark::signedRank);
        ProcessorClock.print("permutation, 100,000 draws, n=240", 10, benchmark::permutation);
        ProcessorClock.print("Jonckheere-Terpstra exact, 5 values, 3x25", 5, benchmark::jonckheereTerpstra);
    }
}
