package org.sapwood.sap;

/** What stands for a value below the limit of quantification. */
public enum BelowLimit {
    /** Nothing: the value is missing, and says so. */
    MISSING,
    /** Half the limit. */
    HALF,
    /** The limit divided by the square root of 2. */
    ROOT_TWO,
    /** The limit. */
    AT_LIMIT
}
