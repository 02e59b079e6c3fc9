package org.sapwood.stats.contingency;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.sapwood.stats.Alternative;
import org.sapwood.stats.ProcessorClock;
import org.sapwood.stats.proportion.TwoProportions;

/** How long the exact tests take; {@link #main} is a warm loop for where JMH's processor does not run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExactTestBenchmark {
    private static final ContingencyTable FIVE_BY_FOUR =
            ContingencyTable.of(new int[][] {{5, 3, 2, 2}, {1, 4, 5, 2}, {3, 3, 3, 3}, {6, 1, 2, 3}, {0, 4, 4, 4}});
    private static final ContingencyTable THREE_BY_FIVE =
            ContingencyTable.of(new int[][] {{20, 15, 12, 18, 11}, {14, 19, 16, 13, 15}, {11, 17, 21, 14, 13}});
    private static final TwoProportions ARMS = new TwoProportions(45, 120, 31, 120);

    @Benchmark
    public Object fisherFiveByFour() {
        return FisherExact.test(FIVE_BY_FOUR);
    }

    @Benchmark
    public Object fisherThreeByFive() {
        return FisherExact.test(THREE_BY_FIVE);
    }

    @Benchmark
    public Object barnard() {
        return UnconditionalTest.of(ARMS, UnconditionalStatistic.Z_POOLED, Alternative.TWO_SIDED);
    }

    @Benchmark
    public Object boschloo() {
        return UnconditionalTest.of(ARMS, UnconditionalStatistic.BOSCHLOO, Alternative.TWO_SIDED);
    }

    /** Prints the processor time of each after warming up. */
    public static void main(String[] arguments) {
        ExactTestBenchmark benchmark = new ExactTestBenchmark();
        ProcessorClock.print("Fisher 5x4, n=60", 300, benchmark::fisherFiveByFour);
        ProcessorClock.print("Fisher 3x5, n=229", 5, benchmark::fisherThreeByFive);
        ProcessorClock.print("Barnard, 120 per arm", 30, benchmark::barnard);
        ProcessorClock.print("Boschloo, 120 per arm", 30, benchmark::boschloo);
    }
}
