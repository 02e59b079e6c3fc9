package org.sapwood.qualify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of reference-case methods: one line per family, each an explicit list in its own class. */
public final class CaseMethods {
    private static final List<List<CaseMethod>> FAMILIES = List.of(
            ContingencyCases.METHODS,
            ProportionCases.METHODS,
            PairedCases.METHODS,
            TwoSampleCases.METHODS,
            LinearModelCases.METHODS,
            MixedModelCases.METHODS,
            BinaryModelCases.METHODS,
            SurvivalCases.METHODS,
            RateCases.METHODS,
            MultiplicityCases.METHODS,
            GroupSequentialCases.METHODS,
            MultipleImputationCases.METHODS,
            DescriptiveCases.METHODS);

    private static final Map<String, CaseMethod> BY_NAME = index();

    private CaseMethods() {}

    /** {@return every method, by family, in catalogue order} */
    public static Stream<CaseMethod> all() {
        return BY_NAME.values().stream();
    }

    /** {@return the method of that name, or null} */
    public static @Nullable CaseMethod named(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, CaseMethod> index() {
        Map<String, CaseMethod> index = new LinkedHashMap<>();
        for (List<CaseMethod> family : FAMILIES) {
            for (CaseMethod method : family) {
                if (index.put(method.name(), method) != null) {
                    throw new IllegalStateException("two reference-case methods are named " + method.name());
                }
            }
        }
        return index;
    }
}
