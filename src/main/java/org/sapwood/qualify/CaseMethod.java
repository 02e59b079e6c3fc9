package org.sapwood.qualify;

import java.util.Map;

/**
 * One method name of the reference-case layout.
 *
 * @param name as written in a case's {@code method}
 * @param family the file family it belongs to, for example {@code 02-proportions}
 * @param page the theory page under {@code methods/} that has a section of this name, without {@code .md}
 * @param run computes every quantity the method knows from a case's options and data
 */
public record CaseMethod(String name, String family, String page, Run run) {

    /** Computes the results of one case. */
    @FunctionalInterface
    public interface Run {
        /**
         * Computes one case. Returned values are {@code Double}, {@code Integer}, {@code Boolean}, {@code String},
         * {@code double[]}, {@code double[][]}, {@code List<?>} or nested {@code Map<String, ?>}; a quantity that does
         * not exist is an {@link org.sapwood.stats.Estimable.NotEstimable} with its reason (the layout's {@code null}).
         *
         * @param input the case's options and data; what is read is recorded, so that an option nobody read is reported
         * @return results by the layout's names; more than a case expects is fine
         * @throws CaseInput.Unsupported when an option's value is not one the method knows
         */
        Map<String, ?> compute(CaseInput input);
    }
}
