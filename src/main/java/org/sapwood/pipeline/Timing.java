package org.sapwood.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long each step of a run took. */
public final class Timing {
    private final List<String> lines = new ArrayList<>();
    private long last;

    /**
     * Starts.
     *
     * @param startMillis when the process began, by the system clock, so that start-up counts
     */
    public Timing(long startMillis) {
        long now = System.currentTimeMillis();
        last = System.nanoTime();
        lines.add(line("start-up", (now - startMillis) * 1_000_000L));
    }

    void done(String step) {
        long now = System.nanoTime();
        lines.add(line(step, now - last));
        last = now;
    }

    private static String line(String step, long nanos) {
        return String.format(Locale.ROOT, "%-10s %7.0f ms", step, nanos / 1e6);
    }

    /** {@return one line per step} */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
