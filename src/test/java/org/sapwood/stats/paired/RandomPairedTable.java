package org.sapwood.stats.paired;

import java.util.SplittableRandom;

/** Seeded tables of paired answers. */
final class RandomPairedTable {
    private RandomPairedTable() {}

    static PairedTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new PairedTable(
                1 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(12));
    }
}
