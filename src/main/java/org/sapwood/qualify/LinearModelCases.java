package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 05-linear-models}. */
final class LinearModelCases {
    static final String FAMILY = "05-linear-models";

    static final List<CaseMethod> METHODS = List.of();

    private LinearModelCases() {}
}
