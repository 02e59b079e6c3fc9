package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 06-mixed-models}. */
final class MixedModelCases {
    static final String FAMILY = "06-mixed-models";

    static final List<CaseMethod> METHODS = List.of();

    private MixedModelCases() {}
}
