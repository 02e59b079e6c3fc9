package org.sapwood.data;

/**
 * One thing that is wrong with data.
 *
 * @param kind what sort of refusal it is
 * @param file the file
 * @param row where in the file, as its reader can find it ({@code line 214}, {@code record 213}); empty for the whole
 * @param column the variable; empty for all
 * @param problem what was expected and what was found, without a final full stop
 * @param remedy what to do; empty when the problem says it
 */
public record DataComplaint(Kind kind, String file, String row, String column, String problem, String remedy) {

    /** What sort of refusal a complaint is; the exit code follows from it. */
    public enum Kind {
        /** The data are wrong or do not fit the plan. */
        WRONG,
        /** A limit that protects the program is exceeded. */
        UNSAFE
    }

    /**
     * A complaint about data as a whole.
     *
     * @param file the file
     * @param problem what was expected and found
     * @param remedy what to do, or empty
     * @return the complaint
     */
    public static DataComplaint of(String file, String problem, String remedy) {
        return new DataComplaint(Kind.WRONG, file, "", "", problem, remedy);
    }

    /**
     * A complaint about one place.
     *
     * @param file the file
     * @param row where, or empty
     * @param column the variable, or empty
     * @param problem what was expected and found
     * @param remedy what to do, or empty
     * @return the complaint
     */
    public static DataComplaint at(String file, String row, String column, String problem, String remedy) {
        return new DataComplaint(Kind.WRONG, file, row, column, problem, remedy);
    }

    /**
     * A complaint about an exceeded limit.
     *
     * @param file the file
     * @param problem the limit and what was found
     * @return the complaint
     */
    public static DataComplaint unsafe(String file, String problem) {
        return new DataComplaint(Kind.UNSAFE, file, "", "", problem, "");
    }

    /** {@return {@code file row, column: problem. remedy}} */
    @Override
    public String toString() {
        String place = file + (row.isEmpty() ? "" : " " + row) + (column.isEmpty() ? "" : ", column " + column);
        return place + ": " + problem + (remedy.isEmpty() ? "" : ". " + remedy);
    }
}
