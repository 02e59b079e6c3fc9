package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
     * @param labels what to call variables in notes to readers; a variable without one goes by its name
     * @param place file and line of the binding
     */
    public record Binding(
            String name, String file, List<String> key, List<String> text, Map<String, String> labels, String place) {}

    /** {@return what to call a variable of the subject dataset in notes to readers}
     *
     * @param variable its name
     */
    public String wordsFor(String variable) {
        return datasets.stream()
                .filter(binding -> binding.name().equals(subjects))
                .map(binding -> binding.labels().getOrDefault(variable, variable))
                .findFirst()
                .orElse(variable);
    }

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
