package org.sapwood.stats.descriptive;

import java.util.Optional;

/** Measurements as the whole numbers they are in units of their last recorded decimal. */
public final class RecordedDecimals {
    private RecordedDecimals() {}

    /**
     * Scales values by the smallest power of ten, up to a million, that makes all of them whole.
     *
     * @param x finite values; not modified
     * @return the whole numbers, or nothing when they need more decimals or exceed a billion
     */
    public static Optional<int[]> scaled(double... x) {
        int places = 0;
        for (double value : x) {
            places = DecimalSum.places(value, places);
            if (places > DecimalSum.FAST_PLACES) {
                return Optional.empty();
            }
        }
        int[] whole = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            double scaled = x[i] * DecimalSum.power(places);
            if (Math.abs(scaled) > 1e9) {
                return Optional.empty();
            }
            whole[i] = (int) Math.round(scaled);
        }
        return Optional.of(whole);
    }
}
