package org.sapwood.qualify;

import java.util.List;

/** The reference-case methods of family {@code 11-group-sequential}. */
final class GroupSequentialCases {
    static final String FAMILY = "11-group-sequential";

    static final List<CaseMethod> METHODS = List.of();

    private GroupSequentialCases() {}
}
