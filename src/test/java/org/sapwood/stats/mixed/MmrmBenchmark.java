package org.sapwood.stats.mixed;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sapwood.stats.ConfidenceLevel;
import org.sapwood.stats.ProcessorClock;

/** Time of one unstructured fit with the tests of every visit's difference. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class MmrmBenchmark {
    @Param({"240x5", "500x5", "5000x5", "50000x5", "5000x8"})
    public String size = "240x5";

    private SimulatedTrial trial = SimulatedTrial.draw(10, 2, 0, 1);

    @Setup
    public void draw() {
        String[] parts = size.split("x", -1);
        trial = SimulatedTrial.draw(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 0.15, 1);
    }

    @Benchmark
    public double satterthwaite() {
        return fit(trial, MmrmSpecification.satterthwaite(CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED)));
    }

    @Benchmark
    public double kenwardRoger() {
        return fit(trial, MmrmSpecification.kenwardRoger(CovarianceLadder.of(CovarianceStructure.UNSTRUCTURED)));
    }

    private static double fit(SimulatedTrial trial, MmrmSpecification specification) {
        MmrmFit fit = Mmrm.fit(trial.data(), specification).fit().orElseThrow();
        double sum = 0;
        for (int j = 0; j < trial.visits(); j++) {
            sum += fit.estimate(trial.difference(j), ConfidenceLevel.NINETY_FIVE)
                    .orElseThrow()
                    .pValue()
                    .value();
        }
        return sum;
    }

    /**
     * Prints the processor time of each size without the harness.
     *
     * @param arguments sizes; none for all
     */
    public static void main(String[] arguments) {
        String[] sizes =
                arguments.length > 0 ? arguments : new String[] {"240x5", "500x5", "5000x5", "50000x5", "5000x8"};
        MmrmBenchmark benchmark = new MmrmBenchmark();
        for (String size : sizes) {
            benchmark.size = size;
            benchmark.draw();
            int rounds = Math.max(3, 24_000 / Integer.parseInt(size.split("x", -1)[0]));
            ProcessorClock.print("MMRM " + size + ", Kenward-Roger", rounds, benchmark::kenwardRoger);
            ProcessorClock.print("MMRM " + size + ", Satterthwaite", rounds, benchmark::satterthwaite);
        }
    }
}
