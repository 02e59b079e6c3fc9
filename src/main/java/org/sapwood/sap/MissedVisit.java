package org.sapwood.sap;

/** What a missed visit does to a run of consecutive visits. */
public enum MissedVisit {
    /** It ends the run. */
    BREAKS,
    /** It is passed over. */
    SKIPPED
}
