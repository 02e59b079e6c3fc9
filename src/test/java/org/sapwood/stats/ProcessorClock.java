package org.sapwood.stats;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Processor time of the current thread, which other work on the machine does not lengthen much; for benchmark mains. */
public final class ProcessorClock {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private ProcessorClock() {}

    /**
     * Prints the first call, and minimum and median of as many calls after warming up.
     *
     * @param name of the task
     * @param rounds calls to warm up, and calls measured
     * @param task what is measured
     */
    public static void print(String name, int rounds, Supplier<Object> task) {
        double first = milliseconds(task);
        double[] times = new double[2 * rounds];
        for (int i = 0; i < times.length; i++) {
            times[i] = milliseconds(task);
        }
        Arrays.sort(times, rounds, times.length);
        System.out.printf(
                Locale.ROOT,
                "%-45s first %9.2f ms, minimum %9.4f ms, median %9.4f ms of %d, load %.0f%n",
                name,
                first,
                times[rounds],
                times[rounds + rounds / 2],
                rounds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double milliseconds(Supplier<Object> task) {
        long start = THREAD.getCurrentThreadCpuTime();
        if (task.get() == null) {
            throw new IllegalStateException("a benchmark must compute something");
        }
        return (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
