package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 08-survival}. */
final class SurvivalCases {
    static final String FAMILY = "08-survival";

    static final List<CaseMethod> METHODS = List.of();

    private SurvivalCases() {}
}
