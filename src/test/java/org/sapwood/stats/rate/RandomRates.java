package org.sapwood.stats.rate;

import java.util.SplittableRandom;

/** Seeded pairs of rates, also exchanged. */
final class RandomRates {
    private RandomRates() {}

    static RateComparison random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return RateComparison.of(
                1 + random.nextInt(20), 5 + random.nextInt(30), 1 + random.nextInt(20), 5 + random.nextInt(30));
    }

    static RateComparison swapped(RateComparison rates) {
        return new RateComparison(rates.second(), rates.first());
    }
}
