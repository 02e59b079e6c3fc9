package org.sapwood.sap;

/**
 * A number that was published, beside which the plan's own result is printed.
 *
 * @param id used in result keys
 * @param label what the number is
 * @param source where it was published
 * @param printed the number as printed there, for example {@code 55.17%} or {@code <0.001}
 * @param scale how the result is printed to be compared
 * @param result the address of the result that reproduces it: {@code analysis/group/…/statistic}; empty when none can
 * @param cannot why it cannot be reproduced; empty when it can
 * @param note may be empty
 * @param place file and line
 */
public record PublishedSpec(
        String id,
        String label,
        String source,
        String printed,
        Scale scale,
        String result,
        String cannot,
        String note,
        String place) {

    /** How a result is printed to be compared with a published number. */
    public enum Scale {
        /** As it is. */
        NUMBER,
        /** Times 100. */
        PERCENT
    }

    /** {@return the analysis that gives the result; empty when none can} */
    public String analysis() {
        int slash = result.indexOf('/');
        return slash < 0 ? result : result.substring(0, slash);
    }
}
