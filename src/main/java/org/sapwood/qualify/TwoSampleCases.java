package org.sapwood.qualify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The reference-case methods of family {@code 04-two-sample}, collected from their topics. */
final class TwoSampleCases {
    static final String FAMILY = "04-two-sample";

    static final List<CaseMethod> METHODS = Stream.of(
                    TwoSampleLocationCases.METHODS, TwoSampleRankCases.METHODS, TwoSampleAssumptionCases.METHODS)
            .flatMap(List::stream)
            .toList();

    private TwoSampleCases() {}

    static CaseMethod method(String name, CaseMethod.Run run) {
        return new CaseMethod(name, FAMILY, "two-sample", run);
    }

    /** The values of a data field that are not missing. */
    static double[] present(CaseInput input, String name) {
        return Arrays.stream(input.dataNumbers(name))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
