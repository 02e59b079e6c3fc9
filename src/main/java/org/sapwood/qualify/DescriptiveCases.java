package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 13-descriptive}. */
final class DescriptiveCases {
    static final String FAMILY = "13-descriptive";

    static final List<CaseMethod> METHODS = List.of();

    private DescriptiveCases() {}
}
