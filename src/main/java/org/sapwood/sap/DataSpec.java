package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files the plan needs.
 *
 * @param folder relative to the plan file
 * @param subjects the name of the dataset with one record per subject
 * @param subject the variable that identifies a subject in every dataset
 * @param datasets the bindings
 * @param ranges legal values of measured parameters
 * @param availability where anyone can get the files, for the message when they are absent; may be empty
 */
public record DataSpec(
        String folder,
        String subjects,
        String subject,
        List<Binding> datasets,
        List<LegalRange> ranges,
        String availability) {

    /**
     * One dataset.
     *
     * @param name used in the plan
     * @param file file name in the folder
     * @param key variables that identify a record; empty when records may repeat
     * @param text variables that are text even when they look like numbers
     * @param place file and line of the binding
     */
    public record Binding(String name, String file, List<String> key, List<String> text, String place) {}

    /**
     * The legal values of a parameter.
     *
     * @param dataset where it is recorded
     * @param where which records
     * @param variable the variable that holds the value
     * @param instrument the instrument's name, for the message
     * @param low the lowest legal value
     * @param high the highest legal value, or null when there is none
     * @param place file and line
     */
    public record LegalRange(
            String dataset,
            Condition where,
            String variable,
            String instrument,
            BigDecimal low,
            @Nullable BigDecimal high,
            String place) {}
}
