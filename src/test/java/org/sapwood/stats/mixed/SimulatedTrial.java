package org.sapwood.stats.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sapwood.stats.design.LinearFunction;

/**
 * An invented two-arm trial with a baseline covariate, a stratum and repeated visits. Who drops out is decided by the
 * last value observed (missing at random).
 *
 * <p>Columns: intercept, BASE, STRATUM, ARM, one per visit but the first, the same times ARM.
 */
record SimulatedTrial(RepeatedMeasures data, int visits, double[] trueDifference) {

    /**
     * Draws a trial.
     *
     * @param subjects half of them in each arm
     * @param visits number of visits
     * @param dropout proportion of subjects expected to miss the last visit
     * @param seed of the generator
     */
    static SimulatedTrial draw(int subjects, int visits, double dropout, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> rows = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<int[]> index = new ArrayList<>();
        double[] difference = new double[visits];
        double hazard = 1 - StrictMath.pow(1 - dropout, 1.0 / Math.max(1, visits - 1));
        for (int j = 0; j < visits; j++) {
            difference[j] = 0.5 * (j + 1) / visits;
        }
        for (int i = 0; i < subjects; i++) {
            int arm = i % 2;
            int stratum = random.nextInt(2);
            double base = 20 + 4 * random.nextGaussian();
            double person = random.nextGaussian();
            double walk = 0;
            for (int j = 0; j < visits; j++) {
                walk = 0.6 * walk + 0.8 * random.nextGaussian();
                double value = 1
                        + 0.1 * base
                        + 0.3 * stratum
                        + 0.2 * j
                        + difference[j] * arm
                        + (0.8 * person + 0.7 * walk) * (1 + 0.05 * j);
                double[] x = new double[2 + 2 * visits];
                x[0] = 1;
                x[1] = base;
                x[2] = stratum;
                x[3] = arm;
                if (j > 0) {
                    x[3 + j] = 1;
                    x[2 + visits + j] = arm;
                }
                rows.add(x);
                y.add(value);
                index.add(new int[] {i, j});
                // those who do badly leave more often; the mean hazard is about the one asked for
                boolean poor = value < 3.3 + 0.2 * j;
                if (random.nextDouble() < hazard * (poor ? 1.6 : 0.4)) {
                    break;
                }
            }
        }
        List<String> names = new ArrayList<>(List.of("(Intercept)", "BASE", "STRATUM", "ARM"));
        List<String> occasions = new ArrayList<>();
        for (int j = 0; j < visits; j++) {
            occasions.add("V" + j);
        }
        occasions.subList(1, visits).forEach(names::add);
        occasions.subList(1, visits).forEach(v -> names.add("ARM:" + v));
        RepeatedMeasures data = RepeatedMeasures.of(
                y.stream().mapToDouble(v -> v).toArray(),
                rows.toArray(double[][]::new),
                names,
                index.stream().mapToInt(k -> k[0]).toArray(),
                index.stream().mapToInt(k -> k[1]).toArray(),
                occasions);
        return new SimulatedTrial(data, visits, difference);
    }

    /** The difference of the arms at a visit. */
    LinearFunction difference(int visit) {
        double[] l = new double[2 + 2 * visits];
        l[3] = 1;
        if (visit > 0) {
            l[2 + visits + visit] = 1;
        }
        return new LinearFunction("ACT-PBO|V" + visit, l);
    }
}
