package org.sapwood.endpoint.myositis;

/** Grades of improvement by total improvement score, in ascending order. */
public enum TisCategory {
    NONE,
    MINIMAL,
    MODERATE,
    MAJOR;

    /**
     * Whether this grade includes another, as in "at least minimal improvement".
     *
     * @param other the grade asked for
     * @return true when this grade is the same or higher
     */
    public boolean isAtLeast(TisCategory other) {
        return compareTo(other) >= 0;
    }
}
