package org.sapwood.synthetic.lupus;

import java.util.Map;
import java.util.TreeMap;

/** The order statistics that carry a published median with its range or its quartiles. */
final class Pins {
    private Pins() {}

    /**
     * A median with a range.
     *
     * @param count how many values
     * @param low the least
     * @param below the value just below the middle of an even number; the median of an odd one
     * @param above the value just above the middle
     * @param high the greatest
     */
    static Map<Integer, Long> range(int count, long low, long below, long above, long high) {
        TreeMap<Integer, Long> pins = new TreeMap<>();
        pins.put(1, low);
        pins.put((count + 1) / 2, below);
        pins.put(count / 2 + 1, above);
        pins.put(count, high);
        return pins;
    }

    /** A median that is a value itself, with a range. */
    static Map<Integer, Long> range(int count, long low, long median, long high) {
        return range(count, low, median, median, high);
    }

    /**
     * Adds quartiles, which lie between two neighbouring values: 29 values halfway between ranks 7 and 8 and ranks 22 and
     * 23; 30 values at three quarters from rank 7 to 8 and one quarter from rank 23 to 24.
     */
    static Map<Integer, Long> quartiles(
            Map<Integer, Long> range, int count, long lower, long belowUpper, long aboveUpper) {
        TreeMap<Integer, Long> pins = new TreeMap<>(range);
        pins.put(7, lower);
        pins.put(8, lower);
        pins.put(count - 7, belowUpper);
        pins.put(count - 6, aboveUpper);
        return pins;
    }

    /** Adds an upper quartile that is a value itself. */
    static Map<Integer, Long> upperQuartile(Map<Integer, Long> range, int count, long upper) {
        TreeMap<Integer, Long> pins = new TreeMap<>(range);
        pins.put(count - 7, upper);
        pins.put(count - 6, upper);
        return pins;
    }
}
