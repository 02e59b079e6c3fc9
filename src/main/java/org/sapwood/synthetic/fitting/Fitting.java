package org.sapwood.synthetic.fitting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;

/**
 * Values of one instrument for a group of subjects, in whole steps of the instrument, that have published summaries:
 *
 * <ol>
 *   <li>{@link #between} fixes the order statistics that carry median, quartiles and extremes, and draws the others between
 *       them;
 *   <li>{@link #moved} moves free values one at a time until mean and standard deviation round to the printed digits;
 *   <li>{@link #arranged} exchanges the values of two subjects at a time until a relation to other values holds, as a
 *       paired test or a number of responders; {@link #fitted} does so with values of step 1.
 * </ol>
 *
 * Steps 2 and 3 are a random walk that seldom goes away from the goal; the draws come from the trial's seed.
 */
public final class Fitting {
    private static final int TRIES = 200_000;
    private static final int REDRAWS = 20;

    /** How often a step away from the goal is taken, which leads out of dead ends. */
    private static final double DETOUR = 0.003;

    private final Draws draws;

    /** Fits with these draws. */
    public Fitting(Draws draws) {
        this.draws = draws;
    }

    /**
     * Ascending values with given order statistics.
     *
     * @param count how many
     * @param pinned value by rank, 1 to {@code count}; the least and the greatest must be among them
     * @param skewed whether values between two pinned ones are drawn on a logarithmic scale
     */
    public long[] between(int count, Map<Integer, Long> pinned, boolean skewed) {
        TreeMap<Integer, Long> pins = new TreeMap<>(pinned);
        long[] values = new long[count];
        for (int rank = 1; rank <= count; rank++) {
            Map.Entry<Integer, Long> below = pins.floorEntry(rank);
            Map.Entry<Integer, Long> above = pins.ceilingEntry(rank);
            if (below == null || above == null) {
                throw new IllegalArgumentException("expected the ranks 1 and " + count + "; found " + pins.keySet());
            }
            double low = below.getValue();
            double high = above.getValue();
            double at = draws.uniform();
            double drawn =
                    skewed ? (low + 1) * StrictMath.pow((high + 1) / (low + 1), at) - 1 : low + (high - low) * at;
            values[rank - 1] = Math.round(drawn);
        }
        Arrays.sort(values);
        return values;
    }

    /** The values in random order. */
    public long[] shuffled(long[] values) {
        List<Long> order = new ArrayList<>();
        Arrays.stream(values).forEach(order::add);
        return draws.shuffled(order).stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Moves values until a requirement holds.
     *
     * @param start the values to begin with
     * @param low the least value
     * @param high the greatest value
     */
    public long[] moved(long[] start, long low, long high, Requirement requirement) {
        long[] values = start.clone();
        double now = requirement.distance(values);
        for (int i = 0; i < TRIES && now > 0; i++) {
            int at = draws.whole(0, values.length - 1);
            long before = values[at];
            int reach = draws.happens(0.5) ? 2 : (int) Math.max(2, (high - low) / 6);
            values[at] = Math.max(low, Math.min(high, before + draws.whole(-reach, reach)));
            double then = requirement.distance(values);
            if (then <= now || draws.happens(DETOUR)) {
                now = then;
            } else {
                values[at] = before;
            }
        }
        return found(values, now);
    }

    /** Exchanges values between subjects until a requirement holds. */
    public long[] arranged(long[] start, Requirement requirement) {
        long[] values = start.clone();
        return found(values, exchanged(values, requirement, TRIES));
    }

    /**
     * Draws values as {@link #between} and arranges them as {@link #arranged}; values that cannot be arranged are drawn
     * again.
     */
    public long[] fitted(int count, Map<Integer, Long> pinned, boolean skewed, Requirement requirement) {
        long[] values = new long[0];
        double distance = Double.MAX_VALUE;
        for (int i = 0; i < REDRAWS && distance > 0; i++) {
            values = shuffled(between(count, pinned, skewed));
            distance = exchanged(values, requirement, TRIES / REDRAWS);
        }
        return found(values, distance);
    }

    /** Exchanges values in place; returns the distance that is left. */
    private double exchanged(long[] values, Requirement requirement, int tries) {
        double now = requirement.distance(values);
        for (int i = 0; i < tries && now > 0; i++) {
            int one = draws.whole(0, values.length - 1);
            int other = draws.whole(0, values.length - 1);
            exchange(values, one, other);
            double then = requirement.distance(values);
            if (then <= now || draws.happens(DETOUR)) {
                now = then;
            } else {
                exchange(values, one, other);
            }
        }
        return now;
    }

    private static void exchange(long[] values, int one, int other) {
        long kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }

    private static long[] found(long[] values, double distance) {
        if (distance > 0) {
            throw new IllegalStateException("no values found with the published summaries; left: " + distance + " at "
                    + Arrays.toString(values));
        }
        return values;
    }

    /** {@return so many subjects of a group, in ascending order} */
    public List<Integer> chosen(List<Integer> among, int count) {
        List<Integer> some = new ArrayList<>(draws.shuffled(among).subList(0, count));
        Collections.sort(some);
        return some;
    }

    /** {@return a number of steps as a value of the instrument} */
    public static BigDecimal value(long steps, String step) {
        return new BigDecimal(step).multiply(BigDecimal.valueOf(steps));
    }
}
