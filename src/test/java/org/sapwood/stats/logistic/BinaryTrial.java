package org.sapwood.stats.logistic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sapwood.stats.design.Coding;
import org.sapwood.stats.design.DesignMatrix;
import org.sapwood.stats.design.Intercept;
import org.sapwood.stats.design.ModelFrame;
import org.sapwood.stats.design.Term;

/** Seeded binary data of a trial with two arms, a stratum and a score on a grid of halves. */
final class BinaryTrial {
    final List<String> arm = new ArrayList<>();
    final List<String> stratum = new ArrayList<>();
    final double[] score;
    final double[] event;

    BinaryTrial(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        score = new double[n];
        event = new double[n];
        for (int i = 0; i < n; i++) {
            arm.add(i % 2 == 0 ? "PBO" : "ACT");
            stratum.add(random.nextInt(2) == 0 ? "MILD" : "SEVERE");
            score[i] = random.nextInt(7) / 2.0;
            event[i] = random.nextDouble() < 0.2 + 0.25 * (i % 2) + 0.1 * score[i] ? 1 : 0;
        }
    }

    ModelFrame.Builder frame() {
        return ModelFrame.builder()
                .factor("ARM", List.of("PBO", "ACT"), arm)
                .factor("STRATUM", List.of("MILD", "SEVERE"), stratum)
                .numeric("SCORE", score);
    }

    DesignMatrix design(String... formula) {
        return DesignMatrix.of(frame().build(), Term.parse(List.of(formula)));
    }

    /** A design for models that absorb the intercept. */
    DesignMatrix absorbed(String... formula) {
        return DesignMatrix.of(frame().build(), Term.parse(List.of(formula)), Coding.REFERENCE, Intercept.ABSORBED);
    }

    /** A design with the two arms alone: n1 and n2 rows. */
    static DesignMatrix twoArms(int placebo, int active) {
        List<String> arms = new ArrayList<>();
        for (int i = 0; i < placebo + active; i++) {
            arms.add(i < placebo ? "PBO" : "ACT");
        }
        return DesignMatrix.of(
                ModelFrame.builder().factor("ARM", List.of("PBO", "ACT"), arms).build(), Term.parse(List.of("ARM")));
    }

    /** As many ones at the start of each arm as it has events. */
    static double[] events(int placebo, int placeboEvents, int active, int activeEvents) {
        double[] y = new double[placebo + active];
        for (int i = 0; i < placeboEvents; i++) {
            y[i] = 1;
        }
        for (int i = 0; i < activeEvents; i++) {
            y[placebo + i] = 1;
        }
        return y;
    }
}
