package org.sapwood.qualify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sapwood.stats.Estimable;

/**
 * Data that hold nothing, or nearly nothing, give numbers or reasons: no exception, no NaN, no option that is called
 * unknown because the method gave up before it read it.
 */
class DegenerateDataTest {
    /** What these take as data is the plan of a study; a plan without stages is refused, it is no degenerate sample. */
    private static final Set<String> DESIGNS = Set.of(
            "conditional_power",
            "dunnett_critical_value",
            "graphical_procedure",
            "group_sequential_boundary",
            "group_sequential_classical",
            "group_sequential_final_inference",
            "group_sequential_futility",
            "group_sequential_power");

    /** So many cases of a method are degenerated in every way; a model is refitted for each. */
    private static final int MOST_FORMS = 12;

    /** Without any subject every odds ratio is compatible with the data: the exact limits are 0 and infinity. */
    private static final Set<String> VACUOUS = Set.of("cmh_exact", "or_exact_conditional");

    @TestFactory
    Stream<DynamicTest> emptiedCasesGiveNumbersOrReasons() throws IOException {
        return byMethod(false).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> entry.getValue().forEach(reference -> {
                            ReferenceCase empty = DegenerateData.emptied(reference);
                            if (refused(empty)) {
                                return;
                            }
                            Map<String, ?> results = results(empty, "emptied");
                            if (!VACUOUS.contains(entry.getKey())) {
                                assertFinite(reference.id(), results);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> degenerateFormsGiveNumbersOrReasons() throws IOException {
        return byMethod(true).entrySet().stream()
                .filter(entry -> !DESIGNS.contains(entry.getKey())
                        && !entry.getKey().equals("rubin_pooling")
                        && !entry.getKey().equals("pooled_wald_test"))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> entry.getValue()
                                .forEach(reference -> DegenerateData.of(reference)
                                        .forEach((form, degenerate) -> results(degenerate, form)))));
    }

    @Test
    void verdictsSayWhyANumberDoesNotExist() {
        ReferenceCase empty = new ReferenceCase(
                "empty",
                "t_student",
                Map.of(),
                Map.of("x", List.of(), "y", List.of(1, 2)),
                null,
                Map.of("mean_y", 1.5, "t", 2.0),
                "hand",
                1e-12,
                0,
                Map.of());

        assertThat(CaseRunner.run(empty).comparisons())
                .filteredOn(comparison -> !comparison.passed())
                .singleElement()
                .satisfies(t -> assertThat(t.obtained())
                        .isEqualTo("not estimable, EMPTY_GROUP: no observation in the first group"));
    }

    @Test
    void whatIsNoDataIsRefusedForThatCaseOnly() {
        ReferenceCase impossible = new ReferenceCase(
                "impossible",
                "proportion_ci",
                Map.of("type", "wilson"),
                Map.of("x", 5, "n", 3),
                null,
                Map.of("estimate", 1),
                "hand",
                1e-12,
                0,
                Map.of());

        assertThat(CaseRunner.run(impossible).problem())
                .startsWith("data or options refused: expected 0 <= events <= size");
    }

    /** Cases by method; when asked, only the first with the same options. */
    private static Map<String, List<ReferenceCase>> byMethod(boolean distinctOptions) throws IOException {
        Map<String, Map<Object, ReferenceCase>> found = new LinkedHashMap<>();
        ReferenceFamilies.shipped()
                .values()
                .forEach(cases -> cases.forEach(
                        reference -> found.computeIfAbsent(reference.method(), any -> new LinkedHashMap<>())
                                .putIfAbsent(distinctOptions ? reference.options() : reference.id(), reference)));
        Map<String, List<ReferenceCase>> cases = new LinkedHashMap<>();
        found.forEach((method, byKey) -> cases.put(
                method,
                byKey.values().stream()
                        .limit(distinctOptions ? MOST_FORMS : byKey.size())
                        .toList()));
        return cases;
    }

    private static boolean refused(ReferenceCase reference) {
        String problem = CaseRunner.run(reference).problem();
        return DESIGNS.contains(reference.method())
                && problem != null
                && problem.startsWith("data or options refused: expected");
    }

    private static Map<String, ?> results(ReferenceCase reference, String form) {
        String where = reference.id() + " (" + reference.method() + "), " + form;
        CaseMethod method = CaseMethods.named(reference.method());
        if (method == null) {
            return fail(where + ": no such method");
        }
        CaseInput input = new CaseInput(reference.options(), reference.data(), reference.table());
        try {
            Map<String, ?> results = method.run().compute(input);
            assertThat(input.unreadOptions()).as(where).isEmpty();
            assertNumberOrReason(where, results);
            return results;
        } catch (RuntimeException e) {
            return fail(where, e);
        }
    }

    private static void assertNumberOrReason(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> assertNumberOrReason(where + ": " + name, item));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> assertNumberOrReason(where, item));
        } else if (value instanceof double[] numbers) {
            assertThat(numbers).as(where).doesNotContain(Double.NaN);
        } else if (value instanceof double[][] rows) {
            for (double[] row : rows) {
                assertThat(row).as(where).doesNotContain(Double.NaN);
            }
        } else if (value instanceof Estimable.NotEstimable<?> none) {
            assertThat(none.detail()).as(where).isNotBlank();
        } else {
            assertThat(value).as(where).isNotNull().isNotEqualTo(Double.NaN);
        }
    }

    private static void assertFinite(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> assertFinite(where + ": " + name, item));
        } else if (value instanceof Double number) {
            assertThat(number).as(where).isFinite();
        }
    }
}
