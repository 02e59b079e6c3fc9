package org.sapwood.stats.descriptive;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded samples and their linear changes of scale. */
final class DescriptiveSamples {
    private DescriptiveSamples() {}

    /** Values with one decimal, ties among them. */
    static double[] sample(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (random.nextInt(400) - 100) / 10.0;
        }
        return x;
    }

    static double[] moved(double[] x, double factor, double shift) {
        return Arrays.stream(x).map(v -> factor * v + shift).toArray();
    }
}
