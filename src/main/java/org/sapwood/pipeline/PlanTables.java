package org.sapwood.pipeline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.result.Group;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;
import org.sapwood.sap.Checklist;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.EligibilitySpec;
import org.sapwood.sap.PublishedSpec;
import org.sapwood.sap.Sap;
import org.sapwood.yaml.Suggestion;

/**
 * The results of tables that a plan gives of itself: published numbers beside its own, what is reported where,
 * and how the protocol was read.
 */
final class PlanTables {
    private final DisplaySpec spec;
    private final Sap sap;
    private final ResultSet results;

    private PlanTables(DisplaySpec spec, Sap sap, ResultSet results) {
        this.spec = spec;
        this.sap = sap;
        this.results = results;
    }

    /** {@return the analyses whose results stand in such a table} */
    static Set<String> analyses(DisplaySpec.FromPlan from, Sap sap) {
        Set<String> analyses = new LinkedHashSet<>();
        if (from.kind() == DisplaySpec.FromPlan.Kind.PUBLISHED) {
            sap.published().forEach(number -> analyses.add(number.analysis()));
        }
        analyses.remove("");
        return analyses;
    }

    /** Writes the rows of a table under the display's id as analysis. */
    static void write(DisplaySpec spec, DisplaySpec.FromPlan from, Sap sap, ResultSet results) {
        PlanTables tables = new PlanTables(spec, sap, results);
        switch (from.kind()) {
            case PUBLISHED -> tables.published();
            case CHECKLIST -> tables.checklist();
            case NOTES -> tables.notes();
        }
    }

    private void checklist() {
        for (Checklist.Item item : Checklist.of(sap)) {
            Provenance origin = new Provenance(
                    spec.place(), "", item.kind() + " " + item.id(), List.of(), List.of(), "displays of the plan");
            ResultKey key = key(item.kind(), item.label());
            add(key, "n", new Value.Count(item.displays().size()), origin);
            add(
                    key,
                    "displays",
                    new Value.Word(item.displays().isEmpty() ? "NOT REPORTED" : String.join(", ", item.displays())),
                    origin);
        }
    }

    private void notes() {
        int number = 0;
        for (String note : sap.study().notes()) {
            number++;
            note("Study", Integer.toString(number), note);
        }
        for (EligibilitySpec.Rule rule : sap.eligibility().rules()) {
            if (!rule.note().isEmpty()) {
                note("Eligibility criterion", rule.id() + " " + rule.label(), rule.note());
            }
        }
    }

    private void note(String kind, String item, String text) {
        Provenance origin =
                new Provenance(spec.place(), "", kind + " " + item, List.of(), List.of(), "notes of the plan");
        add(key(kind, item), "note", new Value.Word(text), origin);
    }

    private void published() {
        Map<String, ResultRow> byAddress = new LinkedHashMap<>();
        for (String analysis : analyses(new DisplaySpec.FromPlan(DisplaySpec.FromPlan.Kind.PUBLISHED), sap)) {
            results.of(analysis).forEach(row -> byAddress.put(row.key() + "/" + row.statistic(), row));
        }
        for (PublishedSpec number : sap.published()) {
            @Nullable ResultRow row = byAddress.get(number.result());
            if (row == null && number.cannot().isEmpty()) {
                throw new Refused(
                        ExitCode.PLAN_REJECTED,
                        List.of(number.place() + ": no result \"" + number.result() + "\". "
                                + Suggestion.remedy(number.result(), byAddress.keySet())));
            }
            published(number, row);
        }
    }

    private void published(PublishedSpec number, @Nullable ResultRow row) {
        Reproduction reproduction =
                row == null ? Reproduction.impossible(number.cannot()) : Reproduction.of(number, row.value());
        Provenance origin = row == null
                ? new Provenance(number.place(), "", number.source(), List.of(), List.of(), "published number")
                : row.provenance();
        ResultKey key = key(number.source(), number.label());
        add(key, "published", new Value.Word(number.printed()), origin);
        add(key, "printed", new Value.Word(reproduction.printed()), origin);
        if (row != null) {
            add(key, "reproduced", row.value(), origin);
        }
        add(key, "verdict", new Value.Word(reproduction.verdict(number.note())), origin);
        add(key, "method", new Value.Word(row == null ? "–" : origin.method()), origin);
    }

    private ResultKey key(String parameter, String level) {
        return ResultKey.of(spec.id(), new Group.AllArms())
                .withParameter(parameter)
                .withLevel(level);
    }

    private void add(ResultKey key, String statistic, Value value, Provenance origin) {
        results.add(new ResultRow(key, new Statistic(statistic), value, List.of(), origin));
    }
}
