package org.sapwood.stats.survival;

import java.util.SplittableRandom;

/** Seeded survival data with ties and censoring. */
final class RandomSurvival {
    final double[] times;
    final boolean[] events;
    final int[] group;
    final int[] stratum;
    final double[][] covariates;

    /** Times on a grid of {@code grid} values; a large grid has no ties to speak of. */
    RandomSurvival(long seed, int n, int groups, int grid) {
        SplittableRandom random = new SplittableRandom(seed);
        times = new double[n];
        events = new boolean[n];
        group = new int[n];
        stratum = new int[n];
        covariates = new double[n][2];
        for (int i = 0; i < n; i++) {
            group[i] = i % groups;
            stratum[i] = random.nextInt(2);
            times[i] = 1 + random.nextInt(grid) + (group[i] == 1 ? grid / 10 : 0);
            events[i] = random.nextInt(10) < 7;
            covariates[i][0] = group[i] == 1 ? 1 : 0;
            covariates[i][1] = random.nextDouble();
        }
    }

    SurvivalSample sample() {
        return SurvivalSample.of(times, events);
    }

    CoxData cox() {
        return CoxData.of(times, events, covariates);
    }

    static int[] shuffled(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
