package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 03-paired}. */
final class PairedCases {
    static final String FAMILY = "03-paired";

    static final List<CaseMethod> METHODS = List.of();

    private PairedCases() {}
}
