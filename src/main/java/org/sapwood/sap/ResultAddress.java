package org.sapwood.sap;

/**
 * Where a comparison of another analysis stands. What is left empty must follow from the analysis, which may then hold only
 * one comparison.
 *
 * @param analysis the analysis id
 * @param parameter for example the name of a comparison; may be empty
 * @param visit the visit's id; may be empty
 * @param place file and line
 */
public record ResultAddress(String analysis, String parameter, String visit, String place) {}
