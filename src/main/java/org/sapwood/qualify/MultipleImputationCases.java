package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 12-multiple-imputation}. */
final class MultipleImputationCases {
    static final String FAMILY = "12-multiple-imputation";

    static final List<CaseMethod> METHODS = List.of();

    private MultipleImputationCases() {}
}
