package org.sapwood.synthetic.dermatomyositis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.synthetic.Draws;

/**
 * Stratified randomisation 1:1 in permuted blocks of four. A block is keyed by its stratum and number, so the
 * allocation of those already randomised does not depend on those who follow.
 */
final class Allocation {

    private static final int BLOCK = 4;

    private final long seed;
    private final Map<String, Integer> allocated = new HashMap<>();

    Allocation(long seed) {
        this.seed = seed;
    }

    Arm next(String stratum) {
        int position = allocated.merge(stratum, 1, Integer::sum) - 1;
        long block = stratum.hashCode() * 1_000_003L + position / BLOCK;
        Draws draws = Draws.of(seed, block, Draws.Stream.ALLOCATION);
        List<Arm> left = new ArrayList<>(List.of(Arm.INTERLEUKIN, Arm.INTERLEUKIN, Arm.PLACEBO, Arm.PLACEBO));
        Arm arm = Arm.PLACEBO;
        for (int i = 0; i <= position % BLOCK; i++) {
            arm = left.remove(draws.whole(0, left.size() - 1));
        }
        return arm;
    }
}
