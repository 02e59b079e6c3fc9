package org.sapwood.stats.contingency;

/** Whether the distance of observed and expected is shortened by half a count, at most to zero. */
public enum ContinuityCorrection {
    NONE,
    /** min(½, |observed − expected|) is taken off (Yates 1934). */
    YATES
}
