package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 07-binary-models}. */
final class BinaryModelCases {
    static final String FAMILY = "07-binary-models";

    static final List<CaseMethod> METHODS = List.of();

    private BinaryModelCases() {}
}
