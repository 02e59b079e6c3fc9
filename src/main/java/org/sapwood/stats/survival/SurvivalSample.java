package org.sapwood.stats.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Right-censored times of one group, sorted. Times are compared exactly; two times are tied when they are the same
 * double.
 */
public final class SurvivalSample {
    private final double[] times;
    private final boolean[] events;
    private final List<EventTime> eventTimes;

    /**
     * A distinct time at which events happened.
     *
     * @param time the time t
     * @param atRisk how many observed times are at least t
     * @param events how many events happened at t, at least 1
     */
    public record EventTime(double time, int atRisk, int events) {}

    private SurvivalSample(double[] times, boolean[] events) {
        this.times = times;
        this.events = events;
        this.eventTimes = tabulate();
    }

    /**
     * Takes the observed times and whether each ended in an event, in any order.
     *
     * @param times finite, not negative
     * @param events true for an event, false for a censored time; as long as {@code times}
     * @return the sample, which may be empty
     * @throws IllegalArgumentException when lengths differ or a time is negative or not finite
     */
    public static SurvivalSample of(double[] times, boolean[] events) {
        if (times.length != events.length) {
            throw new IllegalArgumentException("expected one event flag per time, found " + times.length + " times and "
                    + events.length + " flags");
        }
        Integer[] order = new Integer[times.length];
        for (int i = 0; i < order.length; i++) {
            if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("expected finite times of at least 0, found " + times[i]);
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(times[a], times[b]));
        double[] sortedTimes = new double[order.length];
        boolean[] sortedEvents = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            sortedTimes[i] = times[order[i]];
            sortedEvents[i] = events[order[i]];
        }
        return new SurvivalSample(sortedTimes, sortedEvents);
    }

    private List<EventTime> tabulate() {
        List<EventTime> table = new ArrayList<>();
        for (int i = 0; i < times.length; ) {
            int next = i;
            int count = 0;
            while (next < times.length && times[next] == times[i]) {
                count += events[next] ? 1 : 0;
                next++;
            }
            if (count > 0) {
                table.add(new EventTime(times[i], times.length - i, count));
            }
            i = next;
        }
        return List.copyOf(table);
    }

    /** {@return the number of subjects} */
    public int size() {
        return times.length;
    }

    /** {@return the number of events} */
    public int events() {
        return eventTimes.stream().mapToInt(EventTime::events).sum();
    }

    /** {@return the distinct event times in increasing order} */
    public List<EventTime> eventTimes() {
        return eventTimes;
    }

    /** {@return the times of censored subjects in increasing order, repeated when tied} */
    public double[] censoredTimes() {
        double[] censored = new double[times.length];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            if (!events[i]) {
                censored[n++] = times[i];
            }
        }
        return Arrays.copyOf(censored, n);
    }

    /**
     * The number at risk at a time: observed times of at least {@code t}.
     *
     * @param t any time
     * @return the count
     */
    public int atRisk(double t) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return times.length - low;
    }

    /**
     * The number of events up to and including a time.
     *
     * @param t any time
     * @return the count
     */
    public int eventsUpTo(double t) {
        return eventTimes.stream()
                .filter(e -> e.time() <= t)
                .mapToInt(EventTime::events)
                .sum();
    }

    /** {@return the smallest observed time, infinite when there is none} */
    public double firstTime() {
        return times.length == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    /** {@return the largest observed time, minus infinity when there is none} */
    public double lastTime() {
        return times.length == 0 ? Double.NEGATIVE_INFINITY : times[times.length - 1];
    }

    /** {@return whether the largest observed time is (also) an event time} */
    public boolean endsInEvent() {
        return !eventTimes.isEmpty() && eventTimes.get(eventTimes.size() - 1).time() == lastTime();
    }
}
