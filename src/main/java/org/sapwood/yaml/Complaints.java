package org.sapwood.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects complaints while a file is read, so that its author sees all of them at once. Beyond {@value #LIMIT} they are
 * only counted. Not safe for several threads.
 */
public final class Complaints {

    /** How many complaints are kept. */
    public static final int LIMIT = 200;

    private static final Comparator<Complaint> IN_FILE_ORDER = Comparator.<Complaint, String>comparing(
                    c -> c.place().file())
            .thenComparingInt(c -> c.place().line())
            .thenComparingInt(c -> c.place().column());

    private final List<Complaint> kept = new ArrayList<>();
    private int count;

    /** Starts without complaints. */
    public Complaints() {}

    /**
     * Adds a complaint that the author can mend.
     *
     * @param place where
     * @param problem what was expected and found
     * @param remedy what to do, or empty
     */
    public void add(Place place, String problem, String remedy) {
        add(new Complaint(Complaint.Kind.WRONG, place, problem, remedy));
    }

    /**
     * Adds a complaint.
     *
     * @param complaint the complaint
     */
    public void add(Complaint complaint) {
        count++;
        if (kept.size() < LIMIT) {
            kept.add(complaint);
        }
    }

    /** {@return whether nothing was complained about} */
    public boolean isEmpty() {
        return count == 0;
    }

    /** {@return how many complaints were made, kept or not} */
    public int count() {
        return count;
    }

    /** {@return whether any complaint is of the kind {@link Complaint.Kind#UNSAFE}} */
    public boolean hasUnsafe() {
        return kept.stream().anyMatch(c -> c.kind() == Complaint.Kind.UNSAFE);
    }

    /** {@return the kept complaints by file, line and column; those at one place in the order they were made} */
    public List<Complaint> all() {
        List<Complaint> sorted = new ArrayList<>(kept);
        sorted.sort(IN_FILE_ORDER);
        return List.copyOf(sorted);
    }

    /** {@return one line per complaint in file order, and a last line that counts those not kept} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        all().forEach(complaint -> lines.add(complaint.toString()));
        if (count > kept.size()) {
            lines.add("… and " + (count - kept.size()) + " more");
        }
        return List.copyOf(lines);
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
