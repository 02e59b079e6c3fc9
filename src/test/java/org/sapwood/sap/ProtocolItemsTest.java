package org.sapwood.sap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What registries and papers say of the five trials, item by item as people read them, is declared in the plans and
 * reported: the checklist a plan prints cannot show what the plan forgot.
 */
class ProtocolItemsTest {
    private static final Map<String, Sap> PLANS = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "protocol-items.csv", delimiter = '|', numLinesToSkip = 1)
    void everyItemIsReported(String plan, String item, String kind, String ids, @Nullable String at) {
        Sap sap = PLANS.computeIfAbsent(plan, PlanTexts::shipped);
        List<Checklist.Item> checklist = Checklist.of(sap);
        List<Set<String>> reported = reported(sap);
        for (String id : ids.split(";")) {
            if (kind.equals("Analysis")) {
                assertThat(shown(sap)).as(id).contains(id);
            } else {
                assertThat(checklist)
                        .as(id)
                        .anyMatch(row -> row.kind().equals(kind)
                                && row.id().equals(id)
                                && !row.displays().isEmpty());
            }
            for (String place : at == null ? new String[0] : at.split(";")) {
                assertThat(reported)
                        .as(id + " at " + place)
                        .anyMatch(texts -> texts.contains(id) && texts.contains(place));
            }
        }
    }

    /** What each analysis that a display shows speaks of: itself, its endpoints, visits and conditions, its estimand's. */
    private static List<Set<String>> reported(Sap sap) {
        return shown(sap).stream()
                .map(id -> {
                    AnalysisSpec analysis = sap.analysis(id);
                    Set<String> texts = new LinkedHashSet<>(Mentions.of(analysis.method()));
                    texts.add(id);
                    if (!analysis.estimand().isEmpty()) {
                        Estimand estimand = sap.estimand(analysis.estimand());
                        texts.add(estimand.variable());
                        texts.add(estimand.visit());
                    }
                    return texts;
                })
                .toList();
    }

    /** The analyses that displays show, or that these bring together. */
    private static Set<String> shown(Sap sap) {
        Map<String, AnalysisSpec> known =
                sap.analyses().stream().collect(Collectors.toMap(AnalysisSpec::id, Function.identity()));
        Deque<String> next = new ArrayDeque<>();
        sap.displays().forEach(display -> next.addAll(Mentions.of(display.content())));
        Set<String> shown = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            AnalysisSpec analysis = known.get(next.pop());
            if (analysis != null && shown.add(analysis.id())) {
                next.addAll(Mentions.of(analysis.method()));
            }
        }
        return shown;
    }
}
