package org.sapwood.stats.proportion;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.sapwood.stats.ConfidenceLevel;

/** How long the searched intervals take; {@link #main} is a warm loop for where JMH's processor does not run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProportionBenchmark {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

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

    /** Prints the mean processor time of each after warming up. */
    public static void main(String[] arguments) {
        ProportionBenchmark benchmark = new ProportionBenchmark();
        print("exact score, 30 per arm", benchmark::exactScore, 10);
        print("stratified MN, 4 strata", benchmark::stratifiedMiettinenNurminen, 3000);
        print("Blaker 81/150", benchmark::blaker, 1000);
    }

    private static void print(String name, Supplier<Object> task, int rounds) {
        long first = THREAD.getCurrentThreadCpuTime();
        task.get();
        first = THREAD.getCurrentThreadCpuTime() - first;
        for (int i = 0; i < rounds; i++) {
            task.get();
        }
        long start = THREAD.getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            task.get();
        }
        System.out.printf(
                Locale.ROOT,
                "%-25s first %8.1f ms, warm %8.4f ms%n",
                name,
                first / 1e6,
                (THREAD.getCurrentThreadCpuTime() - start) / 1e6 / rounds);
    }
}
