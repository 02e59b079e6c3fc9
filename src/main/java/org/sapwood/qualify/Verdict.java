package org.sapwood.qualify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case.
 *
 * @param reference the case
 * @param comparisons every number compared, in the order of the case's {@code expected}
 * @param problem why nothing could be compared (an unknown method or option, a failure), or null
 */
public record Verdict(
        ReferenceCase reference,
        List<Comparison> comparisons,
        @Nullable String problem) {

    /**
     * One number beside the other.
     *
     * @param path where in {@code expected}, for example {@code lsmeans.ACT|W12.estimate}
     * @param expected what the source found, as written
     * @param obtained what this program found, as written
     * @param relativeDifference {@code |obtained - expected| / |expected|}; 0 for equal texts or two missing values,
     *     infinite when one side is missing
     * @param tolerance the relative tolerance in force
     * @param passed whether it is near enough
     */
    public record Comparison(
            String path,
            String expected,
            String obtained,
            double relativeDifference,
            double tolerance,
            boolean passed) {}

    /** {@return whether something was compared and everything was near enough} */
    public boolean passed() {
        return problem == null && !comparisons.isEmpty() && comparisons.stream().allMatch(Comparison::passed);
    }

    /** {@return the largest relative difference of the case, 0 when nothing was compared} */
    public double worstRelativeDifference() {
        return comparisons.stream()
                .mapToDouble(Comparison::relativeDifference)
                .max()
                .orElse(0);
    }
}
