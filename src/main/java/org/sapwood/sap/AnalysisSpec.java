package org.sapwood.sap;

/**
 * One analysis: on whom, by what method.
 *
 * @param id first part of every result key
 * @param label used in listings of analyses
 * @param set the analysis set's id
 * @param estimand the estimand it targets; empty for descriptive analyses
 * @param method the method with its options
 * @param place file and line
 */
public record AnalysisSpec(String id, String label, String set, String estimand, MethodSpec method, String place) {}
