package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 02-proportions}. */
final class ProportionCases {
    static final String FAMILY = "02-proportions";

    static final List<CaseMethod> METHODS = List.of();

    private ProportionCases() {}
}
