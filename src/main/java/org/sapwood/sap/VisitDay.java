package org.sapwood.sap;

/**
 * Where the study day of a subject's visit is recorded.
 *
 * @param dataset a dataset by visit
 * @param variable the variable with the study day, usually {@code ADY}; study days know no day 0
 * @param place file and line
 */
public record VisitDay(String dataset, String variable, String place) {}
