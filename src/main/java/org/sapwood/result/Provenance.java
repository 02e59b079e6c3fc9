package org.sapwood.result;

import java.util.List;

/**
 * Where a number comes from.
 *
 * @param plan file and line of the analysis in the plan
 * @param dataset the dataset's name
 * @param selection the records used, as a condition
 * @param subjects the subjects counted, by id, in order; the list is shared between rows, never copied
 * @param records the row numbers used in the dataset, from 1, in order; shared likewise; empty when one per subject
 * @param method what was computed, for example {@code Miettinen-Nurminen, stratified}
 */
public record Provenance(
        String plan, String dataset, String selection, List<String> subjects, List<Integer> records, String method) {

    /** Keeps the plan's file name only: where it lay differs from machine to machine and is no part of a result. */
    public Provenance {
        int path = plan.indexOf(' ') < 0 ? plan.length() : plan.indexOf(' ');
        int folder = Math.max(plan.lastIndexOf('/', path), plan.lastIndexOf('\\', path));
        plan = plan.substring(folder + 1);
    }
}
