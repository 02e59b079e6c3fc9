package org.sapwood.population;

/**
 * One subject of the study.
 *
 * @param id the subject id, as text
 * @param row the row in the subject dataset, from 0
 * @param plannedArm the id of the planned arm; empty when not randomised
 * @param actualArm the id of the arm received; empty when not treated
 */
public record Subject(String id, int row, String plannedArm, String actualArm) {}
