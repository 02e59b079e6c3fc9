package org.sapwood.sap;

/** How parts that are missing count. */
public enum MissingParts {
    /** One decisive part decides, whatever is missing. */
    DECIDE_WHEN_POSSIBLE,
    /** Any missing part leaves nothing to say. */
    MUST_BE_KNOWN
}
