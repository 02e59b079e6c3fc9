package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 04-two-sample}. */
final class TwoSampleCases {
    static final String FAMILY = "04-two-sample";

    static final List<CaseMethod> METHODS = List.of();

    private TwoSampleCases() {}
}
