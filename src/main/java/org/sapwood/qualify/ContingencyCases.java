package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 01-contingency}. */
final class ContingencyCases {
    static final String FAMILY = "01-contingency";

    static final List<CaseMethod> METHODS = List.of();

    private ContingencyCases() {}
}
