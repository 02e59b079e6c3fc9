package org.sapwood.display;

/**
 * The title block.
 *
 * @param number for example {@code Table 14.2.1.1}
 * @param title for example {@code Subjects with TIS ≥ 20 at Week 12 – Primary Estimand}
 * @param population for example {@code Full Analysis Set}
 * @param estimand the estimand line, empty when there is none
 */
public record Heading(String number, String title, String population, String estimand) {}
