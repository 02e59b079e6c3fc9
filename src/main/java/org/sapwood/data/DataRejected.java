package org.sapwood.data;

import java.util.List;

/** The data are refused; nothing may be computed from them. Carries every complaint. */
public final class DataRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<DataComplaint> complaints;

    /** Refuses data.
     *
     * @param complaints why; at least one
     */
    public DataRejected(DataComplaints complaints) {
        super(String.join(System.lineSeparator(), complaints.lines()));
        this.complaints = complaints.all();
    }

    /** Refuses data for one reason.
     *
     * @param complaint why
     */
    public DataRejected(DataComplaint complaint) {
        super(complaint.toString());
        this.complaints = List.of(complaint);
    }

    /** {@return why} */
    public List<DataComplaint> complaints() {
        return complaints;
    }

    /** {@return whether a protecting limit was exceeded} */
    public boolean isUnsafe() {
        return complaints.stream().anyMatch(c -> c.kind() == DataComplaint.Kind.UNSAFE);
    }
}
