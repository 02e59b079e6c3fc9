package org.sapwood.sap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sapwood.yaml.YamlMapping;
import org.sapwood.yaml.YamlScalar;

/** Reads one display: a template filled with analyses, or a listing of records. */
final class DisplayReader {
    private final Names names;

    DisplayReader(Names names) {
        this.names = names;
    }

    DisplaySpec read(String id, YamlMapping display) {
        return new DisplaySpec(
                id,
                display.text("number"),
                display.text("title"),
                names.use("analysis set", display, "set"),
                content(display),
                display.optionalTexts("footnotes"),
                display.place().toString());
    }

    private DisplaySpec.Content content(YamlMapping display) {
        if (display.has("ledger")) {
            return ledger(display);
        }
        if (display.has("lanes")) {
            return lanes(display);
        }
        if (display.has("listing")) {
            return listing(display);
        }
        return display.has("from-plan") ? fromPlan(display) : fromResults(display);
    }

    private DisplaySpec.Content fromResults(YamlMapping display) {
        display.rejectUnknown(
                "number",
                "title",
                "set",
                "template",
                "analyses",
                "words",
                "footnotes",
                "listing",
                "ledger",
                "lanes",
                "from-plan");
        Map<String, String> analyses = new LinkedHashMap<>();
        YamlMapping slots = display.mapping("analyses");
        slots.keys().forEach(slot -> analyses.put(slot, names.use("analysis", slots, slot)));
        Map<String, String> words = new LinkedHashMap<>();
        display.optionalMapping("words")
                .ifPresent(given -> given.fields()
                        .forEach((word, node) ->
                                node.asScalar().flatMap(YamlScalar::text).ifPresent(text -> words.put(word, text))));
        return new DisplaySpec.FromResults(display.text("template"), analyses, words);
    }

    private DisplaySpec.Content ledger(YamlMapping display) {
        display.rejectUnknown("number", "title", "set", "ledger", "footnotes");
        YamlMapping ledger = display.mapping("ledger");
        ledger.rejectUnknown("estimands");
        List<String> estimands = names.useAll("estimand", ledger, "estimands");
        if (estimands.isEmpty()) {
            ledger.complainAbout("estimands", "a ledger names at least one estimand", "Name the primary one first.");
        }
        return new DisplaySpec.Ledger(estimands);
    }

    private DisplaySpec.Content lanes(YamlMapping display) {
        display.rejectUnknown("number", "title", "set", "lanes", "footnotes");
        YamlMapping lanes = display.mapping("lanes");
        lanes.rejectUnknown("events", "treated-until", "until", "everybody");
        List<String> events = names.useAll("intercurrent event", lanes, "events");
        if (events.isEmpty()) {
            lanes.complainAbout(
                    "events", "lanes mark at least one kind of event", "Name intercurrent events of the plan.");
        }
        return new DisplaySpec.Lanes(
                events,
                lanes.text("treated-until", ""),
                lanes.text("until"),
                lanes.optionalTruth("everybody").orElse(false));
    }

    private static DisplaySpec.Content fromPlan(YamlMapping display) {
        display.rejectUnknown("number", "title", "set", "from-plan", "footnotes");
        return new DisplaySpec.FromPlan(display.choice("from-plan", DisplaySpec.FromPlan.Kind.class));
    }

    private DisplaySpec.Content listing(YamlMapping display) {
        display.rejectUnknown("number", "title", "set", "listing", "footnotes");
        YamlMapping listing = display.mapping("listing");
        if (listing.has("analysis")) {
            return bySubject(listing);
        }
        listing.rejectUnknown("dataset", "visits", "analysis", "where", "columns", "sort");
        List<String> visits = listing.has("visits") ? names.useAll("visit", listing, "visits") : List.of();
        if (visits.isEmpty() == !listing.has("dataset")) {
            listing.complaints()
                    .add(
                            listing.place(),
                            "a listing has either a \"dataset\" or \"visits\"",
                            "Name the dataset listed, or the visits of one line per subject and visit.");
        }
        return new DisplaySpec.Listing(
                names.useOptional("dataset", listing, "dataset"),
                visits,
                ConditionReader.optional(listing, "where"),
                columns(listing),
                listing.optionalTexts("sort"));
    }

    private DisplaySpec.Content bySubject(YamlMapping listing) {
        listing.rejectUnknown("analysis", "everything", "columns");
        return new DisplaySpec.BySubject(
                names.use("analysis", listing, "analysis"),
                listing.optionalTruth("everything").orElse(false),
                columns(listing));
    }

    private static List<DisplaySpec.ListingColumn> columns(YamlMapping listing) {
        List<DisplaySpec.ListingColumn> columns = new ArrayList<>();
        listing.mapping("columns").fields().forEach((variable, node) -> {
            if (node instanceof YamlScalar head) {
                columns.add(new DisplaySpec.ListingColumn(variable, head.text().orElse(variable), false, 1));
            } else {
                node.asMapping().ifPresent(column -> {
                    column.rejectUnknown("head", "key", "weight");
                    columns.add(new DisplaySpec.ListingColumn(
                            variable,
                            column.text("head"),
                            column.optionalTruth("key").orElse(false),
                            column.optionalDecimal("weight")
                                    .orElse(BigDecimal.ONE)
                                    .doubleValue()));
                });
            }
        });
        return columns;
    }
}
