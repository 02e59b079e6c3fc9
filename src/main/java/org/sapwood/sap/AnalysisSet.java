package org.sapwood.sap;

/**
 * Who counts.
 *
 * @param id used in the plan
 * @param label printed as the population, for example {@code Full Analysis Set}
 * @param where the condition on the subject dataset
 * @param actualTreatment whether subjects count under the treatment they received instead of the planned one
 * @param place file and line
 */
public record AnalysisSet(String id, String label, Condition where, boolean actualTreatment, String place) {}
