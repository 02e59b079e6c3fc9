package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 09-rates}. */
final class RateCases {
    static final String FAMILY = "09-rates";

    static final List<CaseMethod> METHODS = List.of();

    private RateCases() {}
}
