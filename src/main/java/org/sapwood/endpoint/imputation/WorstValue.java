package org.sapwood.endpoint.imputation;

/** Which of a subject's values is the worst. */
public enum WorstValue {
    /** As for disease activity. */
    HIGHEST,
    /** As for muscle strength. */
    LOWEST
}
