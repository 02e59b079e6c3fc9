package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.fitting.Fitting;
import org.sapwood.synthetic.fitting.Requirement;

/**
 * Disease activity, dose and antibodies of the followed patients of one arm at weeks 0, 12 and 24, as Table 2 of He 2020
 * summarises them, and who responds: SRI-4 in 16 of 29 against 9 of 30 at week 12 and 19 of 29 against 11 of 30 at week 24.
 * SLEDAI falls by 4 points in a few more, whose BILAG or physician's global gets worse. P-values of the table hold for the
 * exact signed rank test; which test was published is not known.
 */
final class Activity {
    /** The weeks, by index. */
    static final List<Integer> WEEKS = List.of(0, 12, 24);

    private static final int FALL = 4;
    private static final int RISE = 6;

    private final int count;
    private final Fitting fitting;
    private final long[][] sledai = new long[3][];
    private final long[][] physician = new long[3][];
    private final long[][] bilag = new long[3][];
    private final long[][] dose = new long[3][];
    private final long[][] antiDna = new long[3][];
    private final long[][] antiNucleosome = new long[3][];
    private final List<TreeSet<Integer>> worseByBilag = new ArrayList<>();
    private final List<TreeSet<Integer>> worseByPhysician = new ArrayList<>();

    /**
     * Fits an arm.
     *
     * @param start which of the seed's starting points; another one when the first leads nowhere
     */
    Activity(Arm arm, int start, long seed) {
        this.count = arm.followed();
        this.fitting = new Fitting(Draws.of(seed, 100L * start + arm.number(), Draws.Stream.SUMMARIES));
        boolean active = arm == Arm.INTERLEUKIN;
        fitSledai(active);
        chooseWorse(1, active ? 1 : 3, active ? 1 : 3);
        chooseWorse(2, 1, active ? 0 : 1);
        fitPhysician(active);
        fitBilag(active);
        fitDose(active);
        fitAntibodies(active);
    }

    /** SLEDAI, points. */
    long[] sledai(int at) {
        return sledai[at];
    }

    /** Physician's global, in steps of 0.05. */
    long[] physician(int at) {
        return physician[at];
    }

    /** The numeric BILAG. */
    long[] bilag(int at) {
        return bilag[at];
    }

    /** Prednisone equivalent, in steps of 2.5 mg a day. */
    long[] dose(int at) {
        return dose[at];
    }

    /** Anti-dsDNA, in hundredths of an IU/mL. */
    long[] antiDna(int at) {
        return antiDna[at];
    }

    /** Anti-nucleosome, in hundredths of an IU/mL. */
    long[] antiNucleosome(int at) {
        return antiNucleosome[at];
    }

    /** Who has a new BILAG A at week 12 (1) or 24 (2). */
    Set<Integer> worseByBilag(int at) {
        return worseByBilag.get(at - 1);
    }

    /** Whether a patient responds at week 12 (1) or 24 (2). */
    boolean responds(int at, int patient) {
        return sledai[0][patient] - sledai[at][patient] >= FALL
                && !worseByBilag(at).contains(patient)
                && !worseByPhysician.get(at - 1).contains(patient);
    }

    private void fitSledai(boolean active) {
        // The quartiles are not published: upper ones far from the extremes leave room for the responders.
        Map<Integer, Long> before =
                Pins.upperQuartile(active ? Pins.range(count, 8, 12, 27) : Pins.range(count, 8, 11, 22), count, 15);
        Map<Integer, Long> week12 =
                Pins.upperQuartile(active ? Pins.range(count, 0, 6, 16) : Pins.range(count, 0, 6, 25), count, 8);
        Map<Integer, Long> week24 = Pins.upperQuartile(
                active ? Pins.range(count, 0, 4, 18) : Pins.range(count, 0, 8, 25), count, active ? 6 : 10);
        sledai[0] = drawn(before, false);
        sledai[1] = fitting.fitted(
                count,
                week12,
                true,
                falls(active ? 18 : 15).and(signedRank(sledai[0], "<0.001")).and(near(sledai[0], 14)));
        sledai[2] = fitting.fitted(
                count,
                week24,
                true,
                falls(active ? 20 : 13)
                        .and(signedRank(sledai[0], active ? "<0.001" : "0.002"))
                        .and(near(sledai[1], 11)));
    }

    private Requirement falls(int published) {
        return steps -> {
            int fallen = 0;
            for (int i = 0; i < count; i++) {
                fallen += sledai[0][i] - steps[i] >= FALL ? 1 : 0;
            }
            return Math.abs(fallen - published);
        };
    }

    private void chooseWorse(int at, int byBilag, int byPhysician) {
        List<Integer> fallen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (sledai[0][i] - sledai[at][i] >= FALL) {
                fallen.add(i);
            }
        }
        TreeSet<Integer> bilagWorse = new TreeSet<>(fitting.chosen(fallen, byBilag));
        fallen.removeAll(bilagWorse);
        worseByBilag.add(bilagWorse);
        worseByPhysician.add(new TreeSet<>(fitting.chosen(fallen, byPhysician)));
    }

    private void fitPhysician(boolean active) {
        TreeSet<Integer> worse = new TreeSet<>(worseByPhysician.get(0));
        worse.addAll(worseByPhysician.get(1));
        long most = active ? 33 : 28;
        physician[0] = fitting.fitted(
                count,
                active ? Pins.range(count, 31, 46, 55) : Pins.range(count, 20, 44, 46),
                false,
                steps -> worse.stream()
                        .mapToLong(patient -> Math.max(0, steps[patient] - most))
                        .sum());
        for (int at = 1; at <= 2; at++) {
            TreeSet<Integer> rises = worseByPhysician.get(at - 1);
            Map<Integer, Long> pins =
                    active ? Pins.range(count, 0, 0, at == 1 ? 40 : 20) : Pins.range(count, 0, 20, 40);
            physician[at] = fitting.fitted(count, pins, false, steps -> {
                double wrong = 0;
                for (int i = 0; i < count; i++) {
                    long rise = steps[i] - physician[0][i];
                    wrong += rises.contains(i) ? Math.max(0, RISE - rise) : Math.max(0, rise - RISE + 1);
                }
                return wrong;
            });
        }
    }

    /** Printed as medians with ranges; 13.75 and 10.75 are no scores, so the brackets are read as quartiles. */
    private void fitBilag(boolean active) {
        bilag[0] = drawn(
                active
                        ? Pins.quartiles(Pins.range(count, 3, 10, 24), count, 8, 13, 13)
                        : Pins.quartiles(Pins.range(count, 3, 10, 11, 27), count, 8, 13, 16),
                false);
        Map<Integer, Long> week12 = active
                ? Pins.quartiles(Pins.range(count, 0, 6, 19), count, 4, 11, 11)
                : Pins.quartiles(Pins.range(count, 0, 10, 22), count, 4, 11, 11);
        Map<Integer, Long> week24 = active
                ? Pins.quartiles(Pins.range(count, 0, 6, 14), count, 4, 11, 11)
                : Pins.quartiles(Pins.range(count, 0, 8, 20), count, 4, 10, 13);
        bilag[1] = fitting.fitted(count, week12, false, signedRank(bilag[0], active ? "0.014" : "0.037"));
        bilag[2] = fitting.fitted(count, week24, false, signedRank(bilag[0], active ? "<0.001" : "0.004"));
    }

    private void fitDose(boolean active) {
        dose[0] = drawn(active ? Pins.range(count, 0, 6, 20) : Pins.range(count, 3, 6, 24), false);
        dose[1] = fitting.fitted(
                count,
                active ? Pins.range(count, 0, 4, 10) : Pins.range(count, 2, 6, 16),
                false,
                signedRank(dose[0], active ? "0.001" : "0.004").and(near(dose[0], 10)));
        dose[2] = fitting.fitted(
                count,
                active ? Pins.range(count, 0, 4, 8) : Pins.range(count, 1, 4, 14),
                false,
                signedRank(dose[0], "<0.001").and(near(dose[1], 8)));
    }

    private void fitAntibodies(boolean active) {
        antiDna[0] = drawn(
                active ? Pins.range(count, 100, 3_480, 178_315) : Pins.range(count, 100, 7_120, 7_540, 252_553), true);
        antiDna[1] = fitting.fitted(
                count,
                active ? Pins.range(count, 700, 3_300, 87_621) : Pins.range(count, 140, 3_610, 3_910, 346_780),
                true,
                signedRank(antiDna[0], active ? "0.037" : "0.196").and(sameOrder(antiDna[0])));
        antiDna[2] = fitting.fitted(
                count,
                active ? Pins.range(count, 100, 2_900, 34_850) : Pins.range(count, 100, 3_540, 3_720, 346_780),
                true,
                signedRank(antiDna[0], active ? "0.063" : "0.235").and(sameOrder(antiDna[1])));
        antiNucleosome[0] =
                drawn(active ? Pins.range(count, 87, 1_445, 44_906) : Pins.range(count, 0, 4_172, 4_173, 31_580), true);
        // The printed table breaks off after the median of placebo at week 12: the rest of its row is invented.
        antiNucleosome[1] = fitting.fitted(
                count,
                active ? Pins.range(count, 128, 2_084, 28_707) : Pins.range(count, 0, 1_590, 1_616, 29_000),
                true,
                sameOrder(antiNucleosome[0]).and(active ? signedRank(antiNucleosome[0], "0.439") : steps -> 0));
        antiNucleosome[2] = fitting.fitted(
                count,
                active ? Pins.range(count, 117, 1_672, 28_707) : Pins.range(count, 0, 1_540, 1_700, 29_000),
                true,
                sameOrder(antiNucleosome[1]).and(active ? signedRank(antiNucleosome[0], "0.044") : steps -> 0));
    }

    private long[] drawn(Map<Integer, Long> pins, boolean skewed) {
        return fitting.shuffled(fitting.between(count, pins, skewed));
    }

    private static Requirement signedRank(long[] before, String printed) {
        return printed.startsWith("<")
                ? Requirement.signedRankBelow(before, Double.parseDouble(printed.substring(1)))
                : Requirement.signedRank(before, printed);
    }

    /** Nobody moves further than so many steps. */
    private static Requirement near(long[] before, int reach) {
        return steps -> {
            double wrong = 0;
            for (int i = 0; i < steps.length; i++) {
                wrong += Math.max(0, Math.abs(steps[i] - before[i]) - reach);
            }
            return wrong;
        };
    }

    /** Nobody's antibody changes by more than a factor of about twelve. */
    private static Requirement sameOrder(long[] before) {
        return steps -> {
            double wrong = 0;
            for (int i = 0; i < steps.length; i++) {
                double change = StrictMath.log((steps[i] + 50.0) / (before[i] + 50.0));
                wrong += Math.max(0, Math.abs(change) - 2.5);
            }
            return wrong;
        };
    }
}
