package org.sapwood.data;

import java.util.ArrayList;
import java.util.List;

/** Collects complaints about data, so that all are seen at once; beyond {@value #LIMIT} they are only counted. */
public final class DataComplaints {

    /** How many complaints are kept. */
    public static final int LIMIT = 200;

    private final List<DataComplaint> kept = new ArrayList<>();
    private int count;

    /** Starts without complaints. */
    public DataComplaints() {}

    /** Adds a complaint.
     *
     * @param complaint the complaint
     */
    public void add(DataComplaint complaint) {
        count++;
        if (kept.size() < LIMIT) {
            kept.add(complaint);
        }
    }

    /** Adds complaints.
     *
     * @param complaints the complaints
     */
    public void addAll(Iterable<DataComplaint> complaints) {
        complaints.forEach(this::add);
    }

    /** {@return whether nothing was complained about} */
    public boolean isEmpty() {
        return count == 0;
    }

    /** {@return the kept complaints in the order they were made} */
    public List<DataComplaint> all() {
        return List.copyOf(kept);
    }

    /** {@return one line per complaint, and a last line that counts those not kept} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        kept.forEach(complaint -> lines.add(complaint.toString()));
        if (count > kept.size()) {
            lines.add("… and " + (count - kept.size()) + " more");
        }
        return List.copyOf(lines);
    }

    /** Refuses the data when anything was complained about.
     *
     * @throws DataRejected with all complaints
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new DataRejected(this);
        }
    }
}
