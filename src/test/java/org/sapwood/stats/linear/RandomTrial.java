package org.sapwood.stats.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;

/** Seeded data of a trial with three arms, three sites and a baseline value. */
final class RandomTrial {
    static final List<String> ARMS = List.of("PBO", "LOW", "HIGH");
    static final List<String> SITES = List.of("A", "B", "C");

    final List<String> arm = new ArrayList<>();
    final List<String> site = new ArrayList<>();
    final double[] base;
    final double[] change;
    final double[] event;
    final double[] count;

    RandomTrial(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        base = new double[n];
        change = new double[n];
        event = new double[n];
        count = new double[n];
        for (int i = 0; i < n; i++) {
            arm.add(ARMS.get(i % 3));
            site.add(SITES.get(random.nextInt(3)));
            base[i] = random.nextDouble() * 4;
            double effect = i % 3 + base[i] / 2;
            change[i] = effect + 3 * random.nextDouble();
            event[i] = random.nextDouble() * 5 < effect ? 1 : 0;
            count[i] = random.nextInt(2 + (int) effect);
        }
    }

    ModelFrame.Builder frame() {
        return frame(ARMS, SITES);
    }

    ModelFrame.Builder frame(List<String> arms, List<String> sites) {
        return ModelFrame.builder()
                .factor("ARM", arms, arm)
                .factor("SITE", sites, site)
                .numeric("BASE", base);
    }

    DesignMatrix design(String... formula) {
        return DesignMatrix.of(frame().build(), Term.parse(List.of(formula)));
    }

    /** {@return the model, which these data determine} */
    static LinearModel fit(DesignMatrix design, double[] y) {
        return LinearModel.fit(design, y).orElseThrow();
    }
}
