package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sapwood.endpoint.lupus.SledaiItem;
import org.sapwood.synthetic.Draws;

/**
 * Which of the 24 SLEDAI items each followed patient of an arm has at weeks 0, 12 and 24: their weights add up to the
 * patient's score, and seven manifestations occur in as many patients as Table 2 counts. After baseline nobody has a
 * manifestation that was not there before. The other items fill up what is left of the score; kidney items only in
 * patients with nephritis.
 */
final class SledaiItems {
    private static final int TRIES = 100_000;
    private static final List<SledaiItem> COUNTED = List.of(
            SledaiItem.VASCULITIS,
            SledaiItem.ARTHRITIS,
            SledaiItem.MYOSITIS,
            SledaiItem.RASH,
            SledaiItem.ALOPECIA,
            SledaiItem.MUCOSAL_ULCERS,
            SledaiItem.FEVER);
    private static final int[][] INTERLEUKIN = {{4, 14, 1, 13, 12, 4, 3}, {0, 4, 0, 2, 6, 0, 0}, {0, 3, 0, 2, 5, 0, 0}};
    private static final int[][] PLACEBO = {{2, 15, 2, 16, 7, 1, 4}, {0, 9, 0, 6, 2, 0, 1}, {0, 8, 0, 6, 2, 0, 0}};
    private static final List<SledaiItem> KIDNEY =
            List.of(SledaiItem.PROTEINURIA, SledaiItem.HAEMATURIA, SledaiItem.PYURIA, SledaiItem.URINARY_CASTS);

    /** Anti-dsDNA above 100 IU/mL, in hundredths. */
    static final long DNA_LIMIT = 10_000;

    private final Activity activity;
    private final Draws draws;
    private final int count;
    private final List<List<EnumSet<SledaiItem>>> items = new ArrayList<>();
    private final TreeSet<Integer> nephritis = new TreeSet<>();
    private final List<Set<Integer>> remission = new ArrayList<>();

    SledaiItems(Arm arm, Activity activity, long seed) {
        this.activity = activity;
        this.count = arm.followed();
        this.draws = Draws.of(seed, 10L + arm.number(), Draws.Stream.SUMMARIES);
        boolean active = arm == Arm.INTERLEUKIN;
        chooseNephritis(active ? 13 : 12, active ? 7 : 2);
        Set<Integer> complete = lowest(nephritis, 2, active ? 7 : 2);
        remission.add(new TreeSet<>());
        remission.add(lowest(complete, 1, active ? 5 : 1));
        remission.add(complete);
        boolean[][] all = new boolean[COUNTED.size()][count];
        for (boolean[] row : all) {
            Arrays.fill(row, true);
        }
        boolean[][] before = all;
        for (int at = 0; at < 3; at++) {
            boolean[][] counted = counted(active ? INTERLEUKIN[at] : PLACEBO[at], before, at);
            if (at == 0) {
                before = counted;
            }
            items.add(filled(counted, at));
        }
    }

    /** The items of a patient at week 0 (0), 12 (1) or 24 (2). */
    EnumSet<SledaiItem> of(int at, int patient) {
        return items.get(at).get(patient);
    }

    boolean hasNephritis(int patient) {
        return nephritis.contains(patient);
    }

    /** Whether nephritis is in complete remission at week 12 (1) or 24 (2). */
    boolean inRemission(int at, int patient) {
        return remission.get(at).contains(patient);
    }

    /** High scores after baseline need kidney items: those who have them have nephritis, and some with a low end. */
    private void chooseNephritis(int patients, int remissions) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(highest(b), highest(a)));
        nephritis.addAll(order.subList(0, patients - remissions));
        List<Integer> others = new ArrayList<>(order.subList(patients - remissions, count));
        others.removeIf(patient -> activity.sledai(2)[patient] > 6);
        nephritis.addAll(draws.shuffled(others).subList(0, remissions));
    }

    private long highest(int patient) {
        return Math.max(activity.sledai(1)[patient], activity.sledai(2)[patient]);
    }

    private Set<Integer> lowest(Set<Integer> among, int at, int patients) {
        List<Integer> order = new ArrayList<>(among);
        order.sort((a, b) -> Long.compare(activity.sledai(at)[a], activity.sledai(at)[b]));
        return new TreeSet<>(order.subList(0, patients));
    }

    /** The seven counted manifestations, exchanged between patients until the rest of every score can be filled up. */
    private boolean[][] counted(int[] counts, boolean[][] allowed, int at) {
        boolean[][] has = new boolean[COUNTED.size()][count];
        List<List<Integer>> candidates = new ArrayList<>();
        for (int item = 0; item < COUNTED.size(); item++) {
            List<Integer> free = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (allowed[item][i]) {
                    free.add(i);
                }
            }
            candidates.add(free);
            for (int patient : draws.shuffled(free).subList(0, counts[item])) {
                has[item][patient] = true;
            }
        }
        long wrong = wrong(has, at);
        for (int i = 0; i < TRIES && wrong > 0; i++) {
            int item = draws.whole(0, COUNTED.size() - 1);
            int one = draws.oneOf(candidates.get(item));
            int other = draws.oneOf(candidates.get(item));
            exchange(has[item], one, other);
            long now = wrong(has, at);
            if (now <= wrong) {
                wrong = now;
            } else {
                exchange(has[item], one, other);
            }
        }
        if (wrong > 0) {
            throw new IllegalStateException("no items found with the published counts at " + Activity.WEEKS.get(at));
        }
        return has;
    }

    private static void exchange(boolean[] row, int one, int other) {
        boolean kept = row[one];
        row[one] = row[other];
        row[other] = kept;
    }

    private long wrong(boolean[][] has, int at) {
        long wrong = 0;
        for (int i = 0; i < count; i++) {
            long rest = rest(has, at, i);
            long least = at == 0 && nephritis.contains(i) ? 4 : 0;
            wrong += Math.max(0, least - rest) + Math.max(0, rest - small(at, i) - (hasKidneyItems(at, i) ? 16 : 0));
        }
        return wrong;
    }

    private long rest(boolean[][] has, int at, int patient) {
        long rest = activity.sledai(at)[patient];
        for (int item = 0; item < COUNTED.size(); item++) {
            rest -= has[item][patient] ? COUNTED.get(item).weight() : 0;
        }
        return rest;
    }

    private boolean hasKidneyItems(int at, int patient) {
        return nephritis.contains(patient) && !remission.get(at).contains(patient);
    }

    private boolean bindsDna(int at, int patient) {
        return activity.antiDna(at)[patient] > DNA_LIMIT;
    }

    /** The points that items outside the kidney can fill up. */
    private long small(int at, int patient) {
        return bindsDna(at, patient) ? 10 : 8;
    }

    private List<EnumSet<SledaiItem>> filled(boolean[][] has, int at) {
        List<EnumSet<SledaiItem>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EnumSet<SledaiItem> own = EnumSet.noneOf(SledaiItem.class);
            for (int item = 0; item < COUNTED.size(); item++) {
                if (has[item][i]) {
                    own.add(COUNTED.get(item));
                }
            }
            fill(own, rest(has, at, i), at, i);
            all.add(own);
        }
        return all;
    }

    private void fill(EnumSet<SledaiItem> own, long rest, int at, int patient) {
        int least = at == 0 && nephritis.contains(patient) ? 1 : 0;
        int most = hasKidneyItems(at, patient) ? (int) Math.min(4, rest / 4) : 0;
        least = (int) Math.max(least, (rest - small(at, patient) + 3) / 4);
        int kidney = draws.whole(least, Math.max(least, most));
        own.addAll(KIDNEY.subList(0, kidney));
        long left = rest - 4L * kidney;
        List<SledaiItem> twos = new ArrayList<>(List.of(SledaiItem.LOW_COMPLEMENT));
        if (bindsDna(at, patient)) {
            twos.add(SledaiItem.INCREASED_DNA_BINDING);
        }
        twos = draws.shuffled(twos);
        twos.addAll(List.of(SledaiItem.PLEURISY, SledaiItem.PERICARDITIS));
        int pairs = (int) Math.min(twos.size(), left / 2);
        own.addAll(twos.subList(0, pairs));
        List<SledaiItem> ones = draws.shuffled(List.of(SledaiItem.LEUKOPENIA, SledaiItem.THROMBOCYTOPENIA));
        own.addAll(ones.subList(0, (int) (left - 2L * pairs)));
    }
}
