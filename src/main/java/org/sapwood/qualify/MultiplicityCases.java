package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 10-multiplicity}. */
final class MultiplicityCases {
    static final String FAMILY = "10-multiplicity";

    static final List<CaseMethod> METHODS = List.of();

    private MultiplicityCases() {}
}
