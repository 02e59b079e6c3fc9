package org.sapwood.sap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan declares, and the displays that report it: a display uses analyses, these use endpoints and estimands, and
 * those use other endpoints.
 */
public final class Checklist {
    private final Sap sap;
    private final Map<DisplaySpec, Set<String>> mentions = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();

    /**
     * One thing declared.
     *
     * @param kind what it is, for example {@code Endpoint}
     * @param id its id in the plan
     * @param label as printed; different from that of every other item of its kind
     * @param displays the numbers of the displays that report it, in the order of the plan; none when it is unreported
     */
    public record Item(String kind, String id, String label, List<String> displays) {}

    private Checklist(Sap sap) {
        this.sap = sap;
        for (DisplaySpec display : sap.displays()) {
            mentions.put(display, display(display));
        }
    }

    /**
     * Draws up the list.
     *
     * @param sap the plan
     * @return its items, by kind in the order of the plan
     */
    public static List<Item> of(Sap sap) {
        Checklist list = new Checklist(sap);
        sap.endpoints().forEach(endpoint -> list.add("Endpoint", endpoint.id(), endpoint.label()));
        sap.estimands()
                .forEach(estimand -> list.add(
                        "Estimand",
                        estimand.id(),
                        estimand.label() + ": "
                                + sap.endpoint(estimand.variable()).label()));
        sap.intercurrentEvents().forEach(event -> list.add("Intercurrent event", event.id(), event.label()));
        sap.sets().forEach(set -> list.add("Analysis set", set.id(), set.label()));
        sap.treatments().arms().forEach(arm -> list.add("Arm", arm.id(), arm.label()));
        sap.visits().forEach(visit -> list.add("Visit", visit.id(), visit.label()));
        sap.eligibility()
                .rules()
                .forEach(rule -> list.add("Eligibility criterion", rule.id(), rule.id() + " " + rule.label()));
        sap.dosing().regimens().forEach(regimen -> list.add("Dosing calendar", regimen.id(), regimen.label()));
        sap.published().forEach(number -> list.add("Published number", number.id(), number.label()));
        return list.distinctLabels();
    }

    private void add(String kind, String id, String label) {
        String mark = mark(kind, id);
        List<String> displays = new ArrayList<>();
        mentions.forEach((display, marks) -> {
            if (marks.contains(mark)) {
                displays.add(display.number());
            }
        });
        items.add(new Item(kind, id, label, displays));
    }

    private List<Item> distinctLabels() {
        List<Item> distinct = new ArrayList<>();
        for (Item item : items) {
            boolean shared = items.stream()
                    .anyMatch(other -> !other.id().equals(item.id())
                            && other.kind().equals(item.kind())
                            && other.label().equals(item.label()));
            distinct.add(
                    shared
                            ? new Item(item.kind(), item.id(), item.label() + " [" + item.id() + "]", item.displays())
                            : item);
        }
        return List.copyOf(distinct);
    }

    private static String mark(String kind, String id) {
        return kind + " " + id;
    }

    private Set<String> display(DisplaySpec display) {
        Set<String> marks = new LinkedHashSet<>();
        DisplaySpec.Content content = display.content();
        if (content instanceof DisplaySpec.FromPlan from) {
            if (from.kind() == DisplaySpec.FromPlan.Kind.PUBLISHED) {
                sap.published().forEach(number -> marks.add(mark("Published number", number.id())));
            }
            return marks; // a list of what is reported reports nothing itself
        }
        marks.add(mark("Analysis set", display.set()));
        if (content instanceof DisplaySpec.FromResults results) {
            results.analyses().values().forEach(analysis -> analysis(analysis, marks));
        } else if (content instanceof DisplaySpec.BySubject bySubject) {
            analysis(bySubject.analysis(), marks);
        } else if (content instanceof DisplaySpec.Ledger ledger) {
            named(new LinkedHashSet<>(ledger.estimands()), marks);
            sap.intercurrentEvents().forEach(event -> marks.add(mark("Intercurrent event", event.id())));
            arms(marks);
        } else if (content instanceof DisplaySpec.Lanes lanes) {
            named(new LinkedHashSet<>(lanes.events()), marks);
            arms(marks);
        } else if (content instanceof DisplaySpec.Listing listing) {
            Set<String> texts = new LinkedHashSet<>(Mentions.of(listing));
            listing.columns()
                    .forEach(column -> texts.add(column.variable().replaceFirst("^(endpoint|baseline)\\.", "")));
            named(texts, marks);
            if (texts.contains("arm")) {
                arms(marks);
            }
        }
        return marks;
    }

    private void analysis(String id, Set<String> marks) {
        if (!marks.add(mark("Analysis", id))) {
            return;
        }
        AnalysisSpec analysis = sap.analysis(id);
        if (!analysis.set().isEmpty()) {
            marks.add(mark("Analysis set", analysis.set()));
        }
        if (!analysis.estimand().isEmpty()) {
            named(Set.of(analysis.estimand()), marks);
        }
        Set<String> texts = Mentions.of(analysis.method());
        named(texts, marks);
        for (AnalysisSpec other : sap.analyses()) {
            if (texts.contains(other.id())) {
                analysis(other.id(), marks); // a method across analyses reports these
            }
        }
        if (analysis.method() instanceof SafetySpec.Eligibility) {
            sap.eligibility().rules().forEach(rule -> marks.add(mark("Eligibility criterion", rule.id())));
        } else {
            arms(marks);
        }
        if (analysis.method() instanceof SafetySpec.Exposure exposure) {
            exposure.regimens().forEach(regimen -> marks.add(mark("Dosing calendar", regimen)));
        }
    }

    private void arms(Set<String> marks) {
        sap.treatments().arms().forEach(arm -> marks.add(mark("Arm", arm.id())));
    }

    /** The visits, endpoints, estimands and intercurrent events among texts, and what these are made of. */
    private void named(Set<String> texts, Set<String> marks) {
        sap.visits().forEach(visit -> {
            if (texts.contains(visit.id())) {
                marks.add(mark("Visit", visit.id()));
            }
        });
        sap.intercurrentEvents().forEach(event -> {
            if (texts.contains(event.id())) {
                marks.add(mark("Intercurrent event", event.id()));
            }
        });
        for (Estimand estimand : sap.estimands()) {
            if (texts.contains(estimand.id()) && marks.add(mark("Estimand", estimand.id()))) {
                marks.add(mark("Analysis set", estimand.population()));
                named(Mentions.of(estimand), marks);
            }
        }
        for (EndpointSpec endpoint : sap.endpoints()) {
            if (texts.contains(endpoint.id()) && marks.add(mark("Endpoint", endpoint.id()))) {
                named(Mentions.of(endpoint), marks);
            }
        }
    }
}
