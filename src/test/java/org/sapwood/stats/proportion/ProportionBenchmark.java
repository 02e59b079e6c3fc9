package org.sapwood.stats.proportion;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.ProcessorClock;

/** How long the searched intervals take; {@link #main} is a warm loop for where JMH's processor does not run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProportionBenchmark {
    private static final List<TwoProportions> STRATA = List.of(
            new TwoProportions(14, 20, 9, 21),
            new TwoProportions(22, 40, 15, 39),
            new TwoProportions(5, 8, 4, 10),
            new TwoProportions(9, 10, 7, 11));

    @Benchmark
    public Object exactScore() {
        return ExactRiskDifference.interval(
                new TwoProportions(14, 30, 8, 30), ExactRiskDifference.Ordering.SCORE, ConfidenceLevel.NINETY_FIVE);
    }

    @Benchmark
    public Object stratifiedMiettinenNurminen() {
        return StratifiedRiskDifference.miettinenNurminen(
                STRATA, StratumWeights.MANTEL_HAENSZEL, VarianceFactor.N_OVER_N_MINUS_1, ConfidenceLevel.NINETY_FIVE);
    }

    @Benchmark
    public Object blaker() {
        return Proportion.interval(81, 150, ProportionInterval.BLAKER, ConfidenceLevel.NINETY_FIVE);
    }

    /** Prints the processor time of each after warming up. */
    public static void main(String[] arguments) {
        ProportionBenchmark benchmark = new ProportionBenchmark();
        ProcessorClock.print("exact score, 30 per arm", 10, benchmark::exactScore);
        ProcessorClock.print("stratified MN, 4 strata", 3000, benchmark::stratifiedMiettinenNurminen);
        ProcessorClock.print("Blaker 81/150", 1000, benchmark::blaker);
    }
}
